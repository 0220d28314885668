"""What each person is to be reminded of on a day, and what they were reminded of before."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Max
from django.utils.timezone import localdate

from actions.models import Action, Digest, DigestItem, Question, Reminder, ReminderChoice, Status
from actions.permissions import can_see_record
from actions.rules.standing import has_no_recent_update
from actions.rules.tasks import answers
from portal.models import User
from portal.permissions import Permission, is_allowed

Frequency = ReminderChoice.Frequency
STAGES = (1, 7, 30)
"""How many days before its due date an action is due "soon": a reminder for each, from the last to the first."""
AGAIN_AFTER = datetime.timedelta(days=7)
REMEMBERED_FOR = datetime.timedelta(days=STAGES[-1] + 1)
OWN = (Reminder.OVERDUE, Reminder.DUE, Reminder.UPDATE, Reminder.QUESTION)
TOLD_ONCE = (Reminder.DUE, Reminder.ANSWER)
DECISIONS = (Reminder.EXTENSION, Reminder.SIGN_OFF, Reminder.LOOK_AGAIN)


@dataclass(frozen=True)
class Owed:
    """Something to be reminded of, with the day that it is about; `stage` as in a digest's items."""

    kind: Reminder
    action_id: int
    since: datetime.date
    stage: int = 0


def kinds_for(person: User) -> tuple[Reminder, ...]:
    """Return the kinds of reminder that there can be for a person."""
    own = OWN if is_allowed(person, Permission.SEE_OWN_ACTIONS) else ()
    decides = can_see_record(person) and is_allowed(person, Permission.DECIDE_EXTENSIONS)
    asks = is_allowed(person, Permission.ASK_ABOUT_ACTIONS)
    return (*own, *(DECISIONS if decides else ()), *((Reminder.ANSWER,) if asks else ()))


def to_be_told(
    person: User, kinds: Iterable[str], *, on: datetime.date, weeks: int, frequency: str = Frequency.DAILY
) -> list[Owed]:
    """Return what a person is to be reminded of on a day, of these kinds, without what they were told already.

    Each stage before a due date is told once, and so is each answer; what waits is told at once, and each week
    while it waits. It does not depend on being asked every day: what a missed day would have told, the next one tells.
    """
    owed = [reminder for reminder in owed_by(person, on=on, weeks=weeks) if reminder.kind in kinds]
    told = told_before(person, on=on) if owed else {}

    def is_new(reminder: Owed) -> bool:
        last = told.get(reminder)
        return last is None or (reminder.kind not in TOLD_ONCE and last <= a_week_before(on, frequency))

    return [reminder for reminder in owed if is_new(reminder)]


def a_week_before(on: datetime.date, frequency: str) -> datetime.date:
    """Return the last day of which what was told is told again: for whoever is reminded weekly, last week's Sunday.

    Their day is Monday, and a later one where that was missed; the next is Monday again.
    """
    return on - (datetime.timedelta(days=on.isoweekday()) if frequency == Frequency.WEEKLY else AGAIN_AFTER)


def told_before(person: User, *, on: datetime.date) -> dict[Owed, datetime.date]:
    """Return when a person was last reminded of each thing; one query."""
    digests = Digest.objects.filter(person=person, day__gt=on - REMEMBERED_FOR).order_by()
    items = (
        DigestItem.objects.filter(digest__in=digests.told())
        .order_by()
        .values_list("kind", "action_id", "since", "stage")
        .annotate(last=Max("digest__day"))
    )
    return {Owed(Reminder(kind), *key): last for kind, *key, last in items}


def owed_by(person: User, *, on: datetime.date, weeks: int) -> Iterator[Owed]:
    """Yield all that a person owes on a day; an action needs an update that has shown no sign for so many weeks."""
    kinds = kinds_for(person)
    if Reminder.OVERDUE in kinds:
        yield from own_of(person, on=on, weeks=weeks)
        yield from questions_of(person)
    if Reminder.SIGN_OFF in kinds:
        yield from decisions_of(person, on=on)
    if Reminder.ANSWER in kinds:
        yield from answers_of(person, on=on)


def own_of(person: User, *, on: datetime.date, weeks: int) -> Iterator[Owed]:
    """Yield what a person owes as lead or supporter of actions; updates as lead alone."""
    mine = Action.objects.visible_to(person).involving(person)
    for action in mine.overdue(on=on):
        yield Owed(Reminder.OVERDUE, action.pk, action.due_on)
    for action in mine.due_soon(on=on, days=STAGES[-1]):
        days = (action.due_on - on).days
        yield Owed(Reminder.DUE, action.pk, action.due_on, next(stage for stage in STAGES if days <= stage))
    for action in mine.filter(has_no_recent_update(weeks, on=on), lead=person).with_silence():
        yield Owed(Reminder.UPDATE, action.pk, action.silent_since)


def questions_of(person: User) -> Iterator[Owed]:
    """Yield the actions about which somebody waits for an answer, with the day on which something was last asked."""
    mine = Action.objects.visible_to(person).involving(person).order_by()
    waiting = Question.objects.filter(action__in=mine.values("pk")).exclude(asked_by=person)
    last: dict[int, datetime.date] = {}
    for question in waiting.open().with_turns():
        asked_on = localdate(question.turned_at)
        last[question.action_id] = max(asked_on, last.get(question.action_id, asked_on))
    for action_id, asked_on in last.items():
        yield Owed(Reminder.QUESTION, action_id, asked_on)


def answers_of(person: User, *, on: datetime.date) -> Iterator[Owed]:
    """Yield the actions about which a person got answers lately; one more answer is told anew."""
    last: dict[int, list[datetime.date]] = {}
    for question in answers(person, on=on):
        turns = [localdate(reply.replied_at) for reply in question.replies.all() if reply.is_answer]
        last.setdefault(question.action_id, []).extend(turns)
    for action_id, days in last.items():
        yield Owed(Reminder.ANSWER, action_id, max(days), len(days))


def decisions_of(person: User, *, on: datetime.date) -> Iterator[Owed]:
    """Yield what waits for a manager: extensions, sign-offs, differences to look at again."""
    for action in Action.objects.visible_to(person).awaiting_decision(by=person, on=on):
        if action.status == Status.SIGNED_OFF and action.look_again_on:
            yield Owed(Reminder.LOOK_AGAIN, action.pk, action.look_again_on)
        elif action.status == Status.DELIVERED:
            yield Owed(Reminder.SIGN_OFF, action.pk, localdate(action.status_since or action.agreed_at))
        else:
            yield Owed(
                Reminder.EXTENSION, action.pk, localdate(action.extension_asked_at or action.agreed_at)
            )
