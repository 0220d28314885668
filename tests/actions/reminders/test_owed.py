"""What a person is to be reminded of on a day."""

import datetime
import uuid

import pytest

from actions.models import Digest, Reminder, Status
from actions.reminders.owed import Owed, kinds_for, to_be_told
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.factories.actions import (
    ActionFactory,
    DigestItemFactory,
    ExtensionFactory,
    QuestionFactory,
    ReplyFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)
from tests.factories.portal import UserFactory

WEEKS = 6
SILENT = Reminder.UPDATE


def days(number: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=number)


def at(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(9), datetime.UTC)


def told(person, *kinds, on=TODAY):
    wanted = kinds or [kind for kind in Reminder if kind != SILENT]
    return to_be_told(person, wanted, on=on, weeks=WEEKS)


def remember(person, reminder, *, on, **digest):
    digest = {"state": Digest.State.SENT, "handed_over": 1, "ended_at": at(on), **digest}
    DigestItemFactory(
        digest__person=person,
        digest__day=on,
        kind=reminder.kind,
        action_id=reminder.action_id,
        action=None,
        since=reminder.since,
        stage=reminder.stage,
        **{f"digest__{name}": value for name, value in digest.items()},
    )


@pytest.mark.parametrize(
    ("due", "stage"), [(0, 1), (1, 1), (2, 7), (7, 7), (8, 30), (30, 30), (31, None), (-1, None)]
)
def test_due_action_is_told_by_stages(lead, due, stage):
    action = ActionFactory(lead=lead, original_due_on=days(due))

    expected = [] if stage is None else [Owed(Reminder.DUE, action.pk, days(due), stage)]
    assert told(lead, Reminder.DUE) == expected


def test_stage_is_told_once_however_long_it_lasts(lead):
    action = ActionFactory(lead=lead, original_due_on=days(30))
    reminder = Owed(Reminder.DUE, action.pk, days(30), 30)
    remember(lead, reminder, on=TODAY)

    assert told(lead, on=days(1)) == []
    assert told(lead, on=days(22)) == []
    assert told(lead, on=days(23)) == [Owed(Reminder.DUE, action.pk, days(30), 7)]


def test_stage_that_was_missed_is_told_later(lead):
    action = ActionFactory(lead=lead, original_due_on=days(25))

    assert told(lead) == [Owed(Reminder.DUE, action.pk, days(25), 30)]


def test_moved_due_date_is_told_anew(lead):
    action = ActionFactory(lead=lead, original_due_on=days(2), due_on=days(20))
    remember(lead, Owed(Reminder.DUE, action.pk, days(2), 30), on=days(-10))

    assert told(lead) == [Owed(Reminder.DUE, action.pk, days(20), 30)]


@pytest.mark.parametrize(("ago", "again"), [(1, False), (6, False), (7, True), (8, True)])
def test_overdue_action_is_told_every_week(lead, ago, again):
    action = ActionFactory(lead=lead, original_due_on=days(-9))
    reminder = Owed(Reminder.OVERDUE, action.pk, days(-9))
    remember(lead, reminder, on=days(-ago))

    assert told(lead) == [reminder] * again


@pytest.mark.parametrize(
    ("digest", "counts"),
    [
        ({"state": "dropped", "handed_over": 0}, False),
        ({"state": "given_up", "handed_over": 0, "refused_at": at(days(-4)), "refusal": "No"}, False),
        ({"state": "waiting", "handed_over": 0, "ended_at": None}, False),
        ({"state": "sending", "handed_over": 0, "ended_at": None, "claim": uuid.uuid4()}, True),
        ({"state": "given_up", "refused_at": at(days(-4)), "refusal": "No"}, True),
        ({"state": "waiting", "ended_at": None}, True),
        ({"state": "unconfirmed", "handed_over": 2}, True),
        ({"state": "sent"}, True),
    ],
)
def test_only_what_may_have_gone_out_was_told(lead, digest, counts):
    action = ActionFactory(lead=lead, original_due_on=days(-9))
    reminder = Owed(Reminder.OVERDUE, action.pk, days(-9))
    remember(lead, reminder, on=days(-1), **digest)

    assert (told(lead) == []) == counts


def test_what_somebody_else_was_told_counts_for_them_alone(lead, officer):
    action = ActionFactory(lead=lead, original_due_on=days(-9), supporting=[officer])
    reminder = Owed(Reminder.OVERDUE, action.pk, days(-9))
    remember(lead, reminder, on=days(-1))

    assert told(lead) == []
    assert told(officer) == [reminder]


def test_action_that_is_no_longer_open_is_not_told(lead):
    for status in (Status.DELIVERED, Status.SIGNED_OFF, Status.CANCELLED):
        ActionFactory(lead=lead, original_due_on=days(-1), status=status)
        ActionFactory(lead=lead, original_due_on=days(1), status=status)

    assert told(lead, *Reminder) == []


