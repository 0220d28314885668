"""Two people who act on what both saw a moment ago."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from actions.lifecycle import CANCEL, PAUSE, SUPERSEDE
from actions.models import Action, Confidence, Extension, SignOff, Status, Transition
from actions.services import (
    agree_action,
    decide_extension,
    edit_action,
    look_again,
    move_action,
    post_update,
    sign_off_action,
)
from findings.models import Finding, Kind
from findings.services.finding import edit_finding
from portal.exceptions import Refused
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, EvidenceFactory, ExtensionFactory, SignOffFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory


@pytest.fixture
def other(db):
    return UserFactory(role=Role.MANAGER, name="Director")


def test_second_change_of_status_is_refused(action, officer, manager):
    seen = Action.objects.get(pk=action.pk)
    move_action(action=action, move=PAUSE, by=officer, reason="Two posts are empty")

    with pytest.raises(Refused, match="has just changed the status"):
        move_action(action=seen, move=CANCEL, by=manager, reason="No longer needed")

    action.refresh_from_db()
    assert action.status == Status.PAUSED
    assert Transition.objects.count() == 1


def test_update_on_an_action_that_was_just_cancelled_is_refused(action, manager, lead):
    seen = Action.objects.get(pk=action.pk)
    move_action(action=action, move=CANCEL, by=manager, reason="No longer needed")

    with pytest.raises(Refused, match="has just changed the status"):
        post_update(action=seen, by=lead, narrative="Begun", percent_complete=5, confidence=Confidence.HIGH)

    assert not action.updates.exists()


def test_two_managers_decide_an_extension_once(action, manager, other):
    first = ExtensionFactory(action=action, due_asked_on=datetime.date(2026, 12, 18))
    second = Extension.objects.select_related("action").get(pk=first.pk)
    decide_extension(extension=first, by=manager, decision=Extension.Decision.REFUSED, reason="No")

    with pytest.raises(
        Refused, match="Assistant director has already refused this extension, on 15 June 2026"
    ):
        decide_extension(extension=second, by=other, decision=Extension.Decision.GRANTED, reason="Yes")

    action.refresh_from_db()
    assert action.due_on == datetime.date(2026, 9, 30)


def test_two_managers_sign_off_once(manager, other):
    delivered = ActionFactory(status=Status.DELIVERED)
    piece = EvidenceFactory(action=delivered)
    seen = Action.objects.get(pk=delivered.pk)

    def sign_off(action, by):
        return sign_off_action(
            action=action,
            by=by,
            on=TODAY,
            was_delivered=True,
            made_difference=SignOff.Difference.YES,
            reason="The audit shows it",
            evidence=[piece],
            difference_evidence=[piece],
        )

    sign_off(delivered, manager)
    with pytest.raises(Refused, match="has just changed the status"):
        sign_off(seen, other)

    assert SignOff.objects.count() == 1


def test_updates_of_two_people_are_both_kept(action, lead, officer):
    seen = Action.objects.get(pk=action.pk)

    post_update(action=action, by=lead, narrative="One", percent_complete=10, confidence=Confidence.HIGH)
    post_update(action=seen, by=officer, narrative="Two", percent_complete=10, confidence=Confidence.LOW)

    action.refresh_from_db()
    assert action.updates.count() == 2
    assert action.confidence == Confidence.LOW


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_extension_decided_twice_in_the_same_moment_is_decided_once(action, manager, other):
    extension = ExtensionFactory(action=action, due_asked_on=datetime.date(2026, 12, 18))
    together = threading.Barrier(2)

    def decide(person):
        try:
            seen = Extension.objects.select_related("action").get(pk=extension.pk)
            together.wait(timeout=10)
            decide_extension(extension=seen, by=person, decision=Extension.Decision.GRANTED, reason="Yes")
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()
        return "decided"

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(decide, [manager, other]))

    extension.refresh_from_db()
    assert sorted(answers)[-1] == "decided"
    assert (
        sorted(answers)[0] == f"{extension.decided_by} has already granted this extension, on 15 June 2026."
    )


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_status_changed_twice_in_the_same_moment_changes_once(action, manager, other):
    together = threading.Barrier(2)

    def cancel(person):
        try:
            seen = Action.objects.get(pk=action.pk)
            together.wait(timeout=10)
            move_action(action=seen, move=CANCEL, by=person, reason="No longer needed")
        except Refused as refusal:
            return str(refusal)
        finally:
            connection.close()
        return "moved"

    with ThreadPoolExecutor(2) as threads:
        answers = sorted(threads.map(cancel, [manager, other]))

    assert answers == [
        f"{Transition.objects.get().made_by} has just changed the status of {action}: it is cancelled. "
        "Look at it again",
        "moved",
    ]
    assert Transition.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("status", [Status.DELIVERED, Status.SIGNED_OFF])
def test_action_signed_off_twice_in_the_same_moment_is_signed_off_once(tmp_path, status):
    managers = [UserFactory(role=Role.MANAGER, name=name) for name in ("Director", "Assistant director")]
    action = ActionFactory(status=status)
    piece = EvidenceFactory(action=action)
    read = 0
    if status == Status.SIGNED_OFF:
        SignOffFactory(action=action, look_again_on=TODAY)
        read = 1

    def sign_off(by):
        judged = {
            "action": Action.objects.get(),
            "by": by,
            "on": TODAY,
            "made_difference": SignOff.Difference.NOT_YET,
            "look_again_on": datetime.date(2026, 12, 15),
            "reason": "The audit shows it",
            "sign_offs_read": read,
        }
        if read:
            look_again(**judged)
        else:
            sign_off_action(**judged, was_delivered=True, evidence=[piece])
        return by.name

    outcomes = at_once([lambda by=by: sign_off(by) for by in managers], folder=tmp_path)

    (refused,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    (name,) = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert str(refused).startswith((f"{name} has just changed", f"{name} saved a sign-off of {action}"))


@pytest.mark.django_db(transaction=True)
def test_of_two_actions_only_one_replaces_the_other_in_the_same_moment(tmp_path, officer):
    pair = [ActionFactory(), ActionFactory()]

    def replace(action, successor):
        move_action(action=action, move=SUPERSEDE, by=officer, reason="Merged", superseded_by=successor)
        return action.reference

    outcomes = at_once(
        [lambda: replace(*map(fresh, pair)), lambda: replace(*map(fresh, pair[::-1]))], folder=tmp_path
    )

    (replaced,) = [outcome for outcome in outcomes if isinstance(outcome, str)]
    (refused,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert replaced in {action.reference for action in pair}
    assert "replaced by another action" in str(refused)


@pytest.mark.django_db(transaction=True)
def test_action_is_not_replaced_by_one_that_is_cancelled_in_the_same_moment(tmp_path, officer, manager):
    action, successor = ActionFactory(), ActionFactory()

    def replace():
        mine, other = fresh(action), fresh(successor)
        move_action(action=mine, move=SUPERSEDE, by=officer, reason="Merged", superseded_by=other)
        return "replaced"

    def cancel():
        move_action(action=fresh(successor), move=CANCEL, by=manager, reason="No longer needed")
        return "cancelled"

    outcomes = at_once([replace, cancel], folder=tmp_path)

    # It was replaced while the other still went on, or not at all.
    assert outcomes[1] == "cancelled"
    assert outcomes[0] == "replaced" or isinstance(outcomes[0], Refused)


@pytest.mark.parametrize("number", [0, 1])
def test_successor_that_was_read_before_it_ended_is_refused(officer, number):
    pair = [ActionFactory(), ActionFactory()]
    action, successor = pair[number], pair[1 - number]
    Action.objects.filter(pk=successor.pk).update(status=Status.CANCELLED)

    with pytest.raises(Refused, match=f"{successor} is cancelled"):
        move_action(action=action, move=SUPERSEDE, by=officer, reason="Merged", superseded_by=successor)

    assert Action.objects.get(pk=action.pk).status == Status.IN_PROGRESS


def fresh(action):
    """The action as somebody's page has just read it."""
    return Action.objects.get(pk=action.pk)


