"""Adding a section to a report: kept while it is typed, read before it is saved."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports.forms.section import PREVIEW, KeepNewForm, NewSectionForm
from reports.models import Report, Section
from reports.services.kept_texts import discard_text, keep_section
from reports.services.sections import add_section
from reports.views.desks import NewDesk
from reports.views.scope import draft_for
from reports.views.writing import as_data, go_on, show, show_preview, wants_data

TITLE = "Add a section"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Add a section: of the officers' own words, or of another kind that the report does not have."""
    report = draft_for(request, report_id)
    desk = NewDesk.of(request, report)
    form = desk.form(NewSectionForm, sent(request))
    if form.is_valid() and PREVIEW not in request.POST:
        with form.explaining_refusals():
            section = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_section(by=request.user, report=report, **form.record),
            )
            messages.success(request, "The section is added")
            return redirect(section)
    return show(request, form, new_section(report, form), TITLE, desk=desk)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def new_section_preview(request: PersonRequest, report_id: int) -> HttpResponse:
    """Show how words would read in a new section of a report, as a part of a page; nothing is saved."""
    report = draft_for(request, report_id)
    if not report.can_be_edited:
        raise PermissionDenied
    form = NewDesk.of(request, report).form(NewSectionForm, request.POST)
    form.full_clean()
    return show_preview(request, new_section(report, form))


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def new_section_keep(request: PersonRequest, report_id: int) -> HttpResponse:
    """Keep what was typed of a new section for whoever types it, as `section_keep` does."""
    report = draft_for(request, report_id)
    desk = NewDesk.of(request, report)
    form = desk.form(KeepNewForm, request.POST)
    kept = None
    if form.is_valid():
        values = form.record
        known = values.pop("kept")
        with form.explaining_refusals():
            kept = keep_section(report=report, by=request.user, token=form.token, kept=known, values=values)
    if wants_data(request):
        return as_data(form, kept)
    if form.errors:
        return show(request, form, new_section(report, form), TITLE, desk=desk)
    return go_on(request, desk, is_kept=kept is not None)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def new_section_discard(request: PersonRequest, report_id: int) -> HttpResponse:
    """Forget what one has kept of a new section, on confirmation; it is shown below."""
    report = draft_for(request, report_id)
    kept = get_object_or_404(report.kept_sections, person=request.user)
    desk = NewDesk.of(request, report)
    form = ConfirmForm(sent(request), editing=kept, button="Discard the text", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            discard_text(kept=kept, by=request.user, version=form.version)
            messages.success(request, "The text that you had not saved is discarded")
            return redirect(desk.url)
    context = {
        "form": form,
        "heading": "Discard the text that you have not saved?",
        "caption": report.title,
        "warning": "It cannot be brought back. No section is added to the report.",
        "back_url": desk.url,
        "kept": kept,
    }
    return render(request, "reports/section_discard.html", context)


def new_section(report: Report, form: NewSectionForm) -> Section:
    """Return a section that stands where a form asks for it, as far as it has been filled in; it is not saved."""
    values = form.cleaned_data if form.is_bound else form.initial
    kind = values.get("kind") or Section.Kind.TEXT
    after = values.get("after") if form.is_bound else None
    return Section(report=report, kind=kind, position=after.position + 1 if after else 1)
