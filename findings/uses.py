"""Which findings need a strand, so that it cannot be removed."""

from findings.models import Finding
from portal.registry import SearchHit
from reviews.models import Strand


def of_strand(strand: Strand) -> list[SearchHit]:
    """The findings under a strand."""
    return [_hit(finding) for finding in strand.findings.order_by("pk")]


def relating_to_strand(strand: Strand) -> list[SearchHit]:
    """The findings under another strand that also relate to this one."""
    return [_hit(finding, " that also relates to it") for finding in strand.related_findings.order_by("pk")]


def _hit(finding: Finding, how: str = "") -> SearchHit:
    kind = finding.get_kind_display().lower()
    return SearchHit(finding.reference, finding.get_absolute_url(), f"{kind}{how}")
