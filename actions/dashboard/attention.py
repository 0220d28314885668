"""Which actions need a manager's attention most, and why."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.timezone import localdate

from actions.models import Action, Confidence, Status
from actions.presenters.labels import ActionRow, row_of
from actions.querysets import DUE_SOON_DAYS, ActionQuerySet
from actions.rules.scale import Scale
from actions.statuses import OPEN
from portal.wording import count, day

SILENT_DAYS = 60
HALF = 50

Reason = tuple[int, str]


@dataclass(frozen=True)
class NeedsAttention:
    """An action with the reasons why it needs attention, the weightiest first."""

    row: ActionRow
    reasons: tuple[str, ...]


def needing_attention(
    actions: ActionQuerySet, scale: Scale, *, on: datetime.date, limit: int = 10
) -> list[NeedsAttention]:
    """Return the actions that need attention most: those with the weightiest reasons together."""
    going_on = Q(status__in=[*OPEN, Status.DELIVERED]) | Q(status=Status.SIGNED_OFF, look_again_on__lte=on)
    found = []
    for action in (
        actions.as_listed(on=on, near=scale.at_risk_days)
        .with_waits()
        .filter(going_on)
        .order_by("due_on", "pk")
    ):
        reasons = sorted(reasons_for(action, on), reverse=True)
        if reasons:
            found.append((sum(weight for weight, _ in reasons), action, reasons))
    found.sort(key=lambda entry: entry[0], reverse=True)
    return [
        NeedsAttention(row_of(action, scale), tuple(words for _, words in reasons))
        for _, action, reasons in found[:limit]
    ]


def reasons_for(action: Action, on: datetime.date) -> Iterator[Reason]:
    """Yield each reason with its weight; more days of lateness weigh more."""
    checks: tuple[Callable[[Action, datetime.date], Reason | None], ...]
    if action.status == Status.SIGNED_OFF:
        checks = (look_again,)
    elif action.status == Status.DELIVERED:
        checks = (not_signed_off,)
    else:
        checks = (late, little_done, undecided, doubtful, paused, not_started, silent)
    for check in checks:
        reason = check(action, on)
        if reason:
            yield reason


def late(action: Action, on: datetime.date) -> Reason | None:
    """The due date has passed."""
    days = (on - action.due_on).days
    return (1000 + days, f"{count(days, 'day')} late") if days > 0 else None


def little_done(action: Action, on: datetime.date) -> Reason | None:
    """The due date is near and less than half is done."""
    days, percent = (action.due_on - on).days, action.percent_complete or 0
    if 0 <= days <= DUE_SOON_DAYS and percent < HALF:
        when = "Due today" if days == 0 else f"Due in {count(days, 'day')}"
        return 350 + HALF - percent, f"{when} and {percent}% done"
    return None


def undecided(action: Action, on: datetime.date) -> Reason | None:
    """An extension waits for a manager."""
    if action.extension_asked_at is None:
        return None
    days = since(action.extension_asked_at, on)
    return 600 + days, f"Extension asked for {ago(days)} and not decided"


def not_signed_off(action: Action, on: datetime.date) -> Reason | None:
    """Delivered, and a manager has yet to look at the evidence."""
    days = since(action.status_since or action.agreed_at, on)
    return 500 + days, f"Delivered {ago(days)} and not signed off"


def look_again(action: Action, on: datetime.date) -> Reason | None:
    """The day to look at its difference again has come."""
    if action.look_again_on is None:
        return None
    days = (on - action.look_again_on).days
    return 450 + days, f"Difference to be looked at again by {day(action.look_again_on)}"


def doubtful(action: Action, on: datetime.date) -> Reason | None:
    """The lead is not confident."""
    return (400, "Confidence is low") if action.confidence == Confidence.LOW else None


def paused(action: Action, on: datetime.date) -> Reason | None:
    """Nobody works on it."""
    if action.status != Status.PAUSED:
        return None
    days = since(action.status_since or action.agreed_at, on)
    return 300 + days, f"Paused {ago(days)}"


def not_started(action: Action, on: datetime.date) -> Reason | None:
    """Its start date has passed."""
    days = (on - action.start_on).days
    if action.status != Status.NOT_STARTED or days <= 0:
        return None
    return 250 + days, f"Not started, {count(days, 'day')} after its start date"


def silent(action: Action, on: datetime.date) -> Reason | None:
    """Nobody has reported for a long time."""
    days = since(action.updated_at or action.agreed_at, on)
    if action.status != Status.IN_PROGRESS or days < SILENT_DAYS:
        return None
    return 100 + days, f"No update for {count(days, 'day')}"


def since(moment: datetime.datetime, on: datetime.date) -> int:
    """Return the days from a moment to a day."""
    return (on - localdate(moment)).days


def ago(days: int) -> str:
    """Say how long ago something was."""
    return f"{count(days, 'day')} ago" if days else "today"
