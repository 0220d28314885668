"""Rules that keep those who do the work apart from those who judge it, and the record apart from what is over."""

import datetime

import pytest

from actions.models import Action, Evidence, SignOff, Status
from actions.services import add_evidence, edit_action, post_update, sign_off_action
from portal.exceptions import Refused
from portal.models import Role
from tests.factories.actions import ActionFactory, EvidenceFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


def test_manager_cannot_hand_over_an_action_that_they_lead():
    manager = UserFactory(role=Role.MANAGER)
    action = ActionFactory(lead=manager)

    with pytest.raises(Refused, match="You lead this action"):
        edit_action(action=action, by=manager, version=0, changes={"lead": UserFactory(role=Role.OFFICER)})

    assert Action.objects.get().lead == manager


def test_manager_who_leads_an_action_can_change_the_rest_of_it():
    manager = UserFactory(role=Role.MANAGER)
    action = ActionFactory(lead=manager)

    edit_action(action=action, by=manager, version=0, changes={"lead": manager, "title": "Train the team"})

    assert Action.objects.get().title == "Train the team"


def test_officer_hands_over_the_action_of_a_manager():
    action = ActionFactory(lead=UserFactory(role=Role.MANAGER))
    officer = UserFactory(role=Role.OFFICER)

    edit_action(action=action, by=officer, version=0, changes={"lead": officer})

    assert Action.objects.get().lead == officer


def test_evidence_of_an_action_that_was_cancelled_meanwhile_is_refused():
    action = ActionFactory(status=Status.IN_PROGRESS)
    Action.objects.update(status=Status.CANCELLED)

    with pytest.raises(Refused):
        add_evidence(
            action=action,
            by=action.lead,
            on=TODAY,
            kind=Evidence.Kind.OBSERVATION,
            shows="The team was seen at work",
            dated_on=TODAY,
        )

    assert not Evidence.objects.exists()


@pytest.fixture
def handed_over():
    """An action that a manager led when it was delivered, and that an officer gave to another lead since."""
    manager, officer = UserFactory(role=Role.MANAGER), UserFactory(role=Role.OFFICER)
    action = ActionFactory(lead=manager, status=Status.IN_PROGRESS)
    deliver(action)
    edit_action(action=action, by=officer, version=action.version, changes={"lead": officer})
    return action, manager


def deliver(action):
    """Report as the lead that it is delivered."""
    post_update(
        action=action,
        by=action.lead,
        narrative="All teams are trained",
        percent_complete=100,
        confidence="high",
        is_delivered=True,
    )


def sign_off(action, *, by, was_delivered=True):
    """Sign off as this person, on evidence that somebody else supplied."""
    piece = EvidenceFactory(action=action)
    return sign_off_action(
        action=action,
        by=by,
        on=TODAY,
        was_delivered=was_delivered,
        made_difference=SignOff.Difference.YES,
        reason="The audit shows it",
        evidence=[piece],
        difference_evidence=[piece],
    )


def test_manager_who_led_the_action_when_it_was_delivered_does_not_sign_it_off(handed_over):
    action, manager = handed_over

    with pytest.raises(Refused, match="did not lead it when it was delivered"):
        sign_off(action, by=manager)

    assert not SignOff.objects.exists()


def test_manager_who_led_an_earlier_delivery_does_not_sign_off_a_later_one(handed_over):
    action, manager = handed_over
    sign_off(action, by=UserFactory(role=Role.MANAGER), was_delivered=False)
    deliver(action)

    with pytest.raises(Refused, match="did not lead it when it was delivered"):
        sign_off(action, by=manager)


def test_manager_who_never_led_the_action_signs_it_off(handed_over):
    action, _ = handed_over

    sign_off(action, by=UserFactory(role=Role.MANAGER))

    assert Action.objects.get().status == Status.SIGNED_OFF


def test_manager_who_led_the_action_only_before_it_was_delivered_signs_it_off():
    manager, officer = UserFactory(role=Role.MANAGER), UserFactory(role=Role.OFFICER)
    action = ActionFactory(lead=manager, status=Status.IN_PROGRESS)
    edit_action(action=action, by=officer, version=0, changes={"lead": officer})
    deliver(action)

    sign_off(action, by=manager)

    assert Action.objects.get().status == Status.SIGNED_OFF
