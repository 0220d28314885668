"""Changing the status of an action: one allowed move at a time, each with a row that says who and why."""

import datetime

from django.utils import timezone

from actions.lifecycle import MOVES, SUPERSEDE, Move
from actions.models import Action, Transition
from actions.permissions import can_move
from actions.statuses import ENDED
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes

FROM_MOVES = frozenset(MOVES.values())


def hold_action(action: Action) -> None:
    """Hold the action's row until the transaction ends; raises Refused, saying who, if its status has changed.

    The condition travels in an update, because SQLite knows no SELECT FOR UPDATE.
    """
    if not Action.objects.filter(pk=action.pk, status=action.status).update(status=action.status):
        latest = action.transitions.select_related("made_by").order_by("made_at", "pk").last()
        who = latest.made_by if latest else "Somebody else"
        action.refresh_from_db()
        status = action.status_in_words
        raise Refused(f"{who} has just changed the status of {action}: it is {status}. Look at it again")
    action.refresh_from_db()


def move_action(
    *, action: Action, move: Move, by: User, reason: str = "", superseded_by: Action | None = None
) -> Transition:
    """Make a move that somebody chose; raises Refused where the rules do not allow it."""
    with change(by=by):
        if move not in FROM_MOVES or not can_move(by, action, move):
            raise Refused(f"You cannot {move.label.lower()} {action}.")
        if move.reason_missing and not reason:
            raise Refused(move.reason_missing)
        if move is SUPERSEDE:
            if superseded_by is not None:
                hold_both(action, superseded_by)
            check_successor(action, superseded_by)
        elif superseded_by is not None:
            raise Refused(f"Replace {action} by another action if {superseded_by} is to replace it.")
        return change_status(action=action, move=move, by=by, reason=reason, superseded_by=superseded_by)


def hold_both(action: Action, successor: Action) -> None:
    """Hold two actions in the order of their keys, so that neither replaces the other while it is itself replaced."""
    rows = Action.objects.select_for_update().filter(pk__in=(action.pk, successor.pk))
    list(rows.order_by("pk"))
    hold_action(action)
    successor.refresh_from_db()


def check_successor(action: Action, successor: Action | None) -> None:
    """Raise Refused unless this action can be replaced by that one."""
    if successor is None:
        raise Refused("Enter the reference of the action that replaces this one")
    if successor.pk == action.pk:
        raise Refused("An action cannot replace itself. Enter the reference of another action")
    if successor.status in ENDED:
        ended = successor.status_in_words
        raise Refused(f"{successor} is {ended}. Enter the reference of an action that is still going on")


def change_status(
    *,
    action: Action,
    move: Move,
    by: User,
    reason: str = "",
    superseded_by: Action | None = None,
    at: datetime.datetime | None = None,
) -> Transition:
    """Write the new status and the row that tells of it; raises Refused if the move starts elsewhere."""
    with change(by=by):
        hold_action(action)
        if action.status not in move.sources:
            raise Refused(f"{action} is {action.status_in_words}, so it cannot be {move.past}")
        transition = Transition.objects.create(
            action=action,
            from_status=action.status,
            to_status=move.target,
            reason=reason,
            superseded_by=superseded_by,
            made_by=by,
            led_by=action.lead,
            made_at=at or timezone.now(),
        )
        changes = {"status": move.target, "superseded_by": superseded_by}
        save_changes(record=action, by=by, version=action.version, changes=changes)
    return transition
