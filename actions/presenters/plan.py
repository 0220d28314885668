"""The plan of an action in words: its milestones, what it waits for, and what a later date would move."""

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from actions.models import Action, Dependency, Milestone
from actions.presenters.labels import slip_of
from actions.statuses import GIVEN_UP, OPEN
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
        said = f"On {day(milestone.reached_on)}, as {milestone.reached_by} says. {due}"
        return MilestoneRow(milestone, "Reached", "green", said)
    late = (on - milestone.due_on).days
    if late > 0:
        return MilestoneRow(milestone, "Late", "red", f"{due}, {count(late, 'day')} ago")
    return MilestoneRow(milestone, "To come", "grey", due)


def milestone_words(milestones: Iterable[Milestone], *, on: datetime.date) -> str:
    """Write milestones one under the other, for a file: what, when, and how it stands."""
    rows = milestone_rows(milestones, on=on)
    return "\n".join(f"{row.milestone.title}. {row.state}. {row.detail}" for row in rows)


def undone_words(milestones: Iterable[Milestone], links: Iterable[Dependency]) -> Iterator[str]:
    """Say which milestones are not reached, and which actions it waits for that nobody has delivered."""
    for milestone in milestones:
        yield f"Milestone not reached: {milestone.title}, due {day(milestone.due_on)}"
    for link in links:
        if link.waits_for.status in OPEN | GIVEN_UP:
            yield f"It waits for {link.waits_for}: {link.waits_for.title}. {standing_of(link.waits_for)}"


def ahead_rows(action: Action, links: Iterable[Dependency], seen: Collection[int]) -> list[LinkedRow]:
    """Present the actions that this one waits for, fetched `with_hold()`, and how they hold it up."""
    return [
        LinkedRow(
            link.waits_for,
            link,
            link.waits_for_id in seen,
            standing_of(link.waits_for),
            _held_up_by(link.waits_for, action) if link.holds_up else "",
        )
        for link in links
    ]


def behind_rows(action: Action, links: Iterable[Dependency], seen: Collection[int]) -> list[LinkedRow]:
    """Present the actions that wait for this one, fetched `with_hold()`, and how it holds them up."""
    waits = (
        f"Still waits for {action}"
        if action.status in GIVEN_UP
        else f"Due before {action}, which holds it up"
    )
    return [
        LinkedRow(
            link.action,
            link,
            link.action_id in seen,
            standing_of(link.action),
            waits if link.holds_up else "",
        )
        for link in links
    ]


def standing_of(action: Action) -> str:
    """Say when an action fetched `with_slips()` is due, how far that has moved, and where it stands."""
    slip = slip_of(action)
    due = f"Due {day(action.due_on)}" + (f". {slip}" if slip else "")
    return f"{due}. {action.get_status_display()}"


def _held_up_by(other: Action, action: Action) -> str:
    if other.superseded_by:
        return f"{other.superseded_by} replaces it. Let {action} wait for that one instead"
    if other.status in GIVEN_UP:
        return f"Nobody will deliver it. Let {action} wait for another action, or for none"
    return f"Due after {action}, which it holds up"
