"""The recommendations of a report."""

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
from reports.forms.recommendation import RecommendationForm
from reports.models import Report
from reports.services.recommendations import (
    add_recommendation,
    edit_recommendation,
    remove_recommendation,
)
from reports.views.scope import draft_for, recommendation_for


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def recommendation_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Add a recommendation."""
    report = draft_for(request, report_id)
    form = RecommendationForm(sent(request), exemptions=report.exemptions.all())
    if form.is_valid():
        with form.explaining_refusals():
            recommendation = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_recommendation(by=request.user, report=report, **form.record),
            )
            messages.success(request, "The recommendation is added")
            return redirect(recommendation)
    return show(request, form, report, "Add a recommendation")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def recommendation_edit(request: PersonRequest, report_id: int, recommendation_id: int) -> HttpResponse:
    """Change a recommendation."""
    recommendation = recommendation_for(request, report_id, recommendation_id)
    exemptions = recommendation.report.exemptions.all()
    form = RecommendationForm(sent(request), editing=recommendation, exemptions=exemptions)
    if form.is_valid():
        with form.explaining_refusals():
            edit_recommendation(
                recommendation=recommendation, by=request.user, version=form.version, changes=form.record
            )
            messages.success(request, "Your changes are saved")
            return redirect(recommendation)
    return show(request, form, recommendation.report, "Edit the recommendation")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def recommendation_remove(request: PersonRequest, report_id: int, recommendation_id: int) -> HttpResponse:
    """Take a recommendation out of the report, on confirmation."""
    recommendation = recommendation_for(request, report_id, recommendation_id)
    form = ConfirmForm(
        sent(request), editing=recommendation, button="Remove the recommendation", is_warning=True
    )
    if form.is_valid():
        with form.explaining_refusals():
            remove_recommendation(recommendation=recommendation, by=request.user, version=form.version)
            messages.success(request, "The recommendation is removed")
            return redirect(recommendation.report)
    context = {
        "form": form,
        "heading": "Remove this recommendation?",
        "caption": recommendation.report.title,
        "warning": recommendation.text,
        "back_url": recommendation.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def show(request: PersonRequest, form: RecommendationForm, report: Report, heading: str) -> HttpResponse:
    """Show the form."""
    return form_page(request, form, heading=heading, caption=report.title, back_url=report.get_absolute_url())
