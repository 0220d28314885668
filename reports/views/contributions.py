"""The plan of one report: its deadlines, what people contribute to it, and giving it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports.deadlines import contribution_due_on, deadlines_of, was_asked_late
from reports.forms.plan import AskForm, ContributionForm
from reports.models import Contribution, Report
from reports.plan import asked_of, planned_report
from reports.presenters import status_colour
from reports.services.contributions import ask_contribution, give_contribution, place_contribution
from reports.views.plan import contributing_people
from reports.views.scope import draft_for

PLACE = "Put it into the report"


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_plan(request: PersonRequest, report_id: int) -> HttpResponse:
    """When each step of a report is due, and what people contribute."""
    reports = Report.objects.visible_to(request.user).with_published_before()
    reports = reports.select_related("meeting__committee__cycle").prefetch_related("contributions")
    report = get_object_or_404(reports, pk=report_id)
    today = timezone.localdate()
    context = {
        "report": report,
        "colour": status_colour(report.status),
        "planned": planned_report(report, on=today),
        "days": deadlines_of(report.meeting),
        "asked": asked_of(report, on=today),
        "place": PLACE,
        "may_edit": report.can_be_edited and is_allowed(request.user, Permission.DRAFT_REPORTS),
    }
    return render(request, "reports/report_plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def contribution_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Ask somebody to contribute to one report."""
    report = draft_for(request, report_id)
    form = AskForm(sent(request), people=contributing_people())
    if form.is_valid():
        with form.explaining_refusals():
            contribution = create_once(
                token=form.token,
                by=request.user,
                create=lambda: ask_contribution(report=report, by=request.user, **form.record),
            )
            messages.success(request, f"{contribution} is asked by e-mail")
            return redirect("reports:report_plan", report.pk)
    return form_page(
        request,
        form,
        heading="Ask for a contribution",
        caption=report.title,
        back_url=reverse("reports:report_plan", args=[report.pk]),
    )


@require_POST
@permission_required(Permission.DRAFT_REPORTS)
def contribution_place(request: PersonRequest, report_id: int, contribution_id: int) -> HttpResponse:
    """Put a contribution into its report as a section, as it was read on the page that asked."""
    report = draft_for(request, report_id)
    contribution = get_object_or_404(report.contributions.select_related("person"), pk=contribution_id)
    form = ConfirmForm(request.POST, editing=contribution, button=PLACE)
    if not form.is_valid():
        messages.warning(request, "Read the contribution again, then put it into the report")
        return redirect("reports:report_plan", report.pk)
    try:
        section = place_contribution(contribution=contribution, by=request.user, version=form.version)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("reports:report_plan", report.pk)
    messages.success(request, f"The contribution of {contribution.person} is a section of the report")
    return redirect(section)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS)
def contribution_give(request: PersonRequest, contribution_id: int) -> HttpResponse:
    """Give what one was asked for; officers also take in what somebody gave them otherwise."""
    related = ("person", "report__meeting__committee__cycle")
    contributions = Contribution.objects.visible_to(request.user).select_related(*related)
    contribution = get_object_or_404(contributions, pk=contribution_id)
    report, sees = contribution.report, is_allowed(request.user, Permission.SEE_RECORD)
    is_own = contribution.person_id == request.user.pk
    if not is_own and not is_allowed(request.user, Permission.DRAFT_REPORTS):
        raise PermissionDenied
    # A form that was opened before the approval still comes in: the service refuses it beside what was typed.
    is_open = report.can_be_edited or request.method == "POST"
    form = ContributionForm(sent(request), editing=contribution) if is_open else None
    if form is not None and form.is_valid():
        with form.explaining_refusals():
            give_contribution(
                contribution=contribution, by=request.user, version=form.version, changes=form.record
            )
            messages.success(request, "The contribution is saved. The author of the report can read it")
            return redirect("reports:report_plan", report.pk) if sees else redirect(contribution)
    context = {
        "contribution": contribution,
        "form": form,
        "is_own": is_own,
        "last_day": contribution_due_on(contribution),
        "was_asked_late": was_asked_late(contribution),
        "back_url": reverse("reports:report_plan", args=[report.pk]) if sees else reverse("actions:my_work"),
    }
    page = "contribution_give" if form is not None else "contribution_read"
    return render(request, f"reports/{page}.html", context)
