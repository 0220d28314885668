"""What a report promises and which earlier promises it answers: the officers' side of the ledger."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports import presenters
from reports.forms.commitment import CommitmentForm
from reports.models import Commitment, Meeting, Report
from reports.querysets import MeetingQuerySet
from reports.rendering.places import Place, content_of, number_now, place_now, places_in
from reports.rendering.promises import Suggestion, suggested
from reports.services.commitments import add_commitment, edit_commitment, later_version, remove_commitment
from reports.views.scope import draft_for, report_for


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_commitments(request: PersonRequest, report_id: int) -> HttpResponse:
    """What a report promises, what its text seems to promise, and what it has to answer."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report = get_object_or_404(reports, pk=report_id)
    places = places_in(content_of(report))
    may_draft = is_allowed(request.user, Permission.DRAFT_REPORTS)
    later = None if report.is_over or report.can_be_edited else later_version(report)
    may_add = may_draft and not report.is_over and later is None
    context = {
        "report": report,
        "colour": presenters.status_colour(report.status),
        "made": made_by(report, request.user, places),
        "owed": owed_by(report, request.user, places),
        "suggestions": suggestions_for(report, places) if may_add else [],
        "may_add": may_add,
        "later": later,
        "may_edit": may_draft and report.can_be_edited,
    }
    return render(request, "reports/report_commitments.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def commitment_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Record what a paragraph promises; `sentence` in the address is one that was suggested."""
    report = report_for(request, report_id)
    places = places_in(content_of(report))
    wanted = request.GET.get("sentence")
    chosen = next((row for row in suggestions_for(report, places) if row.key == wanted), None)
    form = CommitmentForm(
        sent(request), places=places, meetings=meetings_after(report), initial=initial_of(chosen)
    )
    if form.is_valid():
        with form.explaining_refusals():
            commitment = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_commitment(by=request.user, report=report, **form.record),
            )
            messages.success(request, "The commitment is recorded")
            return redirect(commitment)
    return show(request, form, report, "Record a commitment")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def commitment_edit(request: PersonRequest, report_id: int, commitment_id: int) -> HttpResponse:
    """Change a proposal."""
    commitment = commitment_for(request, report_id, commitment_id)
    report = commitment.report
    places = places_in(content_of(report))
    found = place_now(places, commitment)
    form = CommitmentForm(
        sent(request),
        places=places,
        meetings=meetings_after(report),
        initial={"paragraph": found.key if found else ""},
        editing=commitment,
    )
    if form.is_valid():
        with form.explaining_refusals():
            changes = form.record
            paragraph = changes.pop("paragraph")
            edit_commitment(
                commitment=commitment,
                by=request.user,
                version=form.version,
                paragraph=paragraph,
                changes=changes,
            )
            messages.success(request, "Your changes are saved")
            return redirect(commitment)
    return show(request, form, report, "Edit the commitment")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def commitment_remove(request: PersonRequest, report_id: int, commitment_id: int) -> HttpResponse:
    """Take a proposal back, on confirmation."""
    commitment = commitment_for(request, report_id, commitment_id)
    form = ConfirmForm(sent(request), editing=commitment, button="Remove the commitment", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_commitment(commitment=commitment, by=request.user, version=form.version)
            messages.success(request, "The commitment is removed")
            return redirect("reports:report_commitments", report_id)
    context = {
        "form": form,
        "heading": "Remove this commitment?",
        "caption": commitment.report.title,
        "warning": commitment.wording,
        "explanation": "The text of the report stays as it is.",
        "back_url": commitment.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def made_by(report: Report, user: User, places: Sequence[Place]) -> list[presenters.CommitmentRow]:
    """Return what a report promises, each with the number that its paragraph has now."""
    made = Commitment.objects.visible_to(user).filter(report=report).with_state(on=timezone.localdate())
    return [
        presenters.CommitmentRow.of(row, number=number_now(places, row), reader=user)
        for row in made.with_places(for_=user).order_by("paragraph", "pk")
    ]


def owed_by(report: Report, user: User, places: Sequence[Place]) -> list[presenters.CommitmentRow]:
    """Return what a report answers or has to answer, each with what it says about it."""
    owed = Commitment.objects.visible_to(user).brought_to(report).with_state(on=timezone.localdate())
    answers = {row.commitment_id: row for row in report.answers.all()}
    return [
        presenters.CommitmentRow.of(
            row,
            number=row.paragraph,
            reader=user,
            here=presenters.AnswerRow.of(here, number=number_now(places, here), reader=user)
            if here
            else None,
        )
        for row in owed.with_places(for_=user).in_order()
        for here in [answers.get(row.pk)]
    ]


def commitment_for(request: PersonRequest, report_id: int, commitment_id: int) -> Commitment:
    """Return a proposal to edit."""
    report = draft_for(request, report_id)
    return get_object_or_404(
        report.commitments.select_related("report__meeting__committee"), pk=commitment_id
    )


def meetings_after(report: Report) -> MeetingQuerySet:
    """Return the meetings of a report's committee after that of the report, the next one first."""
    later = Meeting.objects.filter(committee=report.meeting.committee_id, held_on__gt=report.meeting.held_on)
    return later.select_related("committee").order_by("held_on")


def suggestions_for(report: Report, places: Sequence[Place]) -> list[Suggestion]:
    """Return what a report's text seems to promise and nobody has recorded."""
    recorded = report.commitments.values_list("wording", flat=True)
    return suggested(places, recorded=recorded, meetings=list(meetings_after(report)))


def initial_of(chosen: Suggestion | None) -> dict[str, Any]:
    """Return what a suggested sentence says, as the form's first values."""
    if chosen is None:
        return {}
    return {
        "paragraph": chosen.place.key,
        "wording": chosen.wording,
        "owner": chosen.owner,
        "due_meeting": chosen.due_meeting,
        "due_on": chosen.due_on,
    }


def show(request: PersonRequest, form: CommitmentForm, report: Report, heading: str) -> HttpResponse:
    """Show the form."""
    return form_page(
        request,
        form,
        heading=heading,
        caption=report.title,
        back_url=reverse("reports:report_commitments", args=[report.pk]),
    )
