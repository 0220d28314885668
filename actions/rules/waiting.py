"""Which actions wait for which, over any number of links: the database follows them."""

import datetime

from django.db.models.expressions import RawSQL

from actions.models import Action
from actions.querysets import ActionQuerySet
from actions.statuses import OPEN

# Understood by SQLite and by PostgreSQL; an action that was reached before is not followed again.
AHEAD = """
WITH RECURSIVE ahead(action) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT link.waits_for_id FROM ahead JOIN actions_dependency AS link ON link.action_id = ahead.action
)
SELECT action FROM ahead
"""
BEHIND = """
WITH RECURSIVE behind(action) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT link.action_id
    FROM behind JOIN actions_dependency AS link ON link.waits_for_id = behind.action
    JOIN actions_action AS waiting ON waiting.id = link.action_id
    WHERE waiting.due_on < %s AND waiting.status IN ({statuses})
)
SELECT action FROM behind
"""


def waits_for_it(action: Action, other: Action) -> bool:
    """Tell whether an action waits for the other, itself or through others; one query."""
    ahead = RawSQL(AHEAD, [action.pk])
    return Action.objects.filter(pk=other.pk).filter(pk__in=ahead).exists()


def moved_by(action: Action, *, due_on: datetime.date) -> ActionQuerySet:
    """Open actions that wait for this one, themselves or through others, and would be due before this day.

    One query. Those through which they wait are among them: who waits for something that can stay waits on.
    """
    statuses = sorted(OPEN)
    sql = BEHIND.format(statuses=", ".join(["%s"] * len(statuses)))
    behind = RawSQL(sql, [action.pk, due_on.isoformat(), *statuses])
    return Action.objects.filter(pk__in=behind).exclude(pk=action.pk).order_by("due_on", "pk")
