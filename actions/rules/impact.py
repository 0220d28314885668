"""What was delivered, and whether it has made a difference: two matters, kept apart."""

from django.db.models import Q, QuerySet

from actions.models import SignOff
from actions.statuses import DONE, Status

NOT_ASKED = "not_asked"
ANSWERS = {**dict(SignOff.Difference.choices), NOT_ASKED: "Not asked yet"}


def latest_sign_offs() -> QuerySet[SignOff]:
    """Return the sign-off of each action that counts: the last one."""
    return SignOff.objects.order_by().current()


def difference_is(answer: str) -> Q:
    """Delivered, and a manager gave this answer when it was last signed off; or nobody has been asked yet."""
    if answer == NOT_ASKED:
        answered = SignOff.objects.order_by().values("action")
        return Q(status=Status.DELIVERED) | (Q(status=Status.SIGNED_OFF) & ~Q(pk__in=answered))
    given = latest_sign_offs().filter(made_difference=answer)
    return Q(status=Status.SIGNED_OFF) & Q(pk__in=given.values("action"))


def is_done() -> Q:
    """Delivered, signed off or not."""
    return Q(status__in=DONE)
