"""What findings add to the pages of reviews."""

from typing import Any

from django.db.models import Count, Q

from findings.models import Response
from portal.models import User
from portal.permissions import Permission, is_allowed
from reviews.models import Review


def responses_panel(user: User, review: Review) -> dict[str, Any]:
    """How a review's areas for consideration were answered, and how many still wait; each with its rows."""
    areas = review.findings.visible_to(user).areas()
    answers: dict[str, Count] = {name: Count("pk", filter=Q(response=name)) for name in Response.values}
    counts = areas.aggregate(waiting=Count("pk", filter=Q(response="")), **answers)
    return {
        "review": review,
        "waiting": counts["waiting"],
        "may_record": is_allowed(user, Permission.RECORD),
        "answers": [(name, label, counts[name]) for name, label in Response.choices if counts[name]],
    }
