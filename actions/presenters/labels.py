"""How an action's delivery, its due date and its slips are put into words."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from actions.models import Action, SignOff, Status
from actions.rules.scale import Level, Scale
from actions.statuses import OPEN
from portal.wording import count, day


@dataclass(frozen=True)
class ActionRow:
    """An action as lists show it: the two ratings apart, each in words and colour."""

    action: Action
    delivery: Level
    confidence: Level
    slip: str
    progress: str


def due_words(action: Action, *, on: datetime.date) -> str:
    """Say how far the due date of an open action is away; nothing once it is delivered or has ended."""
    if action.status not in OPEN:
        return ""
    days = (action.due_on - on).days
    if days == 0:
        return "due today"
    return f"due in {count(days, 'day')}" if days > 0 else f"{count(-days, 'day')} late"


def times_words(number: int) -> str:
    """Say how often."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


def slip_words(action: Action, *, extensions_granted: int) -> str:
    """Say how often and how far the due date has moved; nothing where it has not."""
    return slip_between(action.original_due_on, action.due_on, extensions_granted=extensions_granted)


def slip_between(original: datetime.date, due: datetime.date, *, extensions_granted: int) -> str:
    """Say how often and how far a due date has moved from the original one; nothing where it has not."""
    if not extensions_granted and due == original:
        return ""
    late = count((due - original).days, "day")
    return f"Extended {times_words(extensions_granted)}, {late} after the original date of {day(original)}"


def slip_of(action: Action) -> str:
    """Say how often and how far the due date of an action fetched `with_slips()` has moved."""
    return slip_words(action, extensions_granted=action.extensions_granted)


def progress_words(percent: int | None, updated_at: datetime.datetime | None) -> str:
    """Say how much was done at the latest update."""
    return "No update yet" if percent is None else f"{percent}% done on {day(updated_at)}"


def difference_words(action: Action, latest: SignOff | None) -> str:
    """Say whether it has made a difference: what its latest sign-off answered holds only while it is signed off."""
    if latest is None or not latest.made_difference:
        return "Not judged yet"
    if action.status != Status.SIGNED_OFF:
        return f"Not judged again since {day(latest.signed_off_at)}"
    answered = f"{latest.get_made_difference_display()}, {day(latest.signed_off_at)}"
    return answered + (f". Look again on {day(latest.look_again_on)}" if latest.look_again_on else "")


def row_of(action: Action, scale: Scale) -> ActionRow:
    """Present an action that was fetched `as_listed()`."""
    return ActionRow(
        action,
        scale.delivery_of(action),
        scale.confidence_of(action),
        slip_of(action),
        progress_words(action.percent_complete, action.updated_at),
    )


def rows_of(actions: Iterable[Action], scale: Scale) -> list[ActionRow]:
    """Present actions that were fetched `as_listed()`."""
    return [row_of(action, scale) for action in actions]
