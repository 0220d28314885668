"""Adding measures and their values, and correcting them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from findings.forms.measures import CorrectionForm, MeasureEditForm, MeasureForm, MeasurementForm
from findings.models import Measure
from findings.services.measures import add_measure, add_measurement, correct_measurement, edit_measure
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from portal.wording import day
from reviews.models import Theme


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measure_add(request: PersonRequest) -> HttpResponse:
    """Add a measure."""
    form = MeasureForm(sent(request), themes=Theme.objects.active())
    if form.is_valid():
        with form.explaining_refusals():
            measure = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_measure(by=request.user, details=form.record),
            )
            messages.success(request, f"The measure “{measure}” is added")
            return redirect(measure)
    return form_page(request, form, heading="Add a measure", back_url=reverse("findings:measure_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measure_edit(request: PersonRequest, measure_id: int) -> HttpResponse:
    """Change a measure, or say that it is no longer counted."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    themes = Theme.objects.active() | Theme.objects.filter(measures=measure)
    form = MeasureEditForm(sent(request), editing=measure, themes=themes.distinct())
    if form.is_valid():
        with form.explaining_refusals():
            edit_measure(measure=measure, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(measure)
    return form_page(request, form, heading=f"Edit “{measure}”", back_url=measure.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measurement_add(request: PersonRequest, measure_id: int) -> HttpResponse:
    """Add a measure's value on a day."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    form = MeasurementForm(sent(request), measure=measure, today=timezone.localdate())
    if form.is_valid():
        with form.explaining_refusals():
            added = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_measurement(by=request.user, measure=measure, details=form.record),
            )
            messages.success(request, f"The value on {day(added.measured_on)} is added")
            return redirect(measure)
    return form_page(
        request, form, heading="Add a value", caption=measure.name, back_url=measure.get_absolute_url()
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measurement_correct(request: PersonRequest, measure_id: int, measurement_id: int) -> HttpResponse:
    """Correct a value that was recorded wrongly; what it was stays beside it."""
    measure = get_object_or_404(Measure.objects.visible_to(request.user), pk=measure_id)
    measurement = get_object_or_404(measure.measurements.select_related("measure"), pk=measurement_id)
    form = CorrectionForm(sent(request), editing=measurement, today=timezone.localdate())
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
    return form_page(
        request, form, heading="Correct a value", caption=measure.name, back_url=measure.get_absolute_url()
    )
