"""The sections of a report: given back to the record, taken out, moved."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from reports import presenters
from reports.drafting import draft_text
from reports.facts import Facts
from reports.forms.section import MoveForm
from reports.models import Section
from reports.rendering.differences import differences
from reports.rendering.passages import passages_of_words
from reports.rendering.unwritten import name_of, unwritten_section
from reports.rules.attempts import attempt
from reports.services.sections import (
    move_section,
    refresh_section,
    remove_section,
)
from reports.views.preview import preview
from reports.views.scope import section_for


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_refresh(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Give a section back to the record, on confirmation; what the record says is shown below."""
    section = section_for(request, report_id, section_id)
    form = ConfirmForm(sent(request), editing=section, button="Rebuild the section")
    if form.is_valid():
        with form.explaining_refusals():
            refresh_section(section=section, by=request.user, version=form.version)
            messages.success(request, "The section is rebuilt from the record")
            return redirect(section)
    known = Facts.of(section.report)
    text = attempt(lambda: draft_text(section.kind, known), None, name=name_of(section))
    context = {
        "form": form,
        "heading": "Rebuild this section from the record?",
        "caption": section.heading,
        "explanation": "What anybody wrote in this section is replaced. It is kept among the section’s earlier texts, "
        "from which it can be brought back.",
        "back_url": section.get_absolute_url(),
        "preview_title": "What the record says now",
        "differences": gone_by_rebuilding(section, text),
        "blocks": [unwritten_section(section)] if text is None else preview(section, text, known),
    }
    return render(request, "reports/section_refresh.html", context)


def gone_by_rebuilding(section: Section, text: str | None) -> list[Any]:
    """Return how the record's text differs from somebody's own; nothing where there is only one of the two."""
    if text is None or not section.taken_over:
        return []
    own, written = (passages_of_words(section.heading, words) for words in (section.body, text))
    return presenters.tagged(differences(own, written))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_remove(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Take a section out of the report, on confirmation."""
    section = section_for(request, report_id, section_id)
    form = ConfirmForm(sent(request), editing=section, button="Remove the section", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_section(section=section, by=request.user, version=form.version)
            messages.success(request, f"The section “{section.heading}” is removed")
            return redirect(section.report)
    context = {
        "form": form,
        "heading": "Remove this section?",
        "caption": section.heading,
        "warning": "The section, with its text, earlier texts, tables and charts, is taken out of the report.",
        "back_url": section.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def section_move(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Let a section change places with the one above or below it."""
    section = section_for(request, report_id, section_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Choose whether to move the section up or down")
        return redirect(section)
    try:
        move_section(section=section, by=request.user, **form.record)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        way = "up" if form.cleaned_data["step"] < 0 else "down"
        messages.success(request, f"The section “{section.heading}” is moved {way}")
    return redirect(section)
