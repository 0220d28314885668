"""Finding findings and measures by words."""

from collections.abc import Iterable

from findings.models import Finding, Measure
from findings.presenters import shorten
from portal.models import User
from portal.registry import SearchHit


def search_findings(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find findings that this person may see."""
    for finding in Finding.objects.visible_to(user).matching(words).select_related("review")[:limit]:
        title = f"{finding.reference}: {finding.review}"
        yield SearchHit(title, finding.get_absolute_url(), finding.get_kind_display(), shorten(finding.text))


def search_measures(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find measures that this person may see."""
    for measure in Measure.objects.visible_to(user).matching(words)[:limit]:
        yield SearchHit(measure.name, measure.get_absolute_url(), "Measure", shorten(measure.description))
