"""The actions as they stood at the end of a period."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.models import Extension, SignOff, Status
from reports.facts import Facts, action_facts
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def moment(month, day, hour=9):
    return datetime.datetime(2026, month, day, hour, tzinfo=datetime.UTC)


def test_action_agreed_after_the_period_is_left_out(period):
    ActionFactory(agreed_at=moment(5, 1))

    assert action_facts(Facts(period)).actions == []


def test_actions_stand_in_the_order_of_their_references(period):
    later, earlier = ActionFactory(reference="A-2026-1000"), ActionFactory(reference="A-2026-999")

    assert [fact.action for fact in action_facts(Facts(period)).actions] == [earlier, later]


def test_action_agreed_late_on_the_last_day_is_counted(period):
    # 22:30 in Coordinated Universal Time is 23:30 of the same day in a British summer.
    action = ActionFactory(agreed_at=datetime.datetime(2026, 4, 30, 22, 30, tzinfo=datetime.UTC))

    assert [fact.action for fact in action_facts(Facts(period)).agreed] == [action]


def test_status_is_wound_back_to_the_end_of_the_period(period):
    action = ActionFactory(status=Status.SIGNED_OFF)
    TransitionFactory(action=action, to_status=Status.IN_PROGRESS, made_at=moment(2, 1))
    TransitionFactory(
        action=action, from_status=Status.IN_PROGRESS, to_status=Status.SIGNED_OFF, made_at=moment(5, 1)
    )

    assert action_facts(Facts(period)).by_status == {Status.IN_PROGRESS: 1}


def test_status_without_a_later_change_is_todays(period):
    ActionFactory(status=Status.PAUSED)

    assert action_facts(Facts(period)).by_status == {Status.PAUSED: 1}


def test_due_date_is_wound_back_over_a_later_extension(period):
    action = ActionFactory(original_due_on=datetime.date(2026, 3, 31), due_on=datetime.date(2026, 9, 30))
    manager = UserFactory()
    for before, asked, decided in (
        (datetime.date(2026, 3, 31), datetime.date(2026, 6, 30), moment(3, 1)),
        (datetime.date(2026, 6, 30), datetime.date(2026, 9, 30), moment(6, 1)),
    ):
        ExtensionFactory(
            action=action,
            due_before_on=before,
            due_asked_on=asked,
            asked_at=decided,
            decision=Extension.Decision.GRANTED,
            decision_reason="Agreed",
            decided_by=manager,
            decided_at=decided,
        )

    facts = action_facts(Facts(period))

    assert [(fact.due_on, fact.days_slipped) for fact in facts.slipped] == [(datetime.date(2026, 6, 30), 91)]
    assert (facts.extensions("granted"), facts.extensions("refused")) == (1, 0)


@pytest.mark.parametrize(("day", "is_late"), [(29, True), (30, False)])
def test_open_action_is_late_after_its_due_date(period, day, is_late):
    ActionFactory(original_due_on=datetime.date(2026, 4, day))

    assert bool(action_facts(Facts(period)).late) is is_late


def test_delivered_action_is_not_late(period):
    ActionFactory(original_due_on=datetime.date(2026, 2, 1), status=Status.DELIVERED)

    facts = action_facts(Facts(period))

    assert (facts.late, len(facts.shown)) == ([], 1)


def test_sign_off_of_the_period(period):
    SignOffFactory(signed_off_at=moment(4, 1), made_difference=SignOff.Difference.PARTLY)
    before = SignOffFactory(
        signed_off_at=datetime.datetime(2025, 10, 1, tzinfo=datetime.UTC),
        action=ActionFactory(
            status=Status.SIGNED_OFF, agreed_at=datetime.datetime(2025, 6, 1, tzinfo=datetime.UTC)
        ),
    )

    facts = action_facts(Facts(period))

    assert [fact.sign_off.made_difference for fact in facts.signed_off] == ["partly"]
    assert before.action not in [fact.action for fact in facts.shown]


def test_reopened_action_does_not_count_as_signed_off(period):
    sign_off = SignOffFactory(signed_off_at=moment(3, 1), action=ActionFactory(status=Status.IN_PROGRESS))

    facts = action_facts(Facts(period))

    assert facts.signed_off == []
    assert [fact.action for fact in facts.shown] == [sign_off.action]


def test_correction_of_an_earlier_update_is_not_the_last_one(period):
    action = ActionFactory()
    first = UpdateFactory(action=action, confidence="high", posted_at=moment(2, 1))
    UpdateFactory(action=action, confidence="low", posted_at=moment(3, 1))
    UpdateFactory(
        action=action,
        confidence="medium",
        posted_at=moment(4, 1),
        corrects=first,
        correction_reason="A slip",
        stands_at=first.posted_at,
    )

    assert [fact.confidence for fact in action_facts(Facts(period)).doubtful] == ["low"]


def test_confidence_is_that_of_the_last_update_of_the_period(period):
    action = ActionFactory()
    UpdateFactory(action=action, confidence="low", posted_at=moment(4, 1))
    UpdateFactory(action=action, confidence="high", posted_at=moment(5, 1))

    assert [fact.confidence for fact in action_facts(Facts(period)).doubtful] == ["low"]


def test_as_many_queries_for_one_action_as_for_three(period):
    counts = []
    for _ in (1, 3):
        SignOffFactory(signed_off_at=moment(4, 1))
        UpdateFactory(posted_at=moment(4, 1))
        with CaptureQueriesContext(connection) as captured:
            action_facts(Facts(period))
        counts.append(len(captured))

    assert counts[0] == counts[1] == 5
