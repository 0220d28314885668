"""Keeping milestones: the steps of an action, each with its day, reached when somebody says so."""

import datetime
from collections.abc import Mapping
from typing import Any

from actions.models import Action, Milestone
from actions.services.action import check_agrees, check_editable
from actions.services.progress import check_contributes
from actions.services.status import hold_action
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from portal.wording import day


def add_milestone(*, action: Action, by: User, title: str, due_on: datetime.date) -> Milestone:
    """Add a step to an action that has not ended, due between its start and its due date."""
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_editable(action)
        check_within(action, due_on)
        return save_new(record=Milestone(action=action, title=title, due_on=due_on), by=by)


def edit_milestone(*, milestone: Milestone, by: User, version: int, changes: Mapping[str, Any]) -> Milestone:
    """Change what a milestone is or when it is due; raises Refused, or StaleRecord."""
    check_agrees(by)
    with change(by=by):
        hold_action(milestone.action)
        check_editable(milestone.action)
        check_within(milestone.action, changes.get("due_on", milestone.due_on))
        return save_changes(record=milestone, by=by, version=version, changes=changes)


def reach_milestone(
    *, milestone: Milestone, by: User, on: datetime.date, reached_on: datetime.date
) -> Milestone:
    """Say that a milestone was reached on a day that is not ahead; once."""
    if reached_on > on:
        raise Refused("The date it was reached must be today or in the past", fields=["reached_on"])
    with change(by=by):
        milestone = _held(milestone, by)
        check_to_be_reached(milestone)
        changes = {"reached_on": reached_on, "reached_by": by}
        return save_changes(record=milestone, by=by, version=milestone.version, changes=changes)


def undo_milestone(*, milestone: Milestone, by: User) -> Milestone:
    """Take back that a milestone was reached; that it was said stays in the history."""
    with change(by=by):
        milestone = _held(milestone, by)
        check_reached(milestone)
        changes = {"reached_on": None, "reached_by": None}
        return save_changes(record=milestone, by=by, version=milestone.version, changes=changes)


def remove_milestone(*, milestone: Milestone, by: User, version: int) -> None:
    """Take a milestone out of the plan; raises Refused where it was reached, or changed since it was read."""
    check_agrees(by)
    with change(by=by):
        milestone = _held(milestone, by)
        check_to_be_reached(milestone)
        if milestone.version != version:
            raise Refused(f"{milestone} has just been changed. Read it again before you remove it")
        milestone.delete()


def check_to_be_reached(milestone: Milestone) -> None:
    """Raise Refused for a milestone that was reached, saying who said so."""
    if milestone.reached_on:
        raise Refused(
            f"{milestone.reached_by} has already said that it was reached, on {day(milestone.reached_on)}"
        )


def check_reached(milestone: Milestone) -> None:
    """Raise Refused for a milestone that is still to be reached."""
    if not milestone.reached_on:
        raise Refused("It is already shown as still to be reached")


def check_within(action: Action, due_on: datetime.date) -> None:
    """Raise Refused for a milestone that would be due outside the time of its action."""
    if not action.start_on <= due_on <= action.due_on:
        start, due = day(action.start_on), day(action.due_on)
        raise Refused(f"The date must be from {start} to {due}, while the action runs", fields=["due_on"])


def _held(milestone: Milestone, by: User) -> Milestone:
    """Return the milestone as it is now, its action held; raises Refused, or RecordGone where it was removed."""
    check_contributes(by, milestone.action)
    hold_action(milestone.action)
    check_editable(milestone.action)
    return hold(milestone)