@pytest.mark.parametrize(("ago", "is_told"), [(42, False), (43, True)])
def test_silent_lead_is_asked_for_an_update(lead, officer, ago, is_told):
    action = ActionFactory(lead=lead, supporting=[officer])
    UpdateFactory(action=action, posted_at=at(days(-100)))
    UpdateFactory(action=action, posted_at=at(days(-ago)))

    assert told(lead, SILENT) == [Owed(SILENT, action.pk, days(-ago))] * is_told
    assert told(officer, SILENT) == []


def test_action_resumed_lately_needs_no_update_yet(lead):
    TransitionFactory(action=ActionFactory(lead=lead), made_at=at(days(-3)))
    ActionFactory(lead=lead, status=Status.PAUSED)

    assert told(lead, SILENT) == []


def test_manager_is_told_of_what_waits_for_a_decision(manager):
    asked = ExtensionFactory(asked_at=at(days(-2))).action
    delivered = TransitionFactory(
        action=ActionFactory(status=Status.DELIVERED), to_status=Status.DELIVERED, made_at=at(days(-3))
    ).action
    again = SignOffFactory(made_difference="not_yet", look_again_on=TODAY).action
    SignOffFactory(made_difference="not_yet", look_again_on=days(1))

    assert set(told(manager)) == {
        Owed(Reminder.EXTENSION, asked.pk, days(-2)),
        Owed(Reminder.SIGN_OFF, delivered.pk, days(-3)),
        Owed(Reminder.LOOK_AGAIN, again.pk, TODAY),
    }


def test_lead_is_told_of_questions_until_they_are_answered(lead, officer, scrutineer):
    action = ActionFactory(lead=lead, supporting=[officer])
    question = QuestionFactory(action=action, asked_by=scrutineer, asked_at=at(days(-9)))
    QuestionFactory(action=ActionFactory(lead=lead), asked_by=lead)
    first = Owed(Reminder.QUESTION, action.pk, days(-9))

    assert told(lead, Reminder.QUESTION) == told(officer, Reminder.QUESTION) == [first]
    remember(lead, first, on=days(-1))
    assert told(lead, Reminder.QUESTION) == []
    QuestionFactory(action=action, asked_by=scrutineer, asked_at=at(TODAY))
    assert told(lead, Reminder.QUESTION) == [Owed(Reminder.QUESTION, action.pk, TODAY)]
    for asked in action.questions.all():
        ReplyFactory(question=asked, replied_by=lead, is_answer=True, replied_at=at(days(1)))
    assert told(lead, Reminder.QUESTION, on=days(9)) == []
    ReplyFactory(question=question, replied_by=scrutineer, is_answer=False, replied_at=at(days(2)))
    assert told(lead, Reminder.QUESTION, on=days(2)) == [Owed(Reminder.QUESTION, action.pk, days(2))]


def test_whoever_asked_is_told_of_each_answer_once(lead, manager, scrutineer):
    action = ActionFactory(lead=lead)
    first, second = (QuestionFactory(action=action, asked_by=scrutineer) for _ in range(2))
    assert told(scrutineer) == []
    ReplyFactory(question=first, replied_by=lead, is_answer=True, replied_at=at(days(-1)))
    reminder = Owed(Reminder.ANSWER, action.pk, days(-1), 1)

    assert told(scrutineer) == [reminder]
    assert told(manager) == []
    remember(scrutineer, reminder, on=days(-1))
    assert [told(scrutineer, on=days(number)) for number in (0, 8, 29, 40)] == [[]] * 4
    ReplyFactory(question=second, replied_by=lead, is_answer=True, replied_at=at(days(-1)))
    assert told(scrutineer) == [Owed(Reminder.ANSWER, action.pk, days(-1), 2)]


def test_nobody_else_is_told_of_decisions(officer, scrutineer, lead, member, administrator):
    ExtensionFactory(action__lead=lead)
    ActionFactory(status=Status.DELIVERED)

    assert [told(person) for person in (officer, scrutineer, lead, member, administrator)] == [[]] * 5


def test_kinds_are_those_of_the_role():
    own = (Reminder.OVERDUE, Reminder.DUE, Reminder.UPDATE, Reminder.QUESTION)
    decides = (Reminder.EXTENSION, Reminder.SIGN_OFF, Reminder.LOOK_AGAIN)
    assert {role: kinds_for(UserFactory.build(role=role)) for role in Role} == {
        Role.OFFICER: (*own, Reminder.ANSWER),
        Role.MANAGER: (*own, *decides, Reminder.ANSWER),
        Role.ACTION_LEAD: own,
        Role.SCRUTINEER: (Reminder.ANSWER,),
        Role.COMMITTEE_MEMBER: (),
        Role.ADMINISTRATOR: (),
    }
