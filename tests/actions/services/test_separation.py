"""Rules that keep those who do the work apart from those who judge it, and the record apart from what is over."""

import datetime

import pytest

from actions.models import Action, Evidence, Status
from actions.services import add_evidence, edit_action
from portal.exceptions import Refused
from portal.models import Role
from tests.factories.actions import ActionFactory
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
