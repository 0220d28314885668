"""Rules that keep those who do the work apart from those who judge it, and the record apart from what is over."""

import datetime

import pytest
import time_machine

from actions.models import Action, Evidence, Extension, SignOff, Status
from actions.services import add_evidence, decide_extension, edit_action, post_update, sign_off_action
from portal.exceptions import Refused
from portal.models import Role
from tests.factories.actions import ActionFactory, EvidenceFactory, ExtensionFactory, TransitionFactory
from tests.factories.findings import MeasurementCorrectionFactory, MeasurementFactory
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


def deliver(action, *, by=None):
    """Report, as the lead where nobody else is named, that it is delivered."""
    post_update(
        action=action,
        by=by or action.lead,
        narrative="All teams are trained",
        percent_complete=100,
        confidence="high",
        is_delivered=True,
    )


def sign_off(action, *, by, was_delivered=True, piece=None):
    """Sign off as this person, on evidence that somebody else supplied unless this is given; or send back."""
    pieces = [piece or EvidenceFactory(action=action)] if was_delivered else []
    return sign_off_action(
        action=action,
        by=by,
        on=TODAY,
        was_delivered=was_delivered,
        made_difference=SignOff.Difference.YES if was_delivered else "",
        reason="The audit shows it",
        evidence=pieces,
        difference_evidence=pieces,
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


def test_manager_who_reported_the_delivery_does_not_sign_it_off():
    manager = UserFactory(role=Role.MANAGER)
    action = ActionFactory(status=Status.IN_PROGRESS)
    deliver(action, by=manager)

    with pytest.raises(Refused, match="and did not report the delivery, signs it off"):
        sign_off(action, by=manager)
    assert not Action.objects.awaiting_decision(by=manager, on=TODAY).exists()

    sign_off(action, by=UserFactory(role=Role.MANAGER))
    assert Action.objects.get().status == Status.SIGNED_OFF


def test_manager_who_changed_the_status_otherwise_signs_off():
    manager = UserFactory(role=Role.MANAGER)
    action = ActionFactory(status=Status.IN_PROGRESS)
    TransitionFactory(action=action, made_by=manager, from_status=Status.PAUSED, to_status=Status.IN_PROGRESS)
    deliver(action)

    sign_off(action, by=manager)

    assert Action.objects.get().status == Status.SIGNED_OFF


def test_manager_does_not_decide_an_extension_that_they_asked_for():
    manager, other = UserFactory(role=Role.MANAGER), UserFactory(role=Role.MANAGER)
    extension = ExtensionFactory(asked_by=manager, action__due_on=datetime.date(2099, 1, 1))
    decision = {"extension": extension, "decision": Extension.Decision.GRANTED, "reason": "Yes"}

    with pytest.raises(Refused, match="and did not ask for the extension, decides it"):
        decide_extension(by=manager, **decision)
    assert not Action.objects.awaiting_decision(by=manager, on=TODAY).exists()
    assert Action.objects.awaiting_decision(by=other, on=TODAY).exists()

    decide_extension(by=other, **decision)
    assert Extension.objects.get().decided_by == other


def test_sign_off_does_not_rest_on_a_value_that_the_manager_recorded_or_corrected():
    recorder, corrector = UserFactory(role=Role.MANAGER), UserFactory(role=Role.MANAGER)
    measurement = MeasurementFactory(recorded_by=recorder)
    MeasurementCorrectionFactory(measurement=measurement, corrected_by=corrector)
    action = ActionFactory(status=Status.DELIVERED, measure=measurement.measure)
    piece = EvidenceFactory(action=action, kind=Evidence.Kind.MEASUREMENT, measurement=measurement)

    for manager in (recorder, corrector):
        with pytest.raises(Refused, match="or on a value that you recorded"):
            sign_off(action, by=manager, piece=piece)

    sign_off(action, by=UserFactory(role=Role.MANAGER), piece=piece)
    assert Action.objects.get().status == Status.SIGNED_OFF


def test_extension_to_a_day_that_has_passed_is_refused_only():
    manager = UserFactory(role=Role.MANAGER)
    action = ActionFactory(due_on=datetime.date(2026, 4, 30))
    extension = ExtensionFactory(action=action, due_asked_on=datetime.date(2026, 5, 31))

    with time_machine.travel(datetime.datetime(2026, 6, 1, 9, tzinfo=datetime.UTC)):
        with pytest.raises(Refused, match=r"The date asked for, 31 May 2026, has passed\. Refuse it"):
            decide_extension(extension=extension, by=manager, decision="granted", reason="Yes")
        decide_extension(extension=extension, by=manager, decision="refused", reason="Ask for another")

    assert Action.objects.get().due_on == datetime.date(2026, 4, 30)


def test_extension_to_today_is_granted():
    action = ActionFactory(due_on=datetime.date(2026, 4, 30))
    extension = ExtensionFactory(action=action, due_asked_on=TODAY)

    with time_machine.travel(datetime.datetime(2026, 6, 1, 9, tzinfo=datetime.UTC)):
        decide_extension(
            extension=extension, by=UserFactory(role=Role.MANAGER), decision="granted", reason="Yes"
        )

    assert Action.objects.get().due_on == TODAY


@pytest.mark.parametrize(
    ("kind", "why"),
    [("link", "Enter the address"), ("measurement", "Select the measurement"), ("file", "Choose the file")],
)
def test_evidence_without_what_its_kind_promises_is_refused(kind, why):
    action = ActionFactory()

    with pytest.raises(Refused, match=why):
        add_evidence(action=action, by=action.lead, on=TODAY, kind=kind, shows="It works", dated_on=TODAY)
