"""The findings of a period's reviews by the reviews' own strands."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from findings.models import Finding
from reports.facts.period import Period
from reports.facts.reviews import reported_on
from reviews.models import Review

WITHOUT_STRAND = "Under no strand"


@dataclass(frozen=True)
class StrandFacts:
    """What a review found under one of its strands, strengths first, the most prominent of each first."""

    name: str
    findings: list[Finding] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Finding]:
        """The strengths, or the areas for consideration."""
        return [finding for finding in self.findings if finding.kind == kind]


@dataclass(frozen=True)
class ReviewStrands:
    """One review with the strands that it found something under, in its document's order."""

    review: Review
    strands: list[StrandFacts]


def strand_facts(period: Period) -> list[ReviewStrands]:
    """Read what the reviews that reported in the period found, by strand: two queries."""
    found = Finding.objects.select_related("strand").under_strands_by_kind()
    reviews = Review.objects.in_period(period.start, period.end).prefetch_related(Prefetch("findings", found))
    return [
        ReviewStrands(review, strands_of(review))
        for review in reviews.order_by("fieldwork_start_on", "pk")
        if reported_on(review) in period
    ]


def strands_of(review: Review) -> list[StrandFacts]:
    """Group a review's findings by strand; what stands under none comes last."""
    groups: dict[int | None, StrandFacts] = {}
    for finding in review.findings.all():
        name = finding.strand.name if finding.strand else WITHOUT_STRAND
        groups.setdefault(finding.strand_id, StrandFacts(name)).findings.append(finding)
    bare = groups.pop(None, None)
    return [*groups.values(), *([bare] if bare else [])]
