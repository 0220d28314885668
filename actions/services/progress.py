"""Reporting on an action: updates and evidence. Rows are added and never rewritten."""

import datetime

from actions.lifecycle import DELIVER, START
from actions.models import Action, Evidence, Status, Update
from actions.permissions import can_contribute
from actions.services.status import change_status, hold_action
from actions.statuses import ENDED
from findings.models import Measurement
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from portal.wording import day


def post_update(
    *,
    action: Action,
    by: User,
    narrative: str,
    percent_complete: int,
    confidence: str,
    blockers: str = "",
    is_delivered: bool = False,
) -> Update:
    """Post an update. The first one starts the action; one may say that the action is delivered."""
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_open_to_updates(action)
        check_percent(action, percent_complete, blockers=blockers, is_delivered=is_delivered)
        update = Update.objects.create(
            action=action,
            narrative=narrative,
            percent_complete=percent_complete,
            confidence=confidence,
            blockers=blockers,
            posted_by=by,
        )
        if is_delivered and action.status in DELIVER.sources:
            change_status(action=action, move=DELIVER, by=by, at=update.posted_at)
        elif action.status in START.sources:
            change_status(action=action, move=START, by=by, at=update.posted_at)
        if action.confidence != confidence:
            save_changes(record=action, by=by, version=action.version, changes={"confidence": confidence})
    return update


def check_contributes(by: User, action: Action) -> None:
    """Raise Refused unless this person may report on the action."""
    if not can_contribute(by, action):
        raise Refused(f"Only those who lead or support {action} report on it.")


def check_open_to_updates(action: Action) -> None:
    """Raise Refused for an action that has ended."""
    if action.status in ENDED:
        status = Status(action.status).label.lower()
        raise Refused(f"{action} is {status}, so it takes no more updates.")


def check_percent(action: Action, percent: int, *, blockers: str, is_delivered: bool) -> None:
    """Raise Refused for a percentage outside the scale, falling without a reason, or short of delivered."""
    if not 0 <= percent <= 100:
        raise Refused("Enter how much is done as a whole number from 0 to 100")
    if is_delivered and percent < 100:
        raise Refused("Enter 100 if the action is delivered, or untick ‘This action is delivered’")
    latest = action.updates.order_by("-posted_at", "-pk").first()
    if latest is not None and percent < latest.percent_complete and not blockers:
        raise Refused(
            f"The last update said {latest.percent_complete}%. "
            "If less is done than that, say why in ‘What is in the way’"
        )


def add_evidence(
    *,
    action: Action,
    by: User,
    on: datetime.date,
    kind: str,
    shows: str,
    dated_on: datetime.date,
    link: str = "",
    measurement: Measurement | None = None,
) -> Evidence:
    """Add evidence that something was done or made a difference, with its own date."""
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_open_to_evidence(action)
        if dated_on > on:
            raise Refused("The date of the evidence must be today or in the past")
        if measurement is not None and measurement.measure_id != action.measure_id:
            raise Refused("Select a measurement of the measure that the action was agreed with")
        if measurement is not None:
            check_not_before(measurement, dated_on)
        return Evidence.objects.create(
            action=action,
            kind=kind,
            shows=shows,
            dated_on=dated_on,
            link=link,
            measurement=measurement,
            added_by=by,
        )


def check_not_before(measurement: Measurement, dated_on: datetime.date) -> None:
    """Raise Refused for evidence dated before the value that it rests on was measured."""
    if dated_on < measurement.measured_on:
        raise Refused(
            f"The evidence rests on a value of {day(measurement.measured_on)}. Enter that date or a later one"
        )


def check_open_to_evidence(action: Action) -> None:
    """Raise Refused for an action that was given up: nothing rests on evidence any more."""
    if action.status in (Status.CANCELLED, Status.SUPERSEDED):
        status = Status(action.status).label.lower()
        raise Refused(f"{action} is {status}, so it takes no more evidence.")
