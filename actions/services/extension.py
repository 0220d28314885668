"""Asking for a later due date, and deciding."""

import datetime

from django.utils import timezone

from actions.models import Action, Extension
from actions.permissions import can_decide_extension
from actions.services.progress import check_contributes
from actions.services.status import hold_action
from actions.statuses import OPEN
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from portal.wording import day


def ask_for_extension(
    *, action: Action, by: User, on: datetime.date, due_asked_on: datetime.date, reason: str
) -> Extension:
    """Ask for a later due date; one request at a time."""
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_can_be_extended(action)
        latest = max(action.due_on, on)
        if due_asked_on <= latest:
            what = "today" if latest == on else "the due date"
            raise Refused(f"The new due date must be after {what}, {day(latest)}")
        asked = Extension(
            action=action,
            due_before_on=action.due_on,
            due_asked_on=due_asked_on,
            reason=reason,
            asked_by=by,
        )
        return save_new(record=asked, by=by)


def check_can_be_extended(action: Action) -> None:
    """Raise Refused unless the action is open and no other request waits."""
    check_open(action)
    if action.extensions.filter(decision="").exists():
        raise Refused(f"An extension of {action} is already waiting for a decision.")


def check_open(action: Action) -> None:
    """Raise Refused for an action that is not open."""
    if action.status not in OPEN:
        raise Refused(f"{action} is {action.status_in_words}, so its due date cannot be extended")


def decide_extension(
    *,
    extension: Extension,
    by: User,
    decision: str,
    reason: str,
    committee: str = "",
    met_on: datetime.date | None = None,
) -> Extension:
    """Grant or refuse an extension, once. Granting moves the due date; the original due date stays.

    Where a committee decided, this manager records what it decided at its meeting.
    """
    action = extension.action
    with change(by=by):
        check_decides(by, extension)
        hold_action(action)
        extension.refresh_from_db()
        check_decidable(extension)
        extension.decision = decision
        extension.decision_reason = reason
        extension.decided_by = by
        extension.decided_at = timezone.now()
        today = timezone.localdate(extension.decided_at)
        check_grant_ahead(decision, extension.due_asked_on, on=today)
        check_committee(committee, met_on, on=today)
        extension.committee = committee
        extension.met_on = met_on
        extension.save()
        if decision == Extension.Decision.GRANTED:
            changes = {"due_on": extension.due_asked_on}
            save_changes(record=action, by=by, version=action.version, changes=changes)
    return extension


def check_decides(by: User, extension: Extension) -> None:
    """Raise Refused unless this is a manager who neither leads the action nor asked for the extension."""
    if not can_decide_extension(by, extension):
        raise Refused("A manager who does not lead the action, and did not ask for the extension, decides it")


def check_grant_ahead(decision: str, due_asked_on: datetime.date, *, on: datetime.date) -> None:
    """Raise Refused for a grant of a day that has passed while the request waited: it would be late at once."""
    if decision == Extension.Decision.GRANTED and due_asked_on < on:
        raise Refused(
            f"The date asked for, {day(due_asked_on)}, has passed. Refuse it, and ask the lead for another",
            fields=["decision"],
        )


def check_committee(committee: str, met_on: datetime.date | None, *, on: datetime.date) -> None:
    """Raise Refused for a committee without its meeting, a meeting of nobody, or one that is still to come."""
    if committee and met_on is None:
        raise Refused("Enter the date of the committee’s meeting", fields=["met_on"])
    if met_on is not None and not committee:
        raise Refused("Enter the name of the committee that met", fields=["committee"])
    if met_on is not None and met_on > on:
        raise Refused(
            "The date of the meeting must be today or in the past: record a decision when it is made",
            fields=["met_on"],
        )


def check_decidable(extension: Extension) -> None:
    """Raise Refused for an extension that was decided before, saying by whom, or whose action is not open."""
    if extension.decision:
        decision = extension.get_decision_display().lower()
        when = day(extension.decided_at)
        raise Refused(f"{extension.decided_by} has already {decision} this extension, on {when}.")
    check_open(extension.action)
