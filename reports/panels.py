"""What reports add to the pages of lower apps."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from django.utils.timezone import localdate

from actions.models import Action
from findings.models import Finding
from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.deadlines import contribution_due_on
from reports.models import Contribution, Mention, Report
from reports.permissions import awaiting_approval
from reports.plan import planned_report


def decisions_panel(user: User, person: User) -> dict[str, Any]:
    """The reports in review that wait for a person's approval, those for the earliest meeting first."""
    waiting = awaiting_approval(Report.objects.visible_to(user), by=person)
    return {
        "waiting": waiting.select_related("meeting__committee", "drafted_by").order_by(
            "meeting__held_on", "pk"
        )
    }


def drafts_panel(user: User, person: User) -> dict[str, Any]:
    """The reports that a person drafts, until they are published: where each stands, and what it has to do by when."""
    reports = Report.objects.visible_to(user).with_published_before().on_their_way()
    own = reports.filter(drafted_by=person).select_related("meeting__committee__cycle")
    today = localdate()
    rows = [
        (
            planned_report(report, on=today),
            sum(row.given_at is not None for row in report.contributions.all()) * report.can_be_edited,
        )
        for report in own.prefetch_related("contributions").order_by("meeting__held_on", "pk")
    ]
    return {"drafts": rows}


def contributions_panel(user: User, person: User) -> dict[str, Any]:
    """What a person owes to reports that are being written, the earliest meeting first, each with its last day."""
    owed = Contribution.objects.visible_to(user).owed().filter(person=person)
    related = owed.select_related("report__meeting__committee__cycle")
    today = localdate()
    rows = [
        (contribution, contribution_due_on(contribution))
        for contribution in related.order_by("report__meeting__held_on", "pk")
    ]
    return {"contributions": [(contribution, last_day, last_day < today) for contribution, last_day in rows]}


def mentions_panel(user: User, record: Action | Finding) -> dict[str, Any]:
    """The published papers that name a record by its reference, each with the paragraphs and tables that do."""
    mentions = Mention.objects.published().filter(reference=record.reference)
    papers = [(edition.report, list(places)) for edition, places in groupby(mentions, attrgetter("edition"))]
    return {
        "reference": record.reference,
        "papers": papers,
        "may_open": is_allowed(user, Permission.READ_PAPERS),
    }
