"""The plan of an action in words: its milestones, what it waits for, and what a later date would move."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from actions.models import Action, Dependency, Milestone
from actions.presenters.labels import slip_of
from actions.statuses import GIVEN_UP
from portal.wording import count, day


@dataclass(frozen=True)
class MilestoneRow:
    """A milestone, and whether it was reached, is late or still to come, in words and colour."""

    milestone: Milestone
    state: str
    colour: str
    detail: str


@dataclass(frozen=True)
class LinkedRow:
    """An action at the other end of a dependency: only its reference, where this reader may not see it."""

    action: Action
    dependency: Dependency
    is_seen: bool
    standing: str
    warning: str


def milestone_rows(milestones: Iterable[Milestone], *, on: datetime.date) -> list[MilestoneRow]:
    """Present milestones as they stand on a day."""
    return [milestone_row(milestone, on=on) for milestone in milestones]


def milestone_row(milestone: Milestone, *, on: datetime.date) -> MilestoneRow:
    """Present one milestone as it stands on a day."""
    due = f"Due {day(milestone.due_on)}"
    if milestone.reached_on:
        said = f"{due}. Reached {day(milestone.reached_on)}, as {milestone.reached_by} says"
        return MilestoneRow(milestone, "Reached", "green", said)
    late = (on - milestone.due_on).days
    if late > 0:
        return MilestoneRow(milestone, "Late", "red", f"{due}, {count(late, 'day')} ago")
    return MilestoneRow(milestone, "To come", "grey", due)


def milestone_words(milestones: Iterable[Milestone], *, on: datetime.date) -> str:
    """Write milestones one under the other, for a file: what, when, and how it stands."""
    rows = milestone_rows(milestones, on=on)
    return "\n".join(f"{row.milestone.title}. {row.detail}. {row.state}" for row in rows)


def ahead_rows(action: Action, links: Iterable[Dependency], seen: Collection[int]) -> list[LinkedRow]:
    """Present the actions that this one waits for; those due after it hold it up."""
    return [
        LinkedRow(
            link.waits_for,
            link,
            link.waits_for_id in seen,
            standing_of(link.waits_for),
            held_up_by(link.waits_for, action) if link.is_held_up else "",
        )
        for link in links
    ]


def behind_rows(action: Action, links: Iterable[Dependency], seen: Collection[int]) -> list[LinkedRow]:
    """Present the actions that wait for this one; those due before it are held up."""
    return [
        LinkedRow(
            link.action,
            link,
            link.action_id in seen,
            standing_of(link.action),
            holding_up(action) if link.is_held_up else "",
        )
        for link in links
    ]


def standing_of(action: Action) -> str:
    """Say when an action fetched `with_slips()` is due, how far that has moved, and where it stands."""
    slip = slip_of(action)
    due = f"Due {day(action.due_on)}" + (f". {slip}" if slip else "")
    return f"{due}. {action.get_status_display()}"


def held_up_by(other: Action, action: Action) -> str:
    """Say how the other action holds this one up, and what to do where it will never be delivered."""
    if other.superseded_by is not None:
        return f"Replaced by {other.superseded_by}. Say that {action} waits for that one instead"
    if other.status in GIVEN_UP:
        return f"Cancelled. Say what {action} waits for instead, or that it waits no longer"
    return f"Due after {action}, which it holds up"


def holding_up(action: Action) -> str:
    """Say of one that waits for this action why it is held up."""
    if action.status in GIVEN_UP:
        return f"Still waits for {action}, which will not be delivered"
    return f"Due before {action}, which holds it up"
