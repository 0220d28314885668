"""How actions stand now, counted in one query by the very conditions that the register filters by."""

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count

from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from actions.rules.standing import condition
from actions.statuses import OPEN

FIGURES = (
    "open",
    "overdue",
    "due_soon",
    "awaiting_sign_off",
    "extension_waiting",
    "no_recent_update",
    "look_again",
    "lead_left",
)


@dataclass(frozen=True)
class Standing:
    """How many actions there are of each kind: by number, status and delivery; by confidence those that are open."""

    figures: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    delivery: Counter[str] = field(default_factory=Counter)
    confidence: Counter[str] = field(default_factory=Counter)


def count_standing(actions: ActionQuerySet, scale: Scale, *, on: datetime.date) -> Standing:
    """Count the actions in every way that the head of the dashboard shows: one query, one pass over them."""
    grouped = (
        actions.order_by()
        .with_delivery(on=on, near=scale.at_risk_days)
        .values_list("status", "delivery", "confidence")
        .annotate(in_all=Count("pk"), **numbers_of(FIGURES, scale, on=on))
    )
    standing = Standing()
    for status, delivery, confidence, in_all, *numbers in grouped:
        standing.statuses[status] += in_all
        standing.delivery[delivery] += in_all
        if status in OPEN:
            standing.confidence[confidence] += in_all
        standing.figures.update(dict(zip(FIGURES, numbers, strict=True)))
    return standing


def numbers_of(
    names: Sequence[str], scale: Scale, *, on: datetime.date, distinct: bool = False
) -> dict[str, Count]:
    """Return what counts the actions behind each of the numbers."""
    return {
        f"number_{name}": Count("pk", filter=condition(name, scale, on=on), distinct=distinct)
        for name in names
    }
