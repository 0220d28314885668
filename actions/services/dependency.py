"""Saying which action waits for which, never in a circle."""

from django.contrib.contenttypes.models import ContentType

from actions.models import Action, Dependency
from actions.rules.waiting import waits_for_it
from actions.services.action import check_editable
from actions.services.status import hold_action
from actions.statuses import ENDED, Status
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_new


def add_dependency(*, action: Action, by: User, waits_for: Action) -> Dependency:
    """Let an action wait for another; raises Refused where that makes a circle, or is said already."""
    with change(by=by):
        _one_at_a_time()
        hold_action(action)
        check_editable(action)
        waits_for.refresh_from_db()
        check_can_wait(action, waits_for)
        return save_new(record=Dependency(action=action, waits_for=waits_for, added_by=by), by=by)


def remove_dependency(*, dependency: Dependency, by: User) -> None:
    """Let an action wait for another no longer; that it did stays in the history."""
    with change(by=by):
        hold_action(dependency.action)
        check_editable(dependency.action)
        hold(dependency).delete()


def check_can_wait(action: Action, waits_for: Action) -> None:
    """Raise Refused unless an action can wait for the other: another one that goes on and does not wait for it."""
    fields = ["waits_for"]
    if waits_for.pk == action.pk:
        raise Refused(
            "An action cannot wait for itself. Enter the reference of another action", fields=fields
        )
    if waits_for.status in ENDED:
        status = Status(waits_for.status).label.lower()
        raise Refused(f"{waits_for} is {status}, so there is nothing to wait for", fields=fields)
    if action.dependencies.filter(waits_for=waits_for).exists():
        raise Refused(f"{action} waits for {waits_for} already", fields=fields)
    if waits_for_it(waits_for, action):
        raise Refused(
            f"{waits_for} itself waits for {action}, or for an action that does. "
            "Two actions cannot wait for each other",
            fields=fields,
        )


def _one_at_a_time() -> None:
    """Wait until nobody else adds a dependency: two links that are each allowed can close a circle together.

    The row that stands for the kind of record is held, because a circle has no row of its own.
    """
    kind = ContentType.objects.filter(app_label="actions", model="dependency")
    kind.select_for_update(no_key=True).get()
