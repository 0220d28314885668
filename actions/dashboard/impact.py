"""Of what was delivered, what has made a difference."""

from django.db.models import Count

from actions.querysets import ActionQuerySet
from actions.rules.impact import ANSWERS, NOT_ASKED, latest_sign_offs
from actions.statuses import Status


def count_answers(actions: ActionQuerySet, *, done: int) -> dict[str, int]:
    """Count by the answer that their last sign-off gave; of those `done` the rest has not been asked about."""
    signed_off = actions.order_by().filter(status=Status.SIGNED_OFF)
    answered = latest_sign_offs().filter(action__in=signed_off)
    given = dict(answered.values_list("made_difference").annotate(number=Count("pk")))
    given[NOT_ASKED] = done - sum(given.values())
    return {answer: given.get(answer, 0) for answer in ANSWERS}
