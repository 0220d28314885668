"""The sections of an outline."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports.forms.kinds import kinds_with_hints
from reports.forms.outline import NewOutlineSectionForm, OutlineSectionForm
from reports.forms.section import MoveForm
from reports.models import Outline, OutlineSection
from reports.services.outlines import (
    add_outline_section,
    edit_outline_section,
    move_outline_section,
    remove_outline_section,
)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def outline_section_add(request: PersonRequest, outline_id: int) -> HttpResponse:
    """Add a section to an outline."""
    outline = get_object_or_404(Outline.objects.select_related("committee"), pk=outline_id)
    form = NewOutlineSectionForm(sent(request), sections=outline.sections.order_by("position"))
    if form.is_valid():
        with form.explaining_refusals():
            section = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_outline_section(by=request.user, outline=outline, **form.record),
            )
            messages.success(request, "The section is added")
            return redirect(section)
    return show(request, form, outline, "Add a section")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def outline_section_edit(request: PersonRequest, outline_id: int, section_id: int) -> HttpResponse:
    """Change a section's heading, or the words that a text begins with."""
    section = section_of(outline_id, section_id)
    form = OutlineSectionForm(sent(request), editing=section)
    if form.is_valid():
        with form.explaining_refusals():
            edit_outline_section(section=section, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(section)
    return show(request, form, section.outline, "Edit the section")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def outline_section_remove(request: PersonRequest, outline_id: int, section_id: int) -> HttpResponse:
    """Take a section out of an outline, on confirmation."""
    section = section_of(outline_id, section_id)
    form = ConfirmForm(sent(request), editing=section, button="Remove the section", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_outline_section(section=section, by=request.user, version=form.version)
            messages.success(request, f"The section “{section.heading}” is removed")
            return redirect(section.outline)
    context = {
        "form": form,
        "heading": "Remove this section?",
        "caption": str(section.outline),
        "warning": f"Reports that are drafted from now on have no section “{section.heading}”.",
        "back_url": section.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def outline_section_move(request: PersonRequest, outline_id: int, section_id: int) -> HttpResponse:
    """Let a section change places with the one above or below it."""
    section = section_of(outline_id, section_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Choose whether to move the section up or down")
        return redirect(section)
    try:
        move_outline_section(section=section, by=request.user, **form.record)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        way = "up" if form.cleaned_data["step"] < 0 else "down"
        messages.success(request, f"The section “{section.heading}” is moved {way}")
    return redirect(section)


def section_of(outline_id: int, section_id: int) -> OutlineSection:
    """Return a section of an outline."""
    sections = OutlineSection.objects.select_related("outline__committee")
    return get_object_or_404(sections, pk=section_id, outline=outline_id)


def show(request: PersonRequest, form: OutlineSectionForm, outline: Outline, heading: str) -> HttpResponse:
    """Show the form."""
    context = {
        "form": form,
        "heading": heading,
        "caption": str(outline),
        "back_url": outline.get_absolute_url(),
        "kinds": kinds_with_hints() if "kind" in form.fields else [],
    }
    return render(request, "reports/writing_form.html" if form.has_words else "form_page.html", context)
