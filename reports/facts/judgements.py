"""The grades that reviews gave until the end of a period, by framework and by what was judged."""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import judgements, reported_on
from reviews.models import Judgement

OVERALL = "Overall"


@dataclass(frozen=True)
class GradeFact:
    """One grade as a review gave it, on the day on which the council knew it."""

    judgement: Judgement
    on: datetime.date


@dataclass(frozen=True)
class TimelineFacts:
    """What one framework's reviews said about one strand, or overall, the oldest first."""

    framework: str
    judged: str
    grades: list[GradeFact]


@dataclass(frozen=True)
class JudgementFacts:
    """Every timeline, framework by framework. A grade that no review gave is not in any."""

    period: Period
    timelines: list[TimelineFacts]

    @cached_property
    def frameworks(self) -> dict[str, list[TimelineFacts]]:
        """The timelines by their framework."""
        found: dict[str, list[TimelineFacts]] = defaultdict(list)
        for timeline in self.timelines:
            found[timeline.framework].append(timeline)
        return dict(found)

    @cached_property
    def total(self) -> int:
        """How many grades there are."""
        return sum(len(timeline.grades) for timeline in self.timelines)

    @cached_property
    def new(self) -> int:
        """How many grades came in the period."""
        return sum(fact.on in self.period for timeline in self.timelines for fact in timeline.grades)


def judgement_facts(known: Facts) -> JudgementFacts:
    """Tell of the grades of all reviews that had reported by the end of the period."""
    given = [(row, reported_on(row.review)) for row in known.about_period(judgements)]
    facts = [GradeFact(row, on) for row, on in given if on is not None and on <= known.period.end]
    facts.sort(key=lambda fact: (fact.on, fact.judgement.review_id, fact.judgement.pk))
    grouped: dict[tuple[str, str], list[GradeFact]] = defaultdict(list)
    for fact in facts:
        judged = fact.judgement.strand.name if fact.judgement.strand else ""
        grouped[fact.judgement.grade.framework.name, judged.casefold()].append(fact)
    timelines = [TimelineFacts(name, name_of(rows), rows) for (name, _), rows in grouped.items()]
    return JudgementFacts(known.period, sorted(timelines, key=place))


def name_of(facts: list[GradeFact]) -> str:
    """Name what was judged, in the words of the newest document."""
    strand = facts[-1].judgement.strand
    return strand.name if strand else OVERALL


def place(timeline: TimelineFacts) -> tuple[str, bool, int, str]:
    """Put frameworks in the order of their names; in each what was judged overall first, then by strand."""
    strand = timeline.grades[-1].judgement.strand
    return timeline.framework, strand is not None, strand.position if strand else 0, timeline.judged
