"""Making the PDF: how far it is, trying again, and the editions that came of it."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import slugify
from django.views.decorators.http import require_POST, require_safe

from portal.charts import width_for
from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from portal.views.files import file_response
from reports.facts import Facts
from reports.figures import figures
from reports.models import Edition, Report
from reports.rendering.charts import draw
from reports.rendering.snapshot import Snapshot, frozen_content
from reports.services.renderings import retry_rendering
from reports.views.scope import as_far_as_allowed


@require_safe
@permission_required(Permission.SEE_RECORD)
def rendering_status(request: PersonRequest, report_id: int) -> HttpResponse:
    """Say how far the PDF of a report is."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    rendering = report.renderings.defer("snapshot").order_by("-asked_at", "-pk").first()
    if rendering is None:
        raise Http404
    return JsonResponse(rendering.as_status())


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def rendering_retry(request: PersonRequest, report_id: int) -> HttpResponse:
    """Ask again for a PDF that could not be made."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    rendering = get_object_or_404(report.renderings.order_by("-asked_at", "-pk")[:1])
    try:
        retry_rendering(rendering=rendering, by=request.user)
        messages.success(request, "The PDF is being made again")
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(report)


@require_safe
@permission_required(Permission.SEE_RECORD)
def edition_pdf(request: PersonRequest, edition_id: int) -> HttpResponseBase:
    """One edition as its frozen PDF."""
    editions = Edition.objects.visible_to(request.user).defer("snapshot")
    return pdf_response(get_object_or_404(editions.select_related("report__meeting"), pk=edition_id))


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_chart(request: PersonRequest, report_id: int, section_id: int, place: int) -> HttpResponse:
    """A chart of a report, as SVG: frozen once it is approved, from the record until then."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    frozen = None if report.can_be_edited else frozen_content(report)
    if frozen:
        return block_response(request, block_of(as_far_as_allowed(frozen, request.user), section_id, place))
    section = get_object_or_404(report.sections, pk=section_id)
    if section.exemption_id and not is_allowed(request.user, Permission.SEE_EXEMPT):
        raise Http404
    charts = [block for block in figures(section.kind, Facts.of(report)) if block["type"] == "chart"]
    if not 1 <= place <= len(charts):
        raise Http404
    return block_response(request, charts[place - 1])


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


def pdf_response(edition: Edition) -> FileResponse:
    """Return the PDF as a download with a name that says what it is. Raises a 404 where the file is gone."""
    name = f"{slugify(edition.report.title)}-{edition.report.meeting.held_on}-edition-{edition.number}.pdf"
    return file_response(edition.pdf, filename=name, content_type="application/pdf")
