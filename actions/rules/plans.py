"""What is coming: milestones that are still to be reached."""

import datetime

from django.db.models import QuerySet

from actions.models import Milestone
from actions.querysets import ActionQuerySet
from actions.statuses import DUE_SOON_DAYS, is_open


def milestones_ahead(actions: ActionQuerySet, *, on: datetime.date) -> QuerySet[Milestone]:
    """Return the milestones of open actions that are due within a month or late already, the earliest first."""
    last = on + datetime.timedelta(days=DUE_SOON_DAYS)
    return (
        Milestone.objects.filter(
            action__in=actions.filter(is_open()).order_by().values("pk"), reached_on=None, due_on__lte=last
        )
        .select_related("action")
        .order_by("due_on", "pk")
    )
