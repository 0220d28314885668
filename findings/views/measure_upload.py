"""Adding the values of many measures from a spreadsheet, in two steps: check, then add."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from findings.exports import empty_template
from findings.forms.measure_upload import MeasureUploadConfirmForm, MeasureUploadForm, sealed
from findings.models import Measure
from findings.presenters.measures import value_in_words
from findings.rules.small_counts import small_counts_outside
from findings.services.measures import add_measurements
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.registers import csv_response, workbook_response
from portal.wording import count


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def measure_upload(request: PersonRequest) -> HttpResponse:
    """Take a file in, and show what would be added or which cells are wrong; nothing is saved here."""
    is_post = request.method == "POST"
    measures = Measure.objects.visible_to(request.user)
    form = MeasureUploadForm(
        request.POST if is_post else None,
        request.FILES if is_post else None,
        measures={measure.name.lower(): measure for measure in measures},
        today=timezone.localdate(),
        hiding=small_counts_outside(),
    )
    context = {
        "form": form,
        "heading": "Add values from a spreadsheet",
        "back_url": reverse("findings:measure_list"),
        "is_checked": form.is_valid(),
    }
    if form.is_valid():
        names = {measure.pk: measure for measure in measures}
        context["shown"] = [
            (names[row.measure], row, value_in_words(names[row.measure].unit, row.value))
            for row in form.values
        ]
        context["confirm"] = MeasureUploadConfirmForm(initial={"values_sealed": sealed(form.values)})
    return render(request, "findings/measure_upload.html", context)


@require_safe
@permission_required(Permission.RECORD)
def measure_template(request: PersonRequest, form: str) -> HttpResponseBase:
    """The headings of a spreadsheet of values, to fill in below them."""
    return csv_response(empty_template()) if form == "csv" else workbook_response(empty_template())


@require_POST
@permission_required(Permission.RECORD)
def measure_upload_confirm(request: PersonRequest) -> HttpResponse:
    """Add the values that were checked, all of them or none; a second sending adds nothing."""
    form = MeasureUploadConfirmForm(request.POST)
    if form.is_valid():
        with form.explaining_refusals():
            values = form.cleaned_data["values_sealed"]
            added = len(add_measurements(by=request.user, values=values))
            there = len(values) - added
            note = f". {count(there, 'value was', 'values were')} there already" if there else ""
            messages.success(request, f"{count(added, 'value')} added{note}")
            return redirect("findings:measure_list")
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect("findings:measure_upload")
