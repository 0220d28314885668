"""What the checks find in a report, and what somebody has found right as it is."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports import presenters
from reports.checks import CHECKS, Result, result_of
from reports.checks.outcome import outcome
from reports.deadlines import is_late, only_corrects
from reports.forms.step import ReasonForm
from reports.models import CheckOverride, Report
from reports.services.checks import override_check, remove_override
from reports.views.scope import draft_for


@require_safe
@permission_required(Permission.SEE_EXEMPT)
def report_checks(request: PersonRequest, report_id: int) -> HttpResponse:
    """What stands in the way of an approval; of an approved report, what was overridden."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report = get_object_or_404(reports.with_published_before(), pk=report_id)
    today = timezone.localdate()
    is_late_paper = report.can_be_edited and is_late(report.meeting, on=today)
    context = {
        "only_corrects": is_late_paper and only_corrects(report, on=today),
        "report": report,
        "colour": presenters.status_colour(report.status),
        "checks": CHECKS,
        **outcome(report, request.user),
    }
    return render(request, "reports/report_checks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def check_override(request: PersonRequest, report_id: int, check: str, key: str) -> HttpResponse:
    """Say why what a check found is right as it is."""
    report = draft_for(request, report_id, with_meeting=True)
    form = ReasonForm(
        sent(request),
        button="Override the check",
        label="Why is it right as it is?",
        missing="Enter why it is right as it is",
    )
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: override_check(
                    report=report, by=request.user, check=check, key=key, **form.record
                ),
            )
            messages.success(request, "The check is overridden")
            return redirect("reports:report_checks", report.pk)
    return show(request, form, report, result_of(report, check=check, key=key, on=timezone.localdate()))


def show(request: PersonRequest, form: ReasonForm, report: Report, found: Result | None) -> HttpResponse:
    """Show the form under what was found; one that was sent is shown again even where it is not found any more."""
    if request.method != "POST":
        if found is None:
            raise Http404
        if found.check.is_blocking:
            raise PermissionDenied
    context = {
        "form": form,
        "heading": f"Override: {found.check.label}" if found else "Override a check",
        "caption": report.title,
        "explanation": f"{found.finding.place}. {found.finding.message}" if found else "",
        "advice": "Your name and your reason stand in the report’s history. "
        "The override holds until the passage changes.",
        "back_url": reverse("reports:report_checks", args=[report.pk]),
    }
    return render(request, "confirm_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def override_remove(request: PersonRequest, report_id: int, override_id: int) -> HttpResponse:
    """Take an override back, on confirmation."""
    report = draft_for(request, report_id)
    override = get_object_or_404(
        CheckOverride.objects.select_related("report"), report=report, pk=override_id
    )
    form = ConfirmForm(sent(request), editing=override, button="Take the override back", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_override(override=override, by=request.user, version=form.version)
            messages.success(request, "The override is taken back")
            return redirect(override)
    context = {
        "form": form,
        "heading": "Take this override back?",
        "caption": report.title,
        "explanation": "The report cannot be approved until it is mended or overridden again.",
        "warning": override.message,
        "back_url": override.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)
