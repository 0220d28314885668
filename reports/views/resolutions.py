"""What the committee resolved on a report's recommendations, and what came of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports import presenters
from reports.forms.resolution import NewResolutionForm, OutcomeForm, ResolutionForm
from reports.models import Meeting, Recommendation, Report, Resolution
from reports.querysets import MeetingQuerySet
from reports.services.resolutions import edit_resolution, finish_resolution, record_resolution


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_resolutions(request: PersonRequest, report_id: int) -> HttpResponse:
    """What was resolved on each recommendation of a report, and what earlier resolutions it has to tell of."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report = get_object_or_404(reports, pk=report_id)
    today = timezone.localdate()
    resolutions = Resolution.objects.visible_to(request.user).with_state(on=today).with_places()
    own = resolutions.filter(recommendation__report=report).order_by("meeting__held_on", "pk")
    is_held = report.status == Report.Status.PUBLISHED and report.meeting.held_on <= today
    may_record = is_allowed(request.user, Permission.DRAFT_REPORTS)
    context = {
        "report": report,
        "colour": presenters.status_colour(report.status),
        "asked": presenters.asked(report.recommendations.order_by("position"), own),
        "returning": [
            presenters.ResolutionRow.of(row)
            for row in resolutions.brought_to(report).unfinished().in_order()
            if report.can_be_edited
        ],
        "may_record": may_record,
        "is_held": is_held,
    }
    return render(request, "reports/report_resolutions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def resolution_add(request: PersonRequest, report_id: int, recommendation_id: int) -> HttpResponse:
    """Record what a meeting resolved on a recommendation."""
    recommendation = asked_on_paper(request, report_id, recommendation_id)
    report, today = recommendation.report, timezone.localdate()
    form = NewResolutionForm(
        sent(request),
        meetings=meetings_of(report).filter(held_on__lte=today),
        initial={"meeting": report.meeting_id},
    )
    if form.is_valid():
        with form.explaining_refusals():
            details = form.record
            meeting = details.pop("meeting")
            resolution = create_once(
                token=form.token,
                by=request.user,
                create=lambda: record_resolution(
                    by=request.user,
                    on=today,
                    recommendation=recommendation,
                    meeting=meeting,
                    details=details,
                ),
            )
            messages.success(request, "The resolution is recorded")
            return redirect(resolution)
    return show(request, form, recommendation, "Record what the committee resolved")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def resolution_edit(request: PersonRequest, resolution_id: int) -> HttpResponse:
    """Correct what is recorded of a resolution."""
    resolution = resolution_for(request, resolution_id)
    form = ResolutionForm(sent(request), editing=resolution)
    if form.is_valid():
        with form.explaining_refusals():
            edit_resolution(resolution=resolution, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(resolution)
    return show(request, form, resolution.recommendation, "Edit the resolution", resolution)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def resolution_finish(request: PersonRequest, resolution_id: int) -> HttpResponse:
    """Record what came of a resolution."""
    resolution = resolution_for(request, resolution_id)
    form = OutcomeForm(sent(request), editing=resolution)
    if form.is_valid():
        with form.explaining_refusals():
            finish_resolution(
                resolution=resolution,
                by=request.user,
                version=form.version,
                on=timezone.localdate(),
                **form.record,
            )
            messages.success(request, "The outcome is recorded")
            return redirect(resolution)
    return show(request, form, resolution.recommendation, "Record the outcome", resolution)


def asked_on_paper(request: PersonRequest, report_id: int, recommendation_id: int) -> Recommendation:
    """Return a recommendation of a published report."""
    papers = Report.objects.visible_to(request.user).published()
    asked = Recommendation.objects.filter(report__in=papers, report=report_id)
    return get_object_or_404(asked.select_related("report__meeting__committee"), pk=recommendation_id)


def resolution_for(request: PersonRequest, resolution_id: int) -> Resolution:
    """Return a resolution to change."""
    resolutions = Resolution.objects.visible_to(request.user).on_papers()
    resolution: Resolution = get_object_or_404(resolutions.with_places(), pk=resolution_id)
    return resolution


def meetings_of(report: Report) -> MeetingQuerySet:
    """Return the meetings that can have decided on a report: its own and later ones of its committee.

    Where that committee no longer meets, those of every other one, since committees get new names.
    """
    later = Meeting.objects.filter(held_on__gte=report.meeting.held_on).select_related("committee")
    committee = report.meeting.committee
    return (later.filter(committee=committee) if committee.is_active else later).order_by("held_on")


def show(
    request: PersonRequest,
    form: ResolutionForm | OutcomeForm,
    recommendation: Recommendation,
    heading: str,
    resolution: Resolution | None = None,
) -> HttpResponse:
    """Show the form below the recommendation and, where there is one, the resolution."""
    page = reverse("reports:report_resolutions", args=[recommendation.report_id])
    context = {
        "form": form,
        "heading": heading,
        "caption": recommendation.report.title,
        "recommendation": recommendation,
        "resolution": resolution,
        "back_url": resolution.get_absolute_url() if resolution else page,
    }
    return render(request, "reports/resolution_form.html", context)
