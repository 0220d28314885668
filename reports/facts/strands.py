"""The findings of a period's reviews by the reviews' own strands."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from findings.models import Finding
from reports.facts.gathered import Facts
from reports.facts.record import by_strand, findings_reported, reported
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


def strand_facts(known: Facts) -> list[ReviewStrands]:
    """Tell what the reviews that reported in the period found, by strand."""
    found = sorted(known.about_period(findings_reported), key=by_strand)
    return [
        ReviewStrands(review, strands_of(finding for finding in found if finding.review_id == review.pk))
        for review in known.about_period(reported)
    ]


def strands_of(findings: Iterable[Finding]) -> list[StrandFacts]:
    """Group a review's findings by strand; what stands under none comes last."""
    groups: dict[int | None, StrandFacts] = {}
    for finding in findings:
        name = finding.strand.name if finding.strand else WITHOUT_STRAND
        groups.setdefault(finding.strand_id, StrandFacts(name)).findings.append(finding)
    bare = groups.pop(None, None)
    return [*groups.values(), *([bare] if bare else [])]
