"""How the delivery of an action is rated: from its status, dates and milestones alone."""

import datetime

import pytest

from actions.models import Action, Delivery, Status
from tests.actions.conftest import TODAY
from tests.factories.actions import ActionFactory, DependencyFactory, MilestoneFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
YESTERDAY = TODAY - datetime.timedelta(days=1)
TOMORROW = TODAY + datetime.timedelta(days=1)
IN_14_DAYS = TODAY + datetime.timedelta(days=14)
IN_15_DAYS = TODAY + datetime.timedelta(days=15)


def delivery(action):
    return Action.objects.with_delivery(on=TODAY, near=14).get(pk=action.pk).delivery


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Delivery.ON_TRACK),
        ({"original_due_on": TODAY}, Delivery.ON_TRACK),
        ({"original_due_on": YESTERDAY}, Delivery.LATE),
        ({"status": Status.PAUSED}, Delivery.AT_RISK),
        ({"status": Status.PAUSED, "original_due_on": YESTERDAY}, Delivery.LATE),
        ({"status": Status.NOT_STARTED, "start_on": TODAY}, Delivery.NOT_DUE),
        ({"status": Status.NOT_STARTED, "start_on": YESTERDAY}, Delivery.AT_RISK),
        ({"status": Status.DELIVERED, "original_due_on": YESTERDAY}, Delivery.DELIVERED),
        ({"status": Status.SIGNED_OFF, "original_due_on": YESTERDAY}, Delivery.COMPLETE),
        ({"status": Status.CANCELLED, "original_due_on": YESTERDAY}, Delivery.STOPPED),
    ],
)
def test_delivery_follows_from_status_and_dates(values, expected):
    assert delivery(ActionFactory(**values)) == expected


@pytest.mark.parametrize("confidence", ["", "low", "medium", "high"])
def test_delivery_has_nothing_to_do_with_confidence(confidence):
    assert delivery(ActionFactory(confidence=confidence)) == Delivery.ON_TRACK


@pytest.mark.parametrize(
    ("due_on", "is_reached", "expected"),
    [
        (YESTERDAY, False, Delivery.AT_RISK),
        (YESTERDAY, True, Delivery.ON_TRACK),
        (TODAY, False, Delivery.ON_TRACK),
    ],
)
def test_a_late_milestone_puts_an_action_at_risk(due_on, is_reached, expected):
    reached = {"reached_on": YESTERDAY, "reached_by": UserFactory()} if is_reached else {}
    milestone = MilestoneFactory(due_on=due_on, **reached)

    assert delivery(milestone.action) == expected


@pytest.mark.parametrize(
    ("due_on", "expected"), [(IN_14_DAYS, Delivery.AT_RISK), (IN_15_DAYS, Delivery.ON_TRACK)]
)
def test_a_near_due_date_with_milestones_to_reach_puts_an_action_at_risk(due_on, expected):
    milestone = MilestoneFactory(action__original_due_on=due_on, due_on=TOMORROW)

    assert delivery(milestone.action) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"original_due_on": datetime.date(2027, 1, 2)}, Delivery.AT_RISK),
        ({"original_due_on": datetime.date(2027, 1, 1)}, Delivery.ON_TRACK),
        ({"original_due_on": datetime.date(2027, 1, 2), "status": Status.DELIVERED}, Delivery.ON_TRACK),
        ({"original_due_on": datetime.date(2026, 12, 1), "status": Status.SIGNED_OFF}, Delivery.ON_TRACK),
        ({"original_due_on": datetime.date(2026, 12, 1), "status": Status.CANCELLED}, Delivery.AT_RISK),
    ],
)
def test_waiting_for_an_action_that_is_due_later_or_given_up_puts_an_action_at_risk(values, expected):
    action = ActionFactory(original_due_on=datetime.date(2027, 1, 1))
    DependencyFactory(action=action, waits_for=ActionFactory(**values))

    assert delivery(action) == expected


@pytest.mark.parametrize(
    ("status", "expected"), [(Status.IN_PROGRESS, Delivery.AT_RISK), (Status.DELIVERED, Delivery.DELIVERED)]
)
def test_waiting_for_an_action_that_was_given_up_puts_an_action_at_risk(status, expected):
    replaced = {"status": Status.SUPERSEDED, "superseded_by": ActionFactory()}
    for values in ({"status": Status.CANCELLED}, replaced):
        action = ActionFactory(status=status)
        DependencyFactory(action=action, waits_for=ActionFactory(**values))

        assert delivery(action) == expected
