"""The reviews of a period: those that reported in it and those that were under way."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from findings.models import Kind
from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import findings, judgements, reported_on, reviews
from reviews.models import Judgement, Review


@dataclass(frozen=True)
class ReviewFact:
    """One review with its findings counted by kind and by the council's answer."""

    review: Review
    counts: Counter[tuple[str, str]]

    @property
    def strengths(self) -> int:
        """How many strengths it has."""
        return self.total(Kind.STRENGTH)

    @property
    def areas(self) -> int:
        """How many areas for consideration it has."""
        return self.total(Kind.AREA)

    def total(self, kind: str) -> int:
        """How many findings of a kind it has."""
        return sum(number for (of_kind, _), number in self.counts.items() if of_kind == kind)

    def answered(self, response: str) -> int:
        """How many of its areas were answered so; an empty response counts those not answered yet."""
        return self.counts[str(Kind.AREA), response]


@dataclass(frozen=True)
class ReviewFacts:
    """The reviews of a period with their counts of findings and their judgements."""

    period: Period
    reviews: list[ReviewFact]
    known: Facts

    @cached_property
    def reported(self) -> list[ReviewFact]:
        """Reviews whose findings came in the period."""
        return [fact for fact in self.reviews if reported_on(fact.review) in self.period]

    @cached_property
    def under_way(self) -> list[Review]:
        """Reviews that worked in the period and had not reported by its end."""
        days = [(fact.review, reported_on(fact.review)) for fact in self.reviews]
        return [review for review, came in days if came is None or came > self.period.end]

    @cached_property
    def judgements(self) -> list[Judgement]:
        """Grades that the reviews of the period gave."""
        given = self.known.about_period(judgements)
        return [row for fact in self.reported for row in given if row.review_id == fact.review.pk]


def review_facts(known: Facts) -> ReviewFacts:
    """Tell of the reviews of a period."""
    counts: dict[int, Counter[tuple[str, str]]] = defaultdict(Counter)
    for finding in known.about_period(findings):
        counts[finding.review_id][finding.kind, finding.response] += 1
    facts = [ReviewFact(review, counts[review.pk]) for review in known.about_period(reviews)]
    return ReviewFacts(known.period, facts, known)
