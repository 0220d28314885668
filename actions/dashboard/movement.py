"""What changed since a day."""

import datetime

from django.db.models import Count

from actions.querysets import ActionQuerySet
from actions.rules.movement import MOVED, moved
from actions.rules.scale import Scale


def count_moved(
    actions: ActionQuerySet, scale: Scale, *, since: datetime.date, on: datetime.date
) -> dict[str, int]:
    """Count the actions to which each thing happened, in one query; one to which it happened twice counts once."""
    numbers = {f"number_{name}": Count("pk", filter=moved(name, scale, since=since, on=on)) for name in MOVED}
    counted = actions.order_by().aggregate(**numbers)
    return {name: counted[f"number_{name}"] for name in MOVED}
