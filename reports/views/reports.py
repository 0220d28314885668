"""One report: how it is begun, its text, what stands around it, its history."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.history import history_of
from portal.paging import history_page
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports import presenters
from reports.drafting import WRITERS, moved_on
from reports.facts import Facts, reviews_without_themes, suggested_days, suggested_particulars
from reports.forms.report import NewReportForm, ReportForm
from reports.models import EarlierText, Meeting, Report, Resolution, Section
from reports.permissions import why_not_approve
from reports.rendering.addresses import annex_address, comment_addresses, with_addresses, with_annex_addresses
from reports.rendering.comments import Thread, commentable, threads_of, with_comments
from reports.rendering.making import Making
from reports.rendering.snapshot import build_snapshot, frozen_content
from reports.rules.attempts import attempt
from reports.services.preparing import draft_planned
from reports.services.reports import edit_report
from reports.views.scope import as_far_as_allowed, draft_for
from reviews.models import Review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def report_add(request: PersonRequest) -> HttpResponse:
    """Choose a meeting and a period; the report then writes itself from the record."""
    today = timezone.localdate()
    meetings = Meeting.objects.upcoming(on=today).select_related("committee")
    asked = next((row for row in meetings if str(row.pk) == request.GET.get("meeting")), None)
    form = NewReportForm(
        sent(request),
        meetings=meetings.order_by("held_on", "committee"),
        initial={
            **suggested_particulars(asked, by=request.user),
            **(suggested_days(asked, on=today) if asked else {}),
            "meeting": asked,
        },
    )
    if form.is_valid():
        with form.explaining_refusals():
            report = create_once(
                token=form.token,
                by=request.user,
                create=lambda: draft_planned(by=request.user, details=form.record),
            )
            messages.success(request, "The report is drafted from the record. Check it and edit its text")
            return redirect(report)
    return form_page(request, form, heading="Draft a report", back_url=reverse("reports:report_list"))


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_detail(request: PersonRequest, report_id: int) -> HttpResponse:
    """One report as it will read, with the steps that it can take."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee", "drafted_by")
    report = get_object_or_404(reports, pk=report_id)
    may_edit = report.can_be_edited and is_allowed(request.user, Permission.DRAFT_REPORTS)
    making = Making.of(report)
    versions = list(Report.objects.visible_to(request.user).versions_of(report))
    barred = why_others_approve(request, report)
    context = {
        "report": report,
        "colour": presenters.status_colour(report.status),
        "making": making,
        "editions": report.editions.defer("snapshot").order_by("-number", "-audience"),
        "steps": presenters.steps_for(
            report,
            request.user,
            has_editions=making is not None and making.is_done,
            has_later=any(row.number > report.number and not row.is_over for row in versions),
            is_barred=bool(barred),
        ),
        "barred": barred,
        "versions": [presenters.ReportRow.of(row) for row in versions if len(versions) > 1],
        "may_edit": may_edit,
        "may_draft": is_allowed(request.user, Permission.DRAFT_REPORTS),
        **content(request, report, may_edit=may_edit),
    }
    return render(request, "reports/report_detail.html", context)


def why_others_approve(request: PersonRequest, report: Report) -> str:
    """Say to a manager who wrote in a report that is in review who may approve it."""
    asks = report.status == Report.Status.IN_REVIEW and is_allowed(request.user, Permission.APPROVE_REPORTS)
    return why_not_approve(request.user, report) if asks else ""


def content(request: PersonRequest, report: Report, *, may_edit: bool) -> dict[str, Any]:
    """Return a report as it reads, frozen or from the record as it is now, and how its sections stand to the record."""
    known, records = Facts.of(report), list(report.sections.order_by("position"))
    frozen = None if report.can_be_edited else frozen_content(report)
    snapshot = as_far_as_allowed(frozen or build_snapshot(report, known, records), request.user)
    sections = with_addresses(snapshot["sections"], report)
    sections, open_threads = commented(request, report, sections)
    if may_edit:
        written = {section.pk for section in records if section.kind in WRITERS}
        rewritten = set(
            EarlierText.objects.filter(section__in=records).order_by().values_list("section", flat=True)
        )
        sections = presenters.with_standing(
            sections, records, written=written, moved_on=moved_on(records, known), rewritten=rewritten
        )
    else:
        sections = presenters.shown(sections)
    return {
        "period": known.period,
        "snapshot": snapshot,
        "sections": sections,
        "annexes": with_annex_addresses(snapshot["annexes"], partial(annex_address, report.pk)),
        "lists_annexes": any(section["kind"] == Section.Kind.ANNEXES for section in sections),
        "open_threads": open_threads,
        "exemptions": report.exemptions.order_by("letter") if may_edit else [],
        "without_themes": bare_reviews(known) if may_edit else [],
    }


def bare_reviews(known: Facts) -> list[tuple[Review, int]]:
    """Return the reviews that have findings without a theme; none where the record of findings cannot be read."""
    return attempt(
        lambda: known.about_period(reviews_without_themes),
        [],
        name="Which reviews have findings without a theme",
    )


def commented(
    request: PersonRequest, report: Report, sections: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[Thread]]:
    """Return a draft's sections with what was said about each paragraph, for who reads all of it; and what is open."""
    if not (report.can_be_edited and is_allowed(request.user, Permission.SEE_EXEMPT)):
        return sections, []
    places = commentable(sections)
    threads = threads_of(report.comments.with_replies(), places)
    return with_comments(sections, places, threads, comment_addresses(report)), [
        thread for thread in threads if thread.is_open
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def report_edit(request: PersonRequest, report_id: int) -> HttpResponse:
    """Change what stands around the text."""
    report = draft_for(request, report_id)
    meetings = Meeting.objects.filter(pk=report.meeting_id)
    if not report.original_id:
        meetings |= Meeting.objects.upcoming(on=timezone.localdate())
    form = ReportForm(
        sent(request),
        meetings=meetings.select_related("committee").order_by("held_on", "committee"),
        editing=report,
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_report(report=report, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(report)
    return form_page(
        request,
        form,
        heading="Edit the report’s details",
        caption=report.title,
        back_url=report.get_absolute_url(),
    )


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_history(request: PersonRequest, report_id: int) -> HttpResponse:
    """Who changed what in a report: its parts, its commitments and answers, and what was resolved on it."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report = get_object_or_404(reports, pk=report_id)
    resolutions = Resolution.objects.visible_to(request.user).filter(recommendation__report=report)
    context = {
        "report": report,
        "colour": presenters.status_colour(report.status),
        "entries": history_page(request, history_of(report, resolutions)),
    }
    return render(request, "reports/report_history.html", context)
