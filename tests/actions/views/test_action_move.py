"""Starting, pausing, resuming, cancelling, replacing and reopening."""

import pytest
from django.urls import reverse

from actions.models import Status, Transition
from tests.actions.sending import errors_of, token
from tests.factories.actions import ActionFactory, TransitionFactory


@pytest.fixture
def send(as_person, action):
    """Send the form as a person."""

    def post(person, **data):
        return as_person(person).post(reverse("actions:action_move", args=[action.pk]), data)

    return post


@pytest.mark.parametrize(
    ("before", "move", "after"),
    [
        (Status.NOT_STARTED, "start", Status.IN_PROGRESS),
        (Status.IN_PROGRESS, "pause", Status.PAUSED),
        (Status.PAUSED, "resume", Status.IN_PROGRESS),
        (Status.NOT_STARTED, "cancel", Status.CANCELLED),
        (Status.IN_PROGRESS, "cancel", Status.CANCELLED),
        (Status.PAUSED, "cancel", Status.CANCELLED),
        (Status.DELIVERED, "reopen", Status.IN_PROGRESS),
        (Status.CANCELLED, "reopen", Status.IN_PROGRESS),
    ],
)
def test_move_changes_the_status_and_leaves_a_row(send, action, officer, before, move, after):
    action.status = before
    action.save()

    response = send(officer, move=move, reason="The board agreed")

    action.refresh_from_db()
    row = Transition.objects.get()
    assert response.url == action.get_absolute_url()
    assert action.status == after
    assert (row.from_status, row.to_status) == (before, after)
    assert (row.made_by, row.reason) == (officer, "The board agreed")


def test_replacing_names_the_successor_and_reopening_keeps_it_in_the_story(send, action, officer):
    successor = ActionFactory()

    send(officer, move="supersede", reason="Merged", superseded_by=successor.reference.lower())
    action.refresh_from_db()
    assert (action.status, action.superseded_by) == (Status.SUPERSEDED, successor)

    send(officer, move="reopen", reason="The other one was cancelled")
    action.refresh_from_db()
    assert (action.status, action.superseded_by) == (Status.IN_PROGRESS, None)
    replaced, reopened = action.transitions.order_by("pk")
    assert (replaced.superseded_by, replaced.reason) == (successor, "Merged")
    assert reopened.superseded_by is None


def test_form_sent_twice_moves_once(send, action, officer):
    once = token()

    first = send(officer, move="pause", reason="Two posts are empty", **once)
    second = send(officer, move="pause", reason="Two posts are empty", **once)

    assert first.url == second.url
    assert Transition.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({}, "move", "Select what you want to do"),
        ({"move": "pause"}, "reason", "Enter why the action is paused"),
        ({"move": "cancel"}, "reason", "Enter why the action is cancelled"),
        ({"move": "supersede"}, "reason", "Enter why the action is replaced"),
        ({"move": "supersede"}, "superseded_by", "Enter the reference of the action that replaces this one"),
        (
            {"move": "supersede", "superseded_by": "A-1999-001"},
            "superseded_by",
            "There is no action with this reference. Check it, like A-2026-001",
        ),
        ({"move": "start"}, "__all__", "{action} is in progress, so it cannot be started"),
        (
            {"move": "reopen", "reason": "Why not"},
            "__all__",
            "{action} is in progress, so it cannot be reopened",
        ),
        ({"move": "sign_off"}, "move", "Select an answer from the list"),
    ],
)
def test_bad_input_is_explained_and_changes_nothing(send, action, officer, data, field, message):
    response = send(officer, **data)

    assert errors_of(response)[field] == [message.format(action=action)]
    action.refresh_from_db()
    assert action.status == Status.IN_PROGRESS
    assert not Transition.objects.exists()


def test_action_cannot_replace_itself(send, action, officer):
    response = send(officer, move="supersede", reason="Merged", superseded_by=action.reference)

    assert errors_of(response) == {
        "superseded_by": ["An action cannot replace itself. Enter the reference of another action"]
    }


def test_action_cannot_be_replaced_by_one_that_has_ended(send, action, officer):
    ended = ActionFactory(status=Status.CANCELLED)

    response = send(officer, move="supersede", reason="Merged", superseded_by=ended.reference)

    assert errors_of(response) == {
        "superseded_by": [f"{ended} is cancelled. Enter the reference of an action that is still going on"]
    }


def test_only_a_manager_reopens_what_was_signed_off(send, action, officer, manager):
    action.status = Status.SIGNED_OFF
    action.save()

    refused = send(officer, move="reopen", reason="It came back")
    assert errors_of(refused) == {"__all__": [f"You cannot reopen {action}."]}

    send(manager, move="reopen", reason="It came back")
    action.refresh_from_db()
    assert action.status == Status.IN_PROGRESS


def test_manager_who_led_it_when_it_was_delivered_does_not_reopen_what_was_signed_off(send, action, manager):
    TransitionFactory(action=action, to_status=Status.DELIVERED, led_by=manager)
    action.status = Status.SIGNED_OFF
    action.save()

    refused = send(manager, move="reopen", reason="It came back")

    assert errors_of(refused) == {"__all__": [f"You cannot reopen {action}."]}
    action.refresh_from_db()
    assert action.status == Status.SIGNED_OFF


def test_nobody_cancels_an_action_that_they_lead(as_person, officer):
    own = ActionFactory(lead=officer)

    response = as_person(officer).post(
        reverse("actions:action_move", args=[own.pk]), {"move": "cancel", "reason": "No time"}
    )

    assert errors_of(response) == {"__all__": [f"You cannot cancel {own}."]}
    own.refresh_from_db()
    assert own.status == Status.IN_PROGRESS
