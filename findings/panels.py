"""What findings add to the pages of reviews."""

from typing import Any

from django.db.models import Count, Q

from findings.models import Intake, Reading, Response
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


def unfinished_panel(user: User, review: Review) -> dict[str, Any]:
    """The documents of a review that wait to be checked, for those who may do it."""
    if not is_allowed(user, Permission.RECORD):
        return {"waiting": []}
    return {"review": review, "waiting": unfinished(user, review=review)}


def my_documents_panel(user: User, person: User) -> dict[str, Any]:
    """The documents that a person began to take in and has not finished."""
    if not is_allowed(user, Permission.RECORD):
        return {"waiting": []}
    return {"waiting": unfinished(user, by=person)}


def unfinished(user: User, *, review: Review | None = None, by: User | None = None) -> list[Intake | Reading]:
    """The documents that somebody has to go on with: findings to check, columns to settle; the oldest first."""
    intakes = (
        Intake.objects.visible_to(user).filter(state=Intake.State.OPEN).select_related("document__review")
    )
    readings = Reading.objects.visible_to(user).awaiting_columns().select_related("review")
    if review is not None:
        intakes, readings = intakes.filter(document__review=review), readings.filter(review=review)
    if by is not None:
        intakes, readings = intakes.filter(started_by=by), readings.filter(asked_by=by)
    return [
        *intakes.defer("passages", "strands", "particulars").order_by("started_at"),
        *readings.defer("sheet", "columns", "pasted_words").order_by("asked_at"),
    ]
