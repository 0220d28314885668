"""The steps of a report on its way to the committee."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.exceptions import Refused, StaleRecord
from portal.forms import ConfirmForm
from portal.models import User
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.wording import count
from reports.checks.outcome import outcome
from reports.deadlines import is_late, only_corrects
from reports.forms.step import PublicationForm, ReasonForm
from reports.models import PlanRules, Report
from reports.permissions import why_not_approve
from reports.plan import contributions_left
from reports.services import workflow
from reports.services.checks import ChecksOpen
from reports.services.disclosure import disclosed_by


def nothing(report: Report, reader: User) -> dict[str, Any]:
    """Show nothing but the question."""
    return {}


@dataclass(frozen=True)
class Step:
    """What a step is called, what is said before it and after it, what takes it, and what its page shows."""

    heading: str
    explanation: str
    button: str
    done: str
    service: Callable[..., Report]
    reason_label: str = ""
    reason_missing: str = ""
    reason_hint: str = ""
    is_warning: bool = False
    advice: str = ""
    template: str = "confirm_page.html"
    shown: Callable[[Report, User], dict[str, Any]] = nothing
    counts_comments: bool = False
    asks_for_agreement: bool = False


SUBMIT = Step(
    "Send this report for review?",
    "A manager who wrote none of it can then approve it or send it back. It can be edited until it is approved.",
    "Send for review",
    "The report is sent for review",
    workflow.submit_report,
    counts_comments=True,
)
RETURN = Step(
    "Send this report back for changes",
    "The author sees your reason on the report.",
    "Send back",
    "The report is sent back for changes",
    workflow.return_report,
    "What should change?",
    "Enter what should change",
)
APPROVE = Step(
    "Approve this report?",
    "Its text, tables and charts are frozen as they stand, and its files are made: PDF, Word and web page. "
    "They cannot change after that.",
    "Approve the report",
    "The report is approved. Its files are being made",
    workflow.approve_report,
    template="reports/report_approve.html",
    shown=outcome,
    counts_comments=True,
)
PUBLISH = Step(
    "Publish this report?",
    "The committee can read it in the reading room, on screen, as PDF and in Word, from this moment. "
    "People who follow the committee are told by e-mail.",
    "Publish the report",
    "The report is published",
    workflow.publish_report,
    asks_for_agreement=True,
)
PUBLISH_LATE = replace(
    PUBLISH,
    explanation=f"It is less than five clear working days to the meeting. {PUBLISH.explanation}",
    reason_label="Why is it published late?",
    reason_missing="Enter why the report is published late, such as what the chair agreed",
    # Local Government Act 1972, s100B(4)(b): the special circumstances are specified in the minutes, not in the paper.
    reason_hint="It stands on the report’s own page, not in the paper. Where the chair takes the item as urgent, the "
    "law wants the special circumstances in the minutes of the meeting.",
)
PUBLISH_CORRECTION = replace(
    PUBLISH_LATE,
    reason_label="Why is it corrected now?",
    reason_missing="Enter why the report is corrected now, such as what was wrong",
    reason_hint="",
)
PUBLISH_AFTER = replace(
    PUBLISH_CORRECTION,
    explanation="The meeting is over. This version corrects the paper that was published for it. "
    f"{PUBLISH.explanation}",
)
FOR_GOOD = "It takes the place of the earlier version for good."
WITHDRAW = Step(
    "Withdraw this report",
    "The committee can no longer read it. Where it was published, readers see your reason instead and people who "
    "follow the committee are sent it by e-mail, so write nothing exempt in it. Its editions are kept for officers. A "
    "withdrawn report cannot be published again. To correct it, begin a new version instead: this one can be read "
    "until the new one takes its place.",
    "Withdraw the report",
    "The report is withdrawn",
    workflow.withdraw_report,
    "Why is it withdrawn?",
    "Enter why the report is withdrawn",
    is_warning=True,
)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def report_submit(request: PersonRequest, report_id: int) -> HttpResponse:
    """Send a draft for review; say which contributions it would go without."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    return take(replace(SUBMIT, advice=contributions_left(report)), request, report_id)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.APPROVE_REPORTS)
def report_return(request: PersonRequest, report_id: int) -> HttpResponse:
    """Send a report back to its author."""
    return take(RETURN, request, report_id)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.APPROVE_REPORTS)
