"""Preparing the next draft of each cycle from the record, once for a meeting."""

import datetime
import logging
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import IntegrityError

from portal.exceptions import Refused
from portal.history import note_event
from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.services import change, hold
from reports.deadlines import cycle_of, prepared_on, with_report_due
from reports.facts.period import days_to_prepare
from reports.models import RECOMMENDATIONS_LEAD, Cycle, Meeting, Notice, Preparation, Report
from reports.services.contributions import ask_contributors, tell
from reports.services.reports import draft_report

log = logging.getLogger(__name__)


def draft_planned(*, by: User, details: Mapping[str, Any]) -> Report:
    """Draft a report by hand, and ask whoever contributes to each report of the committee; raises Refused."""
    with change(by=by):
        report = draft_report(by=by, details=details)
        ask_contributors(report=report, by=by)
    return report


def prepare_due_drafts(*, on: datetime.date) -> list[Report]:
    """Prepare every draft whose day has come; done again, or by two workers at once, it prepares none twice.

    It does not depend on being asked every day: what a missed day would have prepared, the next one prepares.
    """
    prepared = []
    for meeting, cycle in meetings_to_prepare(on=on):
        try:
            report = prepare_draft(meeting=meeting, cycle=cycle, on=on)
        except Refused as refusal:
            log.warning("The draft for the meeting %s is not prepared: %s", meeting.pk, refusal)
        except Exception:
            # It is tried again with the next turn, and does not keep the others waiting.
            log.exception("The draft for the meeting %s could not be prepared", meeting.pk)
        else:
            if report is not None:
                prepared.append(report)
    return prepared


def meetings_to_prepare(*, on: datetime.date) -> Iterator[tuple[Meeting, Cycle]]:
    """Yield the meetings to come whose draft is due to be prepared, and is not there yet."""
    wanted = Meeting.objects.filter(committee__is_active=True, committee__cycle__prepares_drafts=True)
    ahead = wanted.filter(held_on__gte=on.replace(day=1)).select_related("committee__cycle__author")
    drafted = set(Report.objects.going_on().values_list("meeting_id", flat=True))
    drafted |= set(Preparation.objects.values_list("meeting_id", flat=True))
    for meeting in with_report_due(ahead.order_by("held_on", "pk")):
        cycle = cycle_of(meeting)
        if cycle is None or meeting.held_on < on or meeting.pk in drafted:
            continue
        if prepared_on(meeting, cycle) <= on:
            yield meeting, cycle


def prepare_draft(*, meeting: Meeting, cycle: Cycle, on: datetime.date) -> Report | None:
    """Prepare the draft for a meeting in its author's name, with all that follows from it or not at all.

    None where another worker or an officer has drafted one; raises Refused where its author cannot write it.
    """
    author = cycle.author
    if not is_allowed(author, Permission.DRAFT_REPORTS):
        raise Refused(f"{author} can no longer write it. Choose another author in the cycle")
    try:
        with change(by=author):
            # Held, so that no officer drafts one for this meeting meanwhile.
            if hold(meeting).reports.going_on().exists():
                return None
            report = draft_report(by=author, details=details_of(meeting, cycle, on=on))
            Preparation.objects.create(meeting=meeting, report=report)
            note_event(report, "Draft", "Prepared by the portal for the committee’s cycle", by=author)
            ask_contributors(report=report, by=author)
            tell(report, [author], Notice.Kind.PREPARED)
    except IntegrityError:
        if Preparation.objects.filter(meeting=meeting).exists():
            return None
        raise
    return report


def details_of(meeting: Meeting, cycle: Cycle, *, on: datetime.date) -> dict[str, Any]:
    """Return what stands around the text: as the cycle says, and otherwise as in the committee's last report."""
    last = Report.objects.filter(meeting__committee=meeting.committee).order_by("-pk").first()
    return {
        "meeting": meeting,
        "title": cycle.title,
        "report_of": cycle.report_of,
        "author_contact": cycle.author_contact,
        "chief_officer_contact": cycle.chief_officer_contact,
        "recommendations_lead": last.recommendations_lead if last else RECOMMENDATIONS_LEAD,
        **days_to_prepare(meeting, cycle, on=on),
    }
