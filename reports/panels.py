"""What reports add to the pages of lower apps."""

from typing import Any

from portal.models import User
from reports.models import Report


def decisions_panel(user: User, person: User) -> dict[str, Any]:
    """The reports in review that wait for a person's approval, those for the earliest meeting first."""
    waiting = Report.objects.visible_to(user).awaiting_approval(by=person)
    return {
        "waiting": waiting.select_related("meeting__committee", "drafted_by").order_by(
            "meeting__held_on", "pk"
        )
    }
