"""The annexes of a report."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.files import file_response
from reports.forms.annex import AnnexForm
from reports.forms.section import MoveForm
from reports.models import Annex, AnnexFile, Report
from reports.rendering.audience import public_part
from reports.rendering.places import content_of
from reports.rendering.snapshot import Snapshot
from reports.services.annexes import add_annex, edit_annex, move_annex, remove_annex
from reports.views.scope import annex_for, as_far_as_allowed, draft_for, published_edition


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def annex_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Add an annex: a file, a text, or the action plan from the record."""
    report = draft_for(request, report_id)
    form = AnnexForm(sent(request), request.FILES or None, exemptions=report.exemptions.all())
    if form.is_valid():
        with form.explaining_refusals():
            annex = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_annex(by=request.user, report=report, **form.record),
            )
            messages.success(request, "The annex is added")
            return redirect(annex)
    return show(request, form, report, "Add an annex")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def annex_edit(request: PersonRequest, report_id: int, annex_id: int) -> HttpResponse:
    """Change an annex, perhaps with another file in place of its own."""
    annex = annex_for(request, report_id, annex_id)
    exemptions = annex.report.exemptions.all()
    form = AnnexForm(sent(request), request.FILES or None, editing=annex, exemptions=exemptions)
    if form.is_valid():
        changes = form.record
        file = changes.pop("file", None)
        with form.explaining_refusals():
            edit_annex(annex=annex, by=request.user, version=form.version, changes=changes, file=file)
            messages.success(request, "Your changes are saved")
            return redirect(annex)
    return show(request, form, annex.report, "Edit the annex", annex=annex)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def annex_remove(request: PersonRequest, report_id: int, annex_id: int) -> HttpResponse:
    """Take an annex out of the report, on confirmation."""
    annex = annex_for(request, report_id, annex_id)
    form = ConfirmForm(sent(request), editing=annex, button="Remove the annex", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_annex(annex=annex, by=request.user, version=form.version)
            messages.success(request, f"The annex “{annex.title}” is removed")
            return redirect(annex.report)
    context = {
        "form": form,
        "heading": "Remove this annex?",
        "caption": annex.title,
        "warning": "The annex is taken out of the report, and its file or text is deleted.",
        "back_url": annex.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def annex_move(request: PersonRequest, report_id: int, annex_id: int) -> HttpResponse:
    """Let an annex change places with the one above or below it."""
    annex = annex_for(request, report_id, annex_id)
    form = MoveForm(request.POST)
    if not form.is_valid():
        messages.warning(request, "Choose whether to move the annex up or down")
        return redirect(annex)
    try:
        move_annex(annex=annex, by=request.user, **form.record)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        way = "up" if form.cleaned_data["step"] < 0 else "down"
        messages.success(request, f"The annex “{annex.title}” is moved {way}")
    return redirect(annex)


@require_safe
@permission_required(Permission.SEE_RECORD, Permission.READ_EXEMPT_PAPERS)
def annex_file(request: PersonRequest, report_id: int, annex_id: int) -> HttpResponseBase:
    """Give the file of an annex back as it came, as far as this person may read the report: always a download."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    annex: Annex = get_object_or_404(report.annexes.exclude(file=None).select_related("file"), pk=annex_id)
    is_paper = report.status == Report.Status.PUBLISHED
    allowed = as_far_as_allowed(content_of(report), request.user, is_paper=is_paper)["annexes"]
    shown = next((row for row in allowed if row.get("record") == annex.pk), None)
    # The file holds all of a document, also what was left out of its pages.
    if annex.file is None or shown is None or any(block["type"] == "exempt" for block in shown["blocks"]):
        raise Http404
    return annex_response(annex.file)


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_annex(request: PersonRequest, report_id: int, letter: str) -> HttpResponseBase:
    """Give an annex of a published report as it was frozen: only one that the public may read."""
    edition = published_edition(request, report_id)
    return annex_response(frozen_file(public_part(edition.snapshot), letter))


def frozen_file(snapshot: Snapshot, letter: str) -> AnnexFile:
    """Return the file that was frozen as an annex; a 404 where there is none, or it is exempt."""
    for row in snapshot["annexes"]:
        if row["letter"].lower() == letter and row.get("file"):
            file: AnnexFile = get_object_or_404(AnnexFile, pk=row["file"]["id"], sha256=row["file"]["sha256"])
            return file
    raise Http404


def annex_response(file: AnnexFile) -> HttpResponseBase:
    """Return a file for a browser to keep, never to open in the portal's name."""
    return file_response(file.file, filename=file.name, content_type="application/octet-stream")


def show(
    request: PersonRequest, form: AnnexForm, report: Report, heading: str, *, annex: Annex | None = None
) -> HttpResponse:
    """Show the form."""
    context = {
        "form": form,
        "heading": heading,
        "caption": annex.title if annex else report.title,
        "back_url": annex.get_absolute_url() if annex else report.get_absolute_url(),
    }
    return render(
        request, "reports/writing_form.html" if "body" in form.fields else "form_page.html", context
    )
