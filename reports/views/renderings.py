"""Making the files: how far they are, stopping, trying again, and the editions that came of it."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from portal.charts import width_for
from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from portal.views.files import file_response
from reports.facts import Facts, measure_facts
from reports.figures import measure_in_text
from reports.models import Audience, Edition, Report
from reports.rendering.charts import draw
from reports.rendering.making import Making
from reports.rendering.snapshot import Snapshot, frozen_content, section_of_draft
from reports.services.renderings import retry_rendering, stop_rendering
from reports.views.scope import as_far_as_allowed, section_as_far_as_allowed

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
}


@require_safe
@permission_required(Permission.SEE_RECORD)
def rendering_status(request: PersonRequest, report_id: int) -> HttpResponse:
    """Say how far the files of a report are."""
    return JsonResponse(making_of(request, report_id)[1].as_status())


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def rendering_retry(request: PersonRequest, report_id: int) -> HttpResponse:
    """Ask again for files that could not be made."""
    report, _ = making_of(request, report_id)
    try:
        retry_rendering(report=report, by=request.user)
        messages.success(request, "The files are being made again")
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(report)


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def rendering_stop(request: PersonRequest, report_id: int) -> HttpResponse:
    """Stop the making of a report's files."""
    report, _ = making_of(request, report_id)
    try:
        stop_rendering(report=report, by=request.user)
        messages.success(request, "The files are not being made any more")
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(report)


def making_of(request: PersonRequest, report_id: int) -> tuple[Report, Making]:
    """Return a report with the making of its files; a 404 where nobody has asked for them."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    making = Making.of(report)
    if making is None:
        raise Http404
    return report, making


@require_safe
@permission_required(Permission.SEE_RECORD, Permission.READ_EXEMPT_PAPERS)
def edition_pdf(request: PersonRequest, edition_id: int) -> HttpResponseBase:
    """One edition as its frozen PDF."""
    return edition_response(edition_for(request, edition_id), "pdf")


@require_safe
@permission_required(Permission.SEE_RECORD, Permission.READ_EXEMPT_PAPERS)
def edition_docx(request: PersonRequest, edition_id: int) -> HttpResponseBase:
    """One edition as its frozen Word file."""
    return edition_response(edition_for(request, edition_id), "docx")


@require_safe
@permission_required(Permission.SEE_RECORD, Permission.READ_EXEMPT_PAPERS)
def edition_html(request: PersonRequest, edition_id: int) -> HttpResponseBase:
    """One edition as its frozen web page, to keep or to put on another site."""
    return edition_response(edition_for(request, edition_id), "html")


def edition_for(request: PersonRequest, edition_id: int) -> Edition:
    """Return an edition that this person may see; a 404 for any other."""
    editions = Edition.objects.visible_to(request.user).defer("snapshot").select_related("report__meeting")
    edition: Edition = get_object_or_404(editions, pk=edition_id)
    return edition


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_chart(request: PersonRequest, report_id: int, section_id: int, place: int) -> HttpResponse:
    """A chart of a report, as SVG: frozen once it is approved, from the record until then."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    frozen = None if report.can_be_edited else frozen_content(report)
    if frozen:
        return block_response(request, block_of(as_far_as_allowed(frozen, request.user), section_id, place))
    section = get_object_or_404(report.sections, pk=section_id)
    shown = section_as_far_as_allowed(section_of_draft(section), request.user)
    return block_response(request, block_of({"sections": [shown]}, section_id, place))


@require_safe
@permission_required(Permission.DRAFT_REPORTS)
def measure_chart(request: PersonRequest, report_id: int, measure_id: int) -> HttpResponse:
    """The chart of a measure as a draft would show it, for a text that is not saved yet."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    measures = Facts.of(report).about_period(measure_facts).measures
    fact = next((fact for fact in measures if fact.measure.pk == measure_id), None)
    if fact is None:
        raise Http404
    return block_response(request, measure_in_text(fact)[0])


def block_of(snapshot: Snapshot, section_id: int, place: int) -> Snapshot:
    """Return a chart of a snapshot: so many charts into a section. Raises a 404 where there is none."""
    for section in snapshot["sections"]:
        if section["record"] == section_id:
            charts: list[Snapshot] = [block for block in section["blocks"] if block["type"] == "chart"]
            if 1 <= place <= len(charts):
                return charts[place - 1]
    raise Http404


def block_response(request: PersonRequest, block: Snapshot) -> HttpResponse:
    """Return a chart of a snapshot as a picture, as wide as its address asks."""
    return chart_response(draw(block, width=width_for(request.GET)))


def edition_response(edition: Edition, kind: str) -> FileResponse:
    """Return a file of an edition as a download with a name that says what it is.

    Raises a 404 where the file is gone, and for an edition from before there were such files.
    """
    report = edition.report
    version = f"-version-{report.number}" if report.number > 1 else ""
    name = f"{slugify(report.title)}-{report.meeting.held_on}{version}-edition-{edition.number}"
    if edition.audience != Audience.PUBLIC:
        name += f"-{edition.audience}"
    return file_response(getattr(edition, kind), filename=f"{name}.{kind}", content_type=CONTENT_TYPES[kind])
