"""What the dashboard counts now. Each number is one condition, by which the register shows its rows."""

import datetime
from collections.abc import Callable

from django.db.models import Q

from actions.kept import kept
from actions.models import Extension, Transition, Update
from actions.rules.impact import is_done, latest_sign_offs
from actions.rules.scale import Scale
from actions.rules.then import beginning_of
from actions.statuses import ENDED, Status, is_due_soon, is_on_time, is_open, is_overdue
from portal.models import User


def condition(name: str, scale: Scale, *, on: datetime.date) -> Q:
    """Return what the actions behind one of the numbers have in common on a day."""
    conditions: dict[str, Callable[[], Q]] = {
        "open": is_open,
        "on_time": lambda: is_on_time(on),
        "overdue": lambda: is_overdue(on),
        "due_soon": lambda: is_due_soon(on),
        "awaiting_sign_off": lambda: Q(status=Status.DELIVERED),
        "extension_waiting": has_extension_waiting,
        "no_recent_update": lambda: has_no_recent_update(scale.update_every_weeks, on=on),
        "done": is_done,
        "look_again": lambda: is_to_be_looked_at_again(on),
        "lead_left": has_lost_its_lead,
    }
    return conditions[name]()


@kept
def has_extension_waiting() -> Q:
    """Open, with an extension that nobody has decided yet."""
    waiting = Extension.objects.filter(decision="")
    return is_open() & Q(pk__in=waiting.order_by().values("action"))


@kept
def has_no_recent_update(weeks: int, *, on: datetime.date) -> Q:
    """In progress, and for so many weeks without a sign: an update, a change of status, its agreement or its start.

    `ActionQuerySet.with_silence()` says since when.
    """
    day = on - datetime.timedelta(weeks=weeks)
    since = beginning_of(day)
    reported = Update.objects.filter(Q(stands_at=None) | Q(stands_at__gte=since), posted_at__gte=since)
    moved = Transition.objects.filter(made_at__gte=since)
    heard_of = Q(pk__in=reported.order_by().values("action")) | Q(pk__in=moved.order_by().values("action"))
    return Q(status=Status.IN_PROGRESS, agreed_at__lt=since, start_on__lt=day) & ~heard_of


@kept
def has_lost_its_lead() -> Q:
    """Still going on, while its lead has left."""
    gone = User.objects.filter(is_active=False)
    return ~Q(status__in=ENDED) & Q(lead__in=gone.order_by().values("pk"))


@kept
def is_to_be_looked_at_again(on: datetime.date) -> Q:
    """Signed off, and the day has come on which its last sign-off asks to look again at the difference."""
    asks = latest_sign_offs().filter(look_again_on__lte=on)
    return Q(status=Status.SIGNED_OFF) & Q(pk__in=asks.values("action"))
