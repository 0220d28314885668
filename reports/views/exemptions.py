"""What of a report the public may not read."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports.forms.exemption import ExemptionForm
from reports.models import Report
from reports.services.exemptions import add_exemption, edit_exemption, remove_exemption
from reports.views.scope import draft_for, exemption_for


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def exemption_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Add a ground on which parts of the report are kept from the public."""
    report = draft_for(request, report_id)
    form = ExemptionForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            exemption = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_exemption(by=request.user, report=report, **form.record),
            )
            messages.success(
                request, f"Exemption {exemption.letter} is added. Say now what is exempt under it"
            )
            return redirect(exemption)
    return show(request, form, report, "Add an exemption")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def exemption_edit(request: PersonRequest, report_id: int, exemption_id: int) -> HttpResponse:
    """Change a ground or why it holds."""
    exemption = exemption_for(request, report_id, exemption_id)
    form = ExemptionForm(sent(request), editing=exemption)
    if form.is_valid():
        with form.explaining_refusals():
            edit_exemption(exemption=exemption, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(exemption)
    return show(request, form, exemption.report, f"Edit exemption {exemption.letter}")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def exemption_remove(request: PersonRequest, report_id: int, exemption_id: int) -> HttpResponse:
    """Take an exemption away, on confirmation; not while a part is exempt under it."""
    exemption = exemption_for(request, report_id, exemption_id)
    form = ConfirmForm(sent(request), editing=exemption, button="Remove the exemption", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_exemption(exemption=exemption, by=request.user, version=form.version)
            messages.success(request, f"Exemption {exemption.letter} is removed")
            return redirect(exemption.report)
    context = {
        "form": form,
        "heading": f"Remove exemption {exemption.letter}?",
        "caption": exemption.report.title,
        "warning": exemption.get_ground_display(),
        "back_url": exemption.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def show(request: PersonRequest, form: ExemptionForm, report: Report, heading: str) -> HttpResponse:
    """Show the form."""
    return form_page(
        request,
        form,
        heading=heading,
        caption=report.title,
        back_url=f"{report.get_absolute_url()}#exemptions",
    )
