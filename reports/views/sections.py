"""The sections of a report: added, given back to the record, taken out, moved."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports.drafting import draft_text
from reports.facts import Facts
from reports.forms.section import PREVIEW, MoveForm, NewSectionForm
from reports.models import Report, Section
from reports.rendering.unwritten import name_of, unwritten_section
from reports.rules.attempts import attempt
from reports.services.sections import (
    add_section,
    move_section,
    refresh_section,
    remove_section,
)
from reports.views.preview import preview
from reports.views.scope import draft_for, section_for
from reports.views.writing import show, show_preview


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Add a section: of the officers' own words, or of another kind that the report does not have."""
    report = draft_for(request, report_id)
    sections = report.sections.order_by("position")
    form = NewSectionForm(sent(request), sections=sections, exemptions=report.exemptions.all())
    if form.is_valid() and PREVIEW not in request.POST:
        with form.explaining_refusals():
            section = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_section(by=request.user, report=report, **form.record),
            )
            messages.success(request, "The section is added")
            return redirect(section)
    return show(request, form, new_section(report, form), "Add a section")


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def new_section_preview(request: PersonRequest, report_id: int) -> HttpResponse:
    """Show how words would read in a new section of a report, as a part of a page; nothing is saved."""
    report = draft_for(request, report_id)
    if not report.can_be_edited:
        raise PermissionDenied
    form = NewSectionForm(
        request.POST, sections=report.sections.order_by("position"), exemptions=report.exemptions.all()
    )
    form.full_clean()
    return show_preview(request, new_section(report, form))


def new_section(report: Report, form: NewSectionForm) -> Section:
    """Return a section that stands where a form asks for it, as far as it has been filled in; it is not saved."""
    values = form.cleaned_data if form.is_bound else {}
    after, kind = values.get("after"), values.get("kind") or Section.Kind.TEXT
    return Section(report=report, kind=kind, position=after.position + 1 if after else 1)


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
        "blocks": [unwritten_section(section)] if text is None else preview(section, text, known),
    }
    return render(request, "reports/section_refresh.html", context)


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
