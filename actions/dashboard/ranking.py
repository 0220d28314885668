"""How much each action needs attention: its reasons weighed and added up in the database, one point a day."""

import datetime
from functools import reduce
from operator import add

from django.db.models import Case, Expression, F, IntegerField, Q, Value, When
from django.db.models.functions import Coalesce, TruncDate

from actions.models import CountsAs
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from actions.rules.standing import condition
from actions.statuses import Status, is_open
from portal.databases import DaysSince, WrittenOnce

HALF_DONE = 50
WEIGHTS = {
    "late": 1000,
    "lead_left": 800,
    "undecided": 600,
    "not_signed_off": 500,
    "look_again": 450,
    "doubtful": 400,
    "little_done": 350,
    "paused": 300,
    "not_started": 250,
    "silent": 100,
}
"""What each reason weighs, in days; most grow by the days that it has been so."""


def neediest(
    actions: ActionQuerySet, scale: Scale, *, on: datetime.date, limit: int
) -> dict[int, dict[str, int]]:
    """Return the actions whose reasons weigh most together, the neediest first; one query.

    Each is a key, with what every reason adds to its weight, in days.
    """
    going_on = is_open() | Q(status=Status.DELIVERED) | condition("look_again", scale, on=on)
    weights = {f"weight_{name}": weight for name, weight in reasons(scale, on).items()}
    signs = actions.order_by().with_percent_complete().with_waits().with_silence()
    heaviest_first = reduce(add, map(F, weights)).desc()
    ranked = signs.filter(going_on).annotate(**weights).order_by(heaviest_first, "due_on", "pk")
    found = {
        key: dict(zip(WEIGHTS, each, strict=True))
        for key, *each in ranked.values_list("pk", *weights)[:limit]
    }
    return {key: each for key, each in found.items() if any(each.values())}


def reasons(scale: Scale, on: datetime.date) -> dict[str, WrittenOnce]:
    """Return what each reason adds to an action's weight."""

    def stands(name: str) -> Q:
        return condition(name, scale, on=on)

    moved_on = TruncDate(Coalesce("status_since", "agreed_at"))
    little_done = Q(percent_complete=None) | Q(percent_complete__lt=HALF_DONE)
    holding: dict[str, tuple[Q, Expression | F | None]] = {
        "late": (stands("overdue"), F("due_on")),
        "lead_left": (stands("lead_left"), None),
        "undecided": (stands("extension_waiting"), TruncDate("extension_asked_at")),
        "not_signed_off": (stands("awaiting_sign_off"), moved_on),
        "look_again": (stands("look_again"), F("look_again_on")),
        "doubtful": (is_open() & Q(confidence__in=scale.counting_as(CountsAs.AT_RISK)), None),
        "little_done": (stands("due_soon") & little_done, None),
        "paused": (Q(status=Status.PAUSED), moved_on),
        "not_started": (Q(status=Status.NOT_STARTED, start_on__lt=on), F("start_on")),
        "silent": (stands("no_recent_update"), F("silent_since")),
    }
    return {name: weight_of(holds, WEIGHTS[name], since, on) for name, (holds, since) in holding.items()}


def weight_of(holds: Q, days: int, since: Expression | F | None, on: datetime.date) -> WrittenOnce:
    """Return what a reason weighs where it holds: so many days, and those gone by since a day."""
    weight: Expression = Value(days)
    if since is not None:
        weight = weight + DaysSince(Value(on), since)
    # It is a column, and a part of the sum by which the rows are ordered.
    return WrittenOnce(Case(When(holds, then=weight), default=Value(0)), output_field=IntegerField())
