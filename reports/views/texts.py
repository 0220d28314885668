"""The earlier texts of a section: what somebody replaced, and how it is brought back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.models import User
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from reports import presenters
from reports.drafting import text_of
from reports.facts import Facts
from reports.models import EarlierText
from reports.rendering.differences import differences
from reports.rendering.passages import passages_of_words
from reports.rendering.unwritten import name_of
from reports.rules.attempts import attempt
from reports.services.sections import bring_back_text
from reports.views.preview import preview
from reports.views.scope import section_for


@dataclass(frozen=True)
class TextRow:
    """An earlier text with who wrote it, where that is known: whoever replaced the one before."""

    text: EarlierText
    written_by: User | None


@require_safe
@permission_required(Permission.DRAFT_REPORTS)
def section_texts(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """What a section said before, from the last text to the first."""
    section = section_for(request, report_id, section_id)
    texts = list(section.earlier_texts.defer("body").select_related("replaced_by").order_by("-number"))
    writers = {row.number + 1: row.replaced_by for row in texts}
    for row in texts:
        row.section = section
    rows = [TextRow(row, None if row.is_record else writers.get(row.number)) for row in texts]
    context = {
        "section": section,
        "report": section.report,
        "page": paginate(request, rows),
        "latest": texts[0] if texts else None,
    }
    return render(request, "reports/section_texts.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_text(request: PersonRequest, report_id: int, section_id: int, number: int) -> HttpResponse:
    """Read an earlier text and what differs from it now; bring it back, as one more change."""
    section = section_for(request, report_id, section_id)
    text = get_object_or_404(section.earlier_texts.select_related("replaced_by"), number=number)
    text.section = section
    known = Facts.of(section.report)
    now = attempt(lambda: text_of(section, known), "", name=name_of(section))
    form = ConfirmForm(sent(request), editing=section, button="Bring this text back")
    if form.is_valid():
        with form.explaining_refusals():
            bring_back_text(text=text, by=request.user, version=form.version, shown=now)
            messages.success(request, f"Text {number} is brought back")
            return redirect(section)
    return render(request, "reports/section_text.html", shown(form, text, known, now))


def shown(form: ConfirmForm, text: EarlierText, known: Facts, now: str) -> dict[str, Any]:
    """Return what the page of an earlier text needs; `now` is what the section says, nothing where that broke off."""
    section = text.section
    found = differences(passages_of_words(text.heading, text.body), passages_of_words(section.heading, now))
    return {
        "form": form,
        "text": text,
        "heading": f"Text {text.number} of this section",
        "caption": section.heading,
        "back_url": reverse("reports:section_texts", args=[section.report_id, section.pk]),
        "differences": presenters.tagged(found),
        "preview_title": "How this text read",
        "preview_heading": text.heading,
        "blocks": preview(section, text.body, known),
    }