def report_approve(request: PersonRequest, report_id: int) -> HttpResponse:
    """Approve a report and have its files made; of a version that opens what was exempt, say what becomes public."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    barred = report.status == Report.Status.IN_REVIEW and why_not_approve(request.user, report)
    if barred:
        raise PermissionDenied(barred)
    opened = "\n".join(row.words for row in disclosed_by(report))
    advice = (
        f"This was exempt and becomes public when the version is published:\n\n{opened}" if opened else ""
    )
    return take(replace(APPROVE, advice=advice), request, report_id)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.APPROVE_REPORTS)
def report_publish(request: PersonRequest, report_id: int) -> HttpResponse:
    """Let the committee read a report."""
    reports = Report.objects.visible_to(request.user).with_published_before().select_related("meeting")
    report = get_object_or_404(reports, pk=report_id)
    return take(publication_of(report), request, report_id)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.APPROVE_REPORTS)
def report_withdraw(request: PersonRequest, report_id: int) -> HttpResponse:
    """Take a report away from its readers."""
    return take(WITHDRAW, request, report_id)


def take(step: Step, request: PersonRequest, report_id: int) -> HttpResponse:
    """Ask for confirmation, then take the step with the report as it was read."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    form = form_of(step, sent(request), report)
    if form.is_valid():
        try:
            step.service(report=report, by=request.user, version=form.version, **form.record)
        except StaleRecord:
            messages.warning(
                request, "The report was changed after you opened it. Read it again, then decide"
            )
            return redirect(report)
        except ChecksOpen as refusal:
            messages.warning(request, str(refusal))
            return redirect("reports:report_checks", report.pk)
        except Refused as refusal:
            messages.warning(request, str(refusal))
            return redirect(report)
        messages.success(request, step.done)
        return redirect(report)
    return render(request, step.template, {**asking(step, form, report), **step.shown(report, request.user)})


def publication_of(report: Report) -> Step:
    """Return the publication of a report as it would be today: in time, late, or a correction of what was in time."""
    step, today = PUBLISH, timezone.localdate()
    if is_late(report.meeting, on=today):
        in_time = PUBLISH_AFTER if report.meeting.held_on < today else PUBLISH_CORRECTION
        step = in_time if only_corrects(report, on=today) else PUBLISH_LATE
        step = replace(step, advice="" if step is PUBLISH_AFTER else PlanRules.current().late_advice)
    earlier = Report.objects.versions_of(report).going_on().filter(number__lt=report.number)
    return replace(step, explanation=f"{step.explanation} {FOR_GOOD}") if earlier.exists() else step


def asking(step: Step, form: ConfirmForm, report: Report) -> dict[str, Any]:
    """Return what the page that asks for confirmation needs."""
    changes = reverse("reports:report_changes", args=[report.pk])
    return {
        "form": form,
        "report": report,
        "heading": step.heading,
        "caption": report.title,
        "explanation": step.explanation,
        "advice": step.advice or unresolved_in(step, report),
        "more": (f"See what version {report.number} changes", changes) if report.original_id else None,
        "back_url": report.get_absolute_url(),
    }


def unresolved_in(step: Step, report: Report) -> str:
    """Say how many comments nobody has resolved, before a report is sent for review or approved."""
    number = report.comments.unresolved().count() if step.counts_comments else 0
    verb = "is" if number == 1 else "are"
    return (
        f"{count(number, 'comment')} {verb} not resolved. Read the report’s Comments tab first"
        if number
        else ""
    )


def form_of(step: Step, data: Any, report: Report) -> ConfirmForm:
    """Return the form that asks for confirmation, and for what else the step needs."""
    if step.asks_for_agreement:
        return PublicationForm(
            data,
            editing=report,
            button=step.button,
            label=step.reason_label,
            missing=step.reason_missing,
            hint=step.reason_hint,
            disclosed=[(row.key, row.words) for row in disclosed_by(report)],
        )
    if step.reason_label:
        return ReasonForm(
            data,
            editing=report,
            button=step.button,
            is_warning=step.is_warning,
            label=step.reason_label,
            missing=step.reason_missing,
        )
    return ConfirmForm(data, editing=report, button=step.button, is_warning=step.is_warning)
