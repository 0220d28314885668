"""The register of measures, on the page and as a file; one measure and its chart."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from findings.filters import narrowed_measures
from findings.models import Measure, Measurement
from findings.presenters.measures import CHART_UNITS, label_of, row_of, rows_of, story_of
from findings.rules.small_counts import SmallCounts, small_counts_for
from portal.charts import Series, line_chart, width_for
from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from portal.views.registers import default_view, export_response, register_page
from portal.wording import day, joined

FEWEST_FOR_A_CHART = 2


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_list(request: PersonRequest) -> HttpResponseBase:
    """Every measure with its latest value; those no longer in use come last."""
    if wanted := default_view(request, "measures"):
        return wanted
    hiding = small_counts_for(request.user)
    filtered = narrowed_measures(request.user, request.GET, Measure.objects.with_latest())
    context = register_page(request, "measures", filtered)
    context |= {
        "rows": [row_of(measure, measure.latest, hiding=hiding) for measure in context["page"]],
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "findings/measure_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_export(request: PersonRequest, form: str) -> HttpResponseBase:
    """Every value of the same measures as a file, in the columns that an upload takes."""
    return export_response(request, "measures", form)


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_detail(request: PersonRequest, measure_id: int) -> HttpResponse:
    """One measure: its values as a chart and as a table, with their sources."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    measurements = list(
        measure.measurements.select_related("recorded_by").prefetch_related("corrections__corrected_by")
    )
    hiding = small_counts_for(request.user)
    rows = rows_of(measure, measurements, hiding=hiding)
    has_chart = len(measurements) >= FEWEST_FOR_A_CHART
    told = [row for row in measurements if not _ever_hidden(hiding, measure, row)]
    context = {
        "measure": measure,
        "themes": measure.themes.all(),
        "rows": rows,
        "latest": row_of(measure, measurements[:-3:-1], hiding=hiding),
        "corrected_days": joined(day(row.measurement.measured_on) for row in rows if row.corrections),
        "story": story_of(measure, measurements, hiding=hiding) if has_chart else "",
        "has_hidden": any(hiding.hides(measure, row) for row in measurements),
        "entries": history_page(request, history_of(measure, told)),
        "shows_history": "history" in request.GET,
        "breadcrumbs": [("Measures", reverse("findings:measure_list"))],
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "findings/measure_detail.html", context)


def _ever_hidden(hiding: SmallCounts, measure: Measure, row: Measurement) -> bool:
    return hiding.hides(measure, row) or any(hiding.hides(measure, was) for was in row.corrections.all())


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_chart(request: PersonRequest, measure_id: int) -> HttpResponse:
    """Draw a measure's history; a value that this reader may not see leaves a gap."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    measurements = list(measure.measurements.prefetch_related("corrections"))
    hiding = small_counts_for(request.user)
    picture = line_chart(
        title=measure.name,
        description=story_of(measure, measurements, hiding=hiding) if measurements else "No values yet",
        labels=[label_of(row) for row in measurements],
        days=[row.measured_on for row in measurements],
        series=[Series(measure.name, [hiding.shown(measure, row) for row in measurements])],
        unit=CHART_UNITS.get(Measure.Unit(measure.unit), ""),
        width=width_for(request.GET),
    )
    return chart_response(picture)
