"""What the page of an action shows of its plan, at a fixed number of queries."""

import datetime
from typing import Any

from django.db.models import Prefetch

from actions.models import Action, Extension
from actions.permissions import can_agree, can_contribute, can_see_record
from actions.presenters.days import not_working_note
from actions.presenters.measure import MeasureFacts, measure_facts
from actions.presenters.plan import LinkedRow, ahead_rows, behind_rows, milestone_rows, standing_of
from actions.rows import DependencyQuerySet
from actions.rules.waiting import moved_by
from actions.statuses import ENDED, OPEN
from findings.rules.small_counts import small_counts_for
from portal.models import User


def plan_context(
    user: User, action: Action, *, on: datetime.date, waiting: Extension | None
) -> dict[str, Any]:
    """Fetch an action's milestones, dependencies and measure once and present them; `waiting` is an extension."""
    ahead = list(
        action.dependencies.with_hold()
        .prefetch_related(with_slips("waits_for"))
        .order_by("waits_for__due_on", "pk")
    )
    behind = list(behind_of(action))
    seen = seen_by(user, {link.waits_for_id for link in ahead} | {link.action_id for link in behind})
    goes_on = action.status not in ENDED
    is_open = action.status in OPEN
    due_on = waiting.due_asked_on if waiting else action.due_on
    linked = behind_rows(action, behind, seen)
    moves = moved(user, action, due_on=due_on) if is_open and behind else []
    # Those that wait themselves say so where they stand; the list tells what waits for them in turn.
    tells_more = waiting or len(moves) > sum(bool(row.warning) for row in linked)
    return {
        "milestones": milestone_rows(action.milestones.select_related("reached_by"), on=on),
        "ahead": ahead_rows(action, ahead, seen),
        "behind": linked,
        "moved": moves if tells_more else [],
        "moved_to": due_on,
        "not_working": not_working_note(action.due_on) if is_open else "",
        "may_plan": goes_on and can_agree(user),
        "may_reach": goes_on and can_contribute(user, action),
        "measured": measured(user, action),
    }


def with_slips(end: str) -> Prefetch:
    """Fetch the actions at one end of dependencies with how far their due dates have moved, in one query."""
    return Prefetch(end, queryset=Action.objects.with_slips().select_related("superseded_by"))


def behind_of(action: Action) -> DependencyQuerySet:
    """Return the dependencies of those that wait for an action, the first due first."""
    links: DependencyQuerySet = action.dependants.with_hold()
    return links.prefetch_related(with_slips("action")).order_by("action__due_on", "pk")


def waiting_rows(user: User, action: Action) -> list[LinkedRow]:
    """Present the open actions that wait for this one, as far as this person may see them."""
    rows = list(behind_of(action).filter(action__status__in=OPEN))
    return behind_rows(action, rows, seen_by(user, {link.action_id for link in rows}))


def moved_context(user: User, action: Action, *, due_on: datetime.date) -> dict[str, Any]:
    """What a page shows of the actions that a due date on this day would move."""
    return {"moved": moved(user, action, due_on=due_on), "moved_to": due_on}


def measured(user: User, action: Action) -> MeasureFacts | None:
    """Present the measure that the action should move; None where none was agreed."""
    if action.measure is None:
        return None
    return measure_facts(action, action.measure.measurements.order_by("measured_on"), small_counts_for(user))


def moved(user: User, action: Action, *, due_on: datetime.date) -> list[tuple[Action, bool, str]]:
    """The actions that wait for this one and would be due before a day: each, whether it is seen, how it stands."""
    rows = list(moved_by(action, due_on=due_on).with_slips())
    seen = seen_by(user, {row.pk for row in rows})
    return [(row, row.pk in seen, standing_of(row)) for row in rows]


def seen_by(user: User, keys: set[int]) -> set[int]:
    """Which of these actions this person may see."""
    if can_see_record(user):
        return keys
    return set(Action.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
