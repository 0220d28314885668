"""Which actions need a manager's attention most, and why."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.timezone import localdate

from actions.dashboard.ranking import (
    DOUBTFUL,
    HALF_DONE,
    LATE,
    LITTLE_DONE,
    LOOK_AGAIN,
    NOT_SIGNED_OFF,
    NOT_STARTED,
    PAUSED,
    SILENT,
    UNDECIDED,
    neediest,
)
from actions.models import Action, Confidence, Status
from actions.presenters.labels import ActionRow, row_of
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from actions.statuses import DUE_SOON_DAYS
from portal.wording import count, day

Reason = tuple[int, str]


@dataclass(frozen=True)
class NeedsAttention:
    """An action with the reasons why it needs attention, the weightiest first."""

    row: ActionRow
    reasons: tuple[str, ...]


def needing_attention(
    actions: ActionQuerySet, scale: Scale, *, on: datetime.date, limit: int = 10
) -> list[NeedsAttention]:
    """Return the actions that need attention most, those with the weightiest reasons together first.

    The database ranks them; only those that are shown are read.
    """
    keys = neediest(actions, scale, on=on, limit=limit)
    listed = Action.objects.as_listed(on=on, near=scale.at_risk_days).with_waits()
    found = {action.pk: action for action in listed.filter(pk__in=keys)}
    return [
        NeedsAttention(row_of(found[key], scale), tuple(words for _, words in weighed(found[key], scale, on)))
        for key in keys
    ]


def weighed(action: Action, scale: Scale, on: datetime.date) -> list[Reason]:
    """Return the reasons why an action needs attention, the weightiest first."""
    return sorted(reasons_for(action, scale, on), reverse=True)


def reasons_for(action: Action, scale: Scale, on: datetime.date) -> Iterator[Reason]:
    """Yield each reason with its weight, which is the one that the database ranks by."""
    checks: tuple[Callable[[Action, datetime.date], Reason | None], ...]
    if action.status == Status.SIGNED_OFF:
        checks = (look_again,)
    elif action.status == Status.DELIVERED:
        checks = (not_signed_off,)
    else:
        checks = (late, little_done, undecided, doubtful, paused, not_started)
    for check in checks:
        reason = check(action, on)
        if reason:
            yield reason
    if reason := silent(action, scale, on):
        yield reason


def late(action: Action, on: datetime.date) -> Reason | None:
    """The due date has passed."""
    days = (on - action.due_on).days
    return (LATE + days, f"{count(days, 'day')} late") if days > 0 else None


def little_done(action: Action, on: datetime.date) -> Reason | None:
    """The due date is near and less than half is done."""
    days, percent = (action.due_on - on).days, action.percent_complete or 0
    if 0 <= days <= DUE_SOON_DAYS and percent < HALF_DONE:
        when = "Due today" if days == 0 else f"Due in {count(days, 'day')}"
        return LITTLE_DONE, f"{when} and {percent}% done"
    return None


def undecided(action: Action, on: datetime.date) -> Reason | None:
    """An extension waits for a manager."""
    if action.extension_asked_at is None:
        return None
    days = since(action.extension_asked_at, on)
    return UNDECIDED + days, f"Extension asked for {ago(days)} and not decided"


def not_signed_off(action: Action, on: datetime.date) -> Reason | None:
    """Delivered, and a manager has yet to look at the evidence."""
    days = since(action.status_since or action.agreed_at, on)
    return NOT_SIGNED_OFF + days, f"Delivered {ago(days)} and not signed off"


def look_again(action: Action, on: datetime.date) -> Reason | None:
    """The day to look at its difference again has come."""
    if action.look_again_on is None:
        return None
    days = (on - action.look_again_on).days
    return LOOK_AGAIN + days, f"Difference to be looked at again by {day(action.look_again_on)}"


def doubtful(action: Action, on: datetime.date) -> Reason | None:
    """The lead is not confident."""
    return (DOUBTFUL, "Confidence is low") if action.confidence == Confidence.LOW else None


def paused(action: Action, on: datetime.date) -> Reason | None:
    """Nobody works on it."""
    if action.status != Status.PAUSED:
        return None
    days = since(action.status_since or action.agreed_at, on)
    return PAUSED + days, f"Paused {ago(days)}"


def not_started(action: Action, on: datetime.date) -> Reason | None:
    """Its start date has passed."""
    days = (on - action.start_on).days
    if action.status != Status.NOT_STARTED or days <= 0:
        return None
    return NOT_STARTED + days, f"Not started, {count(days, 'day')} after its start date"


def silent(action: Action, scale: Scale, on: datetime.date) -> Reason | None:
    """Nobody has reported for longer than the council's rules allow."""
    first = on - datetime.timedelta(weeks=scale.update_every_weeks)
    heard_at = action.updated_at or action.agreed_at
    if action.status != Status.IN_PROGRESS or localdate(heard_at) >= first or action.start_on >= first:
        return None
    days = since(heard_at, on)
    return SILENT + days, f"No update for {count(days, 'day')}"


def since(moment: datetime.datetime, on: datetime.date) -> int:
    """Return the days from a moment to a day."""
    return (on - localdate(moment)).days


def ago(days: int) -> str:
    """Say how long ago something was."""
    return f"{count(days, 'day')} ago" if days else "today"
