"""Looking for words in the reading room: in every paper, or in one."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.decorators import permission_required
from portal.numbers import key_in
from portal.paging import register_page_of
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.search import FEWEST_LETTERS, asked_words, passage
from reports.models import Committee, PaperText, Report
from reports.querysets import PaperTextQuerySet


@dataclass(frozen=True)
class FoundRow:
    """A piece of a paper in which the words occur, what it says around them, and where it is read."""

    text: PaperText
    excerpt: str
    url: str

    @classmethod
    def of(cls, text: PaperText, words: str) -> "FoundRow":
        """Present a piece; its address lets the paper mark the words."""
        paper = reverse("reports:paper_detail", args=[text.edition.report_id])
        place = f"#{text.anchor}" if text.anchor else ""
        return cls(text, passage(text.text, words), f"{paper}?{urlencode({'words': words})}{place}")


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_search(request: PersonRequest) -> HttpResponse:
    """Where the published papers, or those of one committee, have all of the words."""
    committees = Committee.objects.filter(meetings__reports__status=Report.Status.PUBLISHED).distinct()
    asked = key_in(request.GET, "committee")
    committee = next((row for row in committees if row.pk == asked), None)
    texts = PaperText.objects.visible_to(request.user)
    if committee is not None:
        texts = texts.filter(edition__report__meeting__committee=committee)
    context = {"committees": committees, "committee": committee, **found_in(request, texts)}
    return render(request, "reports/paper_search.html", context)


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_find(request: PersonRequest, report_id: int) -> HttpResponse:
    """Where one published paper has all of the words."""
    papers = Report.objects.visible_to(request.user).published().select_related("meeting__committee")
    report = get_object_or_404(papers, pk=report_id)
    texts = PaperText.objects.visible_to(request.user).filter(edition__report=report)
    context = {"report": report, **found_in(request, texts)}
    return render(request, "reports/paper_find.html", context)


def found_in(request: PersonRequest, texts: PaperTextQuerySet) -> dict[str, Any]:
    """Return one page of the pieces that have the words of the address; none for too few letters."""
    words = asked_words(request.GET, "words")
    is_too_short = 0 < len(words) < FEWEST_LETTERS
    is_asked = bool(words) and not is_too_short
    found = texts.matching(words) if is_asked else texts.none()
    page = register_page_of(request, found, counts_along=is_asked)
    return {
        "words": words,
        "is_asked": is_asked,
        "is_too_short": is_too_short,
        "page": page,
        "rows": [FoundRow.of(text, words) for text in page],
    }