def agreement(lead, officer, finding):
    """What it takes to agree an action about a finding."""
    return {
        "by": officer,
        "on": TODAY,
        "title": "Train the team",
        "findings": [finding],
        "success_measure": "It is better",
        "lead": lead,
        "lead_organisation": lead.organisation,
        "start_on": TODAY,
        "due_on": datetime.date(2026, 12, 18),
    }


def test_action_about_an_area_that_has_just_become_a_strength_is_refused(action, lead, officer):
    finding = FindingFactory(kind=Kind.AREA)
    Finding.objects.filter(pk=finding.pk).update(kind=Kind.STRENGTH)

    with pytest.raises(Refused, match=f"{finding} has just been changed to ‘Strength’"):
        agree_action(**agreement(lead, officer, finding))
    with pytest.raises(Refused, match=f"{finding} has just been changed to ‘Strength’"):
        edit_action(action=action, by=officer, version=0, changes={"findings": [finding]})

    assert not finding.actions.exists()


@pytest.mark.django_db(transaction=True)
def test_area_is_either_given_an_action_or_made_a_strength(tmp_path, lead, officer):
    finding = FindingFactory(kind=Kind.AREA)

    def agree():
        return agree_action(**agreement(lead, officer, finding)).title

    def correct():
        seen = Finding.objects.get(pk=finding.pk)
        return edit_finding(
            finding=seen, by=officer, version=seen.version, changes={"kind": Kind.STRENGTH}
        ).kind

    outcomes = at_once([agree, correct], folder=tmp_path)

    assert [isinstance(outcome, Refused) for outcome in outcomes] in ([False, True], [True, False]), outcomes
