"""What reports add to the pages of lower apps."""

from itertools import groupby
from operator import attrgetter
from typing import Any

from actions.models import Action
from findings.models import Finding
from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.models import Mention, Report


def decisions_panel(user: User, person: User) -> dict[str, Any]:
    """The reports in review that wait for a person's approval, those for the earliest meeting first."""
    waiting = Report.objects.visible_to(user).awaiting_approval(by=person)
    return {
        "waiting": waiting.select_related("meeting__committee", "drafted_by").order_by(
            "meeting__held_on", "pk"
        )
    }


def mentions_panel(user: User, record: Action | Finding) -> dict[str, Any]:
    """The published papers that name a record by its reference, each with the paragraphs and tables that do."""
    mentions = Mention.objects.published().filter(reference=record.reference)
    papers = [(edition.report, list(places)) for edition, places in groupby(mentions, attrgetter("edition"))]
    return {
        "reference": record.reference,
        "papers": papers,
        "may_open": is_allowed(user, Permission.READ_PAPERS),
    }
