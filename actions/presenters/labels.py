"""How an action's delivery, its due date and its slips are put into words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from actions.models import Action, Confidence, Status
from actions.querysets import DUE_SOON_DAYS
from actions.statuses import OPEN
from portal.wording import count, day

ENDED_TAGS = {
    Status.DELIVERED: ("Delivered", "blue"),
    Status.SIGNED_OFF: ("Signed off", "green"),
    Status.CANCELLED: ("Cancelled", "grey"),
    Status.SUPERSEDED: ("Replaced by another action", "grey"),
}


@dataclass(frozen=True)
class Tag:
    """A label and the colour of its tag; the label alone says everything."""

    label: str
    colour: str


@dataclass(frozen=True)
class ActionRow:
    """An action as lists show it."""

    action: Action
    tag: Tag
    slip: str
    progress: str
    confidence: str


def delivery_tag(action: Action, *, on: datetime.date) -> Tag:
    """Tell from status and dates how the delivery of an action stands on a day."""
    if action.status not in OPEN:
        return Tag(*ENDED_TAGS[Status(action.status)])
    if action.due_on < on:
        return Tag("Overdue", "red")
    if action.status == Status.PAUSED:
        return Tag("Paused", "purple")
    if action.due_on <= on + datetime.timedelta(days=DUE_SOON_DAYS):
        return Tag("Due soon", "orange")
    if action.status == Status.NOT_STARTED:
        return Tag("Start is late", "yellow") if action.start_on < on else Tag("Not started", "grey")
    return Tag("On track", "turquoise")


def due_words(action: Action, *, on: datetime.date) -> str:
    """Say how far the due date of an open action is away; nothing once it is delivered or has ended."""
    if action.status not in OPEN:
        return ""
    days = (action.due_on - on).days
    if days == 0:
        return "due today"
    return f"due in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} late"


def slip_words(action: Action, *, extensions_granted: int) -> str:
    """Say how often and how far the due date has moved; nothing where it has not."""
    if not extensions_granted and not action.days_slipped:
        return ""
    times = {1: "once", 2: "twice"}.get(extensions_granted, f"{extensions_granted} times")
    late, original = count(action.days_slipped, "day"), day(action.original_due_on)
    return f"Extended {times}, {late} after the original date of {original}"


def confidence_words(confidence: str) -> str:
    """Name the lead's confidence, which is a matter of its own beside the delivery."""
    return Confidence(confidence).label if confidence else "Not given yet"


def progress_words(percent: int | None, updated_at: datetime.datetime | None) -> str:
    """Say how much was done at the latest update."""
    return "No update yet" if percent is None else f"{percent}% done on {day(updated_at)}"


def row_of(action: Action, *, on: datetime.date) -> ActionRow:
    """Present an action that was fetched `with_progress()`."""
    return ActionRow(
        action,
        delivery_tag(action, on=on),
        slip_words(action, extensions_granted=action.extensions_granted),
        progress_words(action.percent_complete, action.updated_at),
        confidence_words(action.confidence),
    )


def rows_of(actions: Iterable[Action], *, on: datetime.date) -> list[ActionRow]:
    """Present actions that were fetched `with_progress()`."""
    return [row_of(action, on=on) for action in actions]
