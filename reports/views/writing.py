"""Writing the text of a section: read before it is saved, never over somebody else's unseen."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.views.forms import form_page
from portal.wording import moment
from reports.drafting import draft_text
from reports.facts import Facts
from reports.forms.kinds import kinds_with_hints
from reports.forms.section import (
    PREVIEW,
    HeadingForm,
    KeepForm,
    KeptWordsForm,
    SectionForm,
    WordsForm,
)
from reports.models import KeptSection, KeptText, Section
from reports.rendering.unwritten import name_of
from reports.rules.attempts import attempt
from reports.rules.plain_lines import with_plain_lines
from reports.services.kept_texts import discard_text, keep_text
from reports.services.sections import edit_section
from reports.views.desks import TAKEN_UP, Desk, SectionDesk, others_at
from reports.views.preview import preview
from reports.views.scope import section_for

PREVIEW_TITLE = "How it will read"
MOST_FOLLOWED = 40_000
"""So many characters are shown while somebody types: the worst that can be written takes seconds to read."""


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_edit(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Edit a section's text; other words than the record's take it over. It can be read before it is saved."""
    section = section_for(request, report_id, section_id)
    if section.is_placed:
        return edit_heading(request, section)
    desk = SectionDesk.of(request, section)
    form = desk.form(SectionForm, sent(request))
    if form.is_valid() and PREVIEW not in request.POST:
        changes = form.record
        around = {name: changes.pop(name) for name in ("shown", "kept")}
        with form.explaining_refusals():
            edit_section(section=section, by=request.user, version=form.version, changes=changes, **around)
            messages.success(request, "Your changes are saved")
            return redirect(section)
    return show(request, form, section, "Edit the section", desk=desk)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def section_preview(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Show how words would read in a section's place, as a part of a page; nothing is saved."""
    section = section_for(request, report_id, section_id)
    if section.is_placed or not section.report.can_be_edited:
        raise PermissionDenied
    return show_preview(request, section)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def section_keep(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Keep what was typed in a section for whoever types it; a script is answered with data, a person with the form."""
    section = section_for(request, report_id, section_id)
    if section.is_placed:
        raise PermissionDenied
    desk = SectionDesk.of(request, section)
    form = desk.form(KeepForm, request.POST)
    kept = None
    if form.is_valid():
        values = form.record
        known = values.pop("kept")
        with form.explaining_refusals():
            kept = keep_text(
                section=section, by=request.user, version=form.version, kept=known, values=values
            )
    if wants_data(request):
        return as_data(form, kept, others_at(section, request.user))
    if form.errors:
        return show(request, form, section, "Edit the section", desk=desk)
    return go_on(request, desk, is_kept=kept is not None)


def go_on(request: PersonRequest, desk: Desk, *, is_kept: bool) -> HttpResponse:
    """Show the form again with what was kept."""
    messages.success(request, "Your text is kept. It is not in the report until you save it")
    return redirect(f"{desk.url}?{TAKEN_UP}" if is_kept else desk.url)


def show_preview(request: PersonRequest, section: Section) -> HttpResponse:
    """Show how the words that were sent would read in a section's place, unless they are many."""
    body = words_of(section, request.POST.get("body", ""))
    too_long = len(body) > MOST_FOLLOWED
    context = {
        "preview_title": PREVIEW_TITLE,
        "preview_heading": request.POST.get("heading", "")[:200] or heading_of(section),
        "blocks": [] if too_long else preview(section, with_plain_lines(body)),
        "too_long": too_long,
    }
    return render(request, "reports/parts/preview.html", context)


def wants_data(request: PersonRequest) -> bool:
    """Tell whether a script asks, and not a person."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def as_data(form: KeptWordsForm, kept: KeptText | KeptSection | None, others: str = "") -> JsonResponse:
    """Say to a script what became of the words that it sent."""
    if form.errors:
        problem = next(iter(form.errors.values()))[0]
        return JsonResponse({"problem": problem, "others": others}, status=409)
    said = f"Kept for you on {moment(kept.kept_at)}. Not saved in the report yet" if kept else ""
    return JsonResponse({"kept": kept.stamp if kept else None, "said": said, "others": others})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def section_discard(request: PersonRequest, report_id: int, section_id: int) -> HttpResponse:
    """Forget what one has kept of a section, on confirmation; it is shown below."""
    section = section_for(request, report_id, section_id)
    kept = get_object_or_404(section.kept_texts, person=request.user)
    form = ConfirmForm(sent(request), editing=kept, button="Discard the text", is_warning=True)
    edit_url = reverse("reports:section_edit", args=[report_id, section_id])
    if form.is_valid():
        with form.explaining_refusals():
            discard_text(kept=kept, by=request.user, version=form.version)
            messages.success(request, "The text that you had not saved is discarded")
            return redirect(edit_url)
    context = {
        "form": form,
        "heading": "Discard the text that you have not saved?",
        "caption": section.heading,
        "warning": "It cannot be brought back. The section stays as it is in the report.",
        "back_url": edit_url,
        "kept": kept,
    }
    return render(request, "reports/section_discard.html", context)


def edit_heading(request: PersonRequest, section: Section) -> HttpResponse:
    """Edit the heading of a section that has no text of its own."""
    form = HeadingForm(sent(request), editing=section, exemptions=section.report.exemptions.all())
    if form.is_valid():
        with form.explaining_refusals():
            edit_section(section=section, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(section)
    return form_page(
        request,
        form,
        heading="Edit the section’s heading",
        caption=section.report.title,
        back_url=section.get_absolute_url(),
    )


def show(
    request: PersonRequest, form: WordsForm, section: Section, heading: str, *, desk: Desk
) -> HttpResponse:
    """Show a section's form, and beside it how the text will read."""
    context = {
        "form": form,
        "heading": heading,
        "caption": section.report.title,
        "back_url": section.get_absolute_url() if section.pk else section.report.get_absolute_url(),
        "preview_url": preview_url(section),
        "preview_title": PREVIEW_TITLE,
        "preview_heading": form["heading"].value() or heading_of(section),
        "blocks": previewed(form, section, desk),
        "kinds": [] if section.pk else kinds_with_hints(),
        "desk": desk,
        "kept": desk.kept_elsewhere(form),
    }
    if form.is_overtaken:
        context |= desk.overtaken(form)
    return render(request, "reports/section_form.html", context)


def words_of(section: Section, body: str) -> str:
    """Return the words to be shown: those of the record in a section that is still to be added and that it writes."""
    if section.pk or section.kind == Section.Kind.TEXT:
        return body
    return attempt(lambda: draft_text(section.kind, Facts.of(section.report)), "", name=name_of(section))


def heading_of(section: Section) -> str:
    """Return the heading that a section still to be added gets of itself; an empty one for any other."""
    return "" if section.pk or section.kind == Section.Kind.TEXT else str(section.get_kind_display())


def preview_url(section: Section) -> str:
    """Return where a script asks how a text will read: in a section's place, or in that of one still to be added."""
    if section.pk:
        return reverse("reports:section_preview", args=[section.report_id, section.pk])
    return reverse("reports:new_section_preview", args=[section.report_id])


def previewed(form: WordsForm, section: Section, desk: Desk) -> list[dict[str, Any]]:
    """Return how the text of a form will read; nothing where it cannot be saved."""
    if "body" in form.errors:
        return []
    return preview(section, words_of(section, form["body"].value() or ""), desk.known)
