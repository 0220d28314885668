"""Measures and their history."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from findings.figures import CHART_UNITS, label_of, row_of, rows_of, story_of
from findings.forms.measures import CorrectionForm, MeasureEditForm, MeasureForm, MeasurementForm
from findings.models import Measure
from findings.services.measures import add_measure, add_measurement, correct_measurement, edit_measure
from portal.charts import Series, line_chart
from portal.decorators import PersonRequest, permission_required
from portal.history import history_of
from portal.paging import history_page, paginate
from portal.permissions import Permission, is_allowed
from portal.services import create_once
from portal.wording import day, joined
from reviews.models import Theme

FEWEST_FOR_A_CHART = 2


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_list(request: PersonRequest) -> HttpResponse:
    """Every measure with its latest value; those no longer in use come last."""
    measures = Measure.objects.visible_to(request.user).order_by("-is_active", "name").with_latest()
    page = paginate(request, measures)
    context = {
        "page": page,
        "rows": [row_of(measure, measure.latest) for measure in page],
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "findings/measure_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_detail(request: PersonRequest, measure_id: int) -> HttpResponse:
    """One measure: its values as a chart and as a table, with their sources."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    measurements = list(
        measure.measurements.select_related("recorded_by").prefetch_related("corrections__corrected_by")
    )
    rows = rows_of(measure, measurements)
    has_chart = len(measurements) >= FEWEST_FOR_A_CHART
    context = {
        "measure": measure,
        "themes": measure.themes.all(),
        "rows": rows,
        "latest": row_of(measure, measurements[:-3:-1]),
        "corrected_days": joined(day(row.measurement.measured_on) for row in rows if row.corrections),
        "story": story_of(measure, measurements) if has_chart else "",
        "entries": history_page(request, history_of(measure, measurements)),
        "breadcrumbs": [("Measures", reverse("findings:measure_list"))],
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "findings/measure_detail.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def measure_chart(request: PersonRequest, measure_id: int) -> HttpResponse:
    """Draw a measure's history."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    measurements = list(measure.measurements.prefetch_related("corrections"))
    picture = line_chart(
        title=measure.name,
        description=story_of(measure, measurements) if measurements else "No values yet",
        labels=[label_of(row) for row in measurements],
        series=[Series(measure.name, [row.value for row in measurements])],
        unit=CHART_UNITS.get(Measure.Unit(measure.unit), ""),
    )
    policy = {"Content-Security-Policy": "default-src 'none'"}
    return HttpResponse(picture, content_type="image/svg+xml", headers=policy)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measure_add(request: PersonRequest) -> HttpResponse:
    """Add a measure."""
    form = MeasureForm(request.POST if request.method == "POST" else None, themes=Theme.objects.active())
    if form.is_valid():
        with form.explaining_refusals():
            measure = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_measure(by=request.user, details=form.record),
            )
            messages.success(request, f"The measure “{measure}” is added")
            return redirect(measure)
    context = {"heading": "Add a measure", "form": form, "back_url": reverse("findings:measure_list")}
    return render(request, "form_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measure_edit(request: PersonRequest, measure_id: int) -> HttpResponse:
    """Change a measure, or say that it is no longer counted."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    themes = Theme.objects.active() | Theme.objects.filter(measures=measure)
    form = MeasureEditForm(
        request.POST if request.method == "POST" else None, editing=measure, themes=themes.distinct()
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_measure(measure=measure, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(measure)
    context = {"heading": f"Edit “{measure}”", "form": form, "back_url": measure.get_absolute_url()}
    return render(request, "form_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measurement_add(request: PersonRequest, measure_id: int) -> HttpResponse:
    """Add a measure's value on a day."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    form = MeasurementForm(
        request.POST if request.method == "POST" else None, measure=measure, today=timezone.localdate()
    )
    if form.is_valid():
        with form.explaining_refusals():
            added = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_measurement(by=request.user, measure=measure, details=form.record),
            )
            messages.success(request, f"The value on {day(added.measured_on)} is added")
            return redirect(measure)
    context = {
        "heading": "Add a value",
        "caption": measure.name,
        "form": form,
        "back_url": measure.get_absolute_url(),
    }
    return render(request, "form_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measurement_correct(request: PersonRequest, measure_id: int, measurement_id: int) -> HttpResponse:
    """Correct a value that was recorded wrongly; what it was stays beside it."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    measurement = get_object_or_404(measure.measurements.select_related("measure"), pk=measurement_id)
    data = request.POST if request.method == "POST" else None
    form = CorrectionForm(data, editing=measurement, today=timezone.localdate())
    if form.is_valid():
        with form.explaining_refusals():
            corrected = correct_measurement(
                measurement=measurement,
                by=request.user,
                version=form.version,
                changes=form.changes,
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, f"The value on {day(corrected.measured_on)} is corrected")
            return redirect(measure)
    context = {
        "heading": "Correct a value",
        "caption": measure.name,
        "form": form,
        "back_url": measure.get_absolute_url(),
    }
    return render(request, "form_page.html", context)
