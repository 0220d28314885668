"""Finding findings, documents and measures by words."""

from collections.abc import Iterable

from django.urls import reverse

from findings.models import Document, Finding, Measure
from portal.models import User
from portal.querysets import every_word
from portal.registry import SearchHit
from portal.search import passage


def search_findings(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find findings that this person may see."""
    for finding in Finding.objects.visible_to(user).matching(words).select_related("review")[:limit]:
        title = f"{finding.reference}: {finding.review}"
        yield SearchHit(
            title,
            finding.get_absolute_url(),
            finding.get_kind_display(),
            passage(finding.text, words),
            finding.reference,
        )


def search_documents(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find documents that this person may see by their names; each leads to where its review keeps it."""
    documents = Document.objects.visible_to(user).filter(every_word(words, "name")).select_related("review")
    for document in documents[:limit]:
        url = reverse("findings:review_documents", args=[document.review_id])
        yield SearchHit(document.name, url, "Document", str(document.review))


def search_measures(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find measures that this person may see."""
    for measure in Measure.objects.visible_to(user).matching(words)[:limit]:
        yield SearchHit(
            measure.name, measure.get_absolute_url(), "Measure", passage(measure.description, words)
        )
