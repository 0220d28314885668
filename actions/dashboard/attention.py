"""Which actions need a manager's attention most, and why."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from actions.dashboard.ranking import WEIGHTS, neediest
from actions.models import Action
from actions.presenters.labels import ActionRow, row_of
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from portal.wording import count, day


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
    needy = neediest(actions, scale, on=on, limit=limit)
    listed = Action.objects.as_listed(on=on, near=scale.at_risk_days).with_look_again()
    found = {action.pk: action for action in listed.filter(pk__in=needy)}
    return [
        NeedsAttention(row_of(found[key], scale), reasons_of(found[key], weights, on=on))
        for key, weights in needy.items()
    ]


def reasons_of(action: Action, weights: Mapping[str, int], *, on: datetime.date) -> tuple[str, ...]:
    """Say why an action needs attention, given what each reason weighs, the weightiest reason first."""
    holding = sorted((name for name in WEIGHTS if weights[name]), key=lambda name: -weights[name])
    return tuple(WORDS[name](action, weights[name] - WEIGHTS[name], on) for name in holding)


def little_done(action: Action, _: int, on: datetime.date) -> str:
    """Say how near the due date is and how little is done."""
    days = (action.due_on - on).days
    when = "Due today" if days == 0 else f"Due in {count(days, 'day')}"
    return f"{when} and {action.percent_complete or 0}% done"


def ago(days: int) -> str:
    """Say how long ago something was."""
    return f"{count(days, 'day')} ago" if days else "today"


WORDS: Mapping[str, Callable[[Action, int, datetime.date], str]] = {
    "late": lambda _, days, on: f"{count(days, 'day')} late",
    "lead_left": lambda _, days, on: "Its lead has left",
    "undecided": lambda _, days, on: f"Extension asked for {ago(days)} and not decided",
    "not_signed_off": lambda _, days, on: f"Delivered {ago(days)} and not signed off",
    "look_again": lambda action, days, on: f"Difference to be looked at again by {day(action.look_again_on)}",
    "doubtful": lambda _, days, on: "Confidence is low",
    "little_done": little_done,
    "paused": lambda _, days, on: f"Paused {ago(days)}",
    "not_started": lambda _, days, on: f"Not started, {count(days, 'day')} after its start date",
    "silent": lambda _, days, on: f"No update for {count(days, 'day')}",
}
"""Each reason in words, told the days for which it has held; most of them need nothing else."""
