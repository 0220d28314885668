"""What waits for a person, kind by kind: the rows, for whoever may do something about them."""

import datetime

from django.db.models import Prefetch, QuerySet

from actions.models import Action, Question, Reply
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from actions.rules.standing import condition
from actions.rules.then import beginning_of
from actions.statuses import DUE_SOON_DAYS
from portal.models import User
from portal.permissions import Permission, is_allowed

ANSWERED_DAYS = 30
"""For so many days an answer is shown to whoever asked."""


def decisions(person: User, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions that wait for a person's decision, the longest wait first; none for who does not decide."""
    if not is_allowed(person, Permission.DECIDE_EXTENSIONS):
        return Action.objects.none()
    waiting = Action.objects.visible_to(person).awaiting_decision(by=person, on=on)
    return waiting.with_slips().longest_wait_first()


def hand_overs(person: User, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions whose lead has left, for managers, the first due first."""
    if not is_allowed(person, Permission.DECIDE_EXTENSIONS):
        return Action.objects.none()
    left = Action.objects.visible_to(person).filter(condition("lead_left", scale, on=on))
    return left.with_slips().select_related("lead").order_by("due_on", "pk")


def reports(person: User, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions that a person leads and has not reported on for too long."""
    mine = Action.objects.visible_to(person).involving(person).as_listed(on=on, near=scale.at_risk_days)
    return mine.filter(condition("no_recent_update", scale, on=on), lead=person)


def answers(person: User, scale: Scale | None = None, *, on: datetime.date) -> QuerySet[Question]:
    """Return the questions of a person that were answered lately, the latest answer first."""
    seen = Action.objects.visible_to(person)
    asked = Question.objects.filter(asked_by=person, action__in=seen.order_by().values("pk"))
    return asked.answered(since=beginning_of(on - datetime.timedelta(days=ANSWERED_DAYS))).prefetch_related(
        Prefetch("action", Action.objects.with_slips().select_related("lead")),
        Prefetch("replies", Reply.objects.select_related("replied_by").order_by("replied_at", "pk")),
    )


def second_looks(person: User, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the differences that a manager can look at again within the next month, the first first."""
    if not is_allowed(person, Permission.SIGN_OFF):
        return Action.objects.none()
    last = on + datetime.timedelta(days=DUE_SOON_DAYS)
    judged = Action.objects.visible_to(person).independent_of(person)
    coming = judged.looked_at_again(look_again_on__gt=on, look_again_on__lte=last).with_look_again()
    return coming.with_slips().select_related("lead").order_by("look_again_on", "pk")
