"""Writing the text of a section: read before it is saved, never over somebody else's unseen."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from reports import presenters
from reports.drafting import text_of
from reports.facts import Facts
from reports.forms.section import PREVIEW, HeadingForm, SectionForm, WordsForm
from reports.models import Section
from reports.rendering.differences import differences
from reports.rendering.passages import passages_of_words
from reports.rendering.snapshot import preview_blocks
from reports.services.sections import edit_section
from reports.views.scope import section_for


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_edit(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Edit a section's text; other words than the record's take it over. It can be read before it is saved."""
    section = section_for(request, report_id, section_id)
    if section.is_placed:
        return edit_heading(request, section)
    known = Facts.of(section.report)
    text = text_of(section, known)
    form = SectionForm(sent(request), editing=section, text=text, exemptions=section.report.exemptions.all())
    if form.is_valid() and PREVIEW not in request.POST:
        changes = form.record
        shown = changes.pop("shown")
        with form.explaining_refusals():
            edit_section(section=section, by=request.user, version=form.version, changes=changes, shown=shown)
            messages.success(request, "Your changes are saved")
            return redirect(section)
    return show(request, form, section, "Edit the section", text=text, known=known)


def edit_heading(request: PersonRequest, section: Section) -> HttpResponse:
    """Edit the heading of a section that has no text of its own."""
    form = HeadingForm(sent(request), editing=section, exemptions=section.report.exemptions.all())
    if form.is_valid():
        with form.explaining_refusals():
            edit_section(section=section, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(section)
    context = {
        "form": form,
        "heading": "Edit the section’s heading",
        "caption": section.report.title,
        "back_url": section.get_absolute_url(),
    }
    return render(request, "form_page.html", context)


def show(
    request: PersonRequest,
    form: WordsForm,
    section: Section,
    heading: str,
    *,
    text: str = "",
    known: Facts | None = None,
) -> HttpResponse:
    """Show a section's form, and below it how the text will read."""
    body = form.data.get("body", "") if form.is_bound else text
    context = {
        "form": form,
        "heading": heading,
        "caption": section.report.title,
        "back_url": section.get_absolute_url() if section.pk else section.report.get_absolute_url(),
        "preview_title": "How it will read",
        "preview_heading": form.data.get("heading", "") if form.is_bound else section.heading,
        "blocks": preview_blocks(section, body, known),
        **(overtaken(form, section, known) if form.is_overtaken and known else {}),
    }
    return render(request, "reports/section_form.html", context)


def overtaken(form: WordsForm, section: Section, known: Facts) -> dict[str, Any]:
    """Return what somebody else saved meanwhile, and how what was typed differs from it."""
    theirs = text_of(section, known)
    mine = passages_of_words(form.cleaned_data["heading"], form.cleaned_data["body"])
    found = differences(passages_of_words(section.heading, theirs), mine)
    return {
        "saved_text": f"{section.heading}\n\n{theirs}",
        "differences": presenters.tagged(found),
        "url": section.get_absolute_url(),
    }
