"""Posting updates."""

import pytest
from django.urls import reverse

from actions.models import Confidence, Status, Transition, Update
from tests.actions.sending import errors_of, token
from tests.factories.actions import UpdateFactory


@pytest.fixture
def send(as_person, action, lead):
    """Send an update as the lead, valid unless changed."""

    def post(**changes):
        data = {
            "narrative": "Two teams have begun",
            "percent_complete": "45",
            "confidence": "high",
            **changes,
        }
        return as_person(lead).post(reverse("actions:update_add", args=[action.pk]), data)

    return post


def test_update_is_posted(send, action, lead):
    response = send(confidence="low", blockers="One post is empty")

    update, action = Update.objects.get(), type(action).objects.get()
    assert response.url == action.get_absolute_url()
    assert (update.narrative, update.percent_complete) == ("Two teams have begun", 45)
    assert (update.confidence, update.blockers) == (Confidence.LOW, "One post is empty")
    assert (update.action, update.posted_by) == (action, lead)
    assert action.confidence == Confidence.LOW
    assert action.status == Status.IN_PROGRESS


def test_first_update_starts_the_action(send, action, lead):
    action.status = Status.NOT_STARTED
    action.save()

    send()

    action.refresh_from_db()
    row = Transition.objects.get()
    assert action.status == Status.IN_PROGRESS
    assert (row.from_status, row.to_status, row.made_by) == (Status.NOT_STARTED, Status.IN_PROGRESS, lead)


@pytest.mark.parametrize("before", [Status.NOT_STARTED, Status.IN_PROGRESS, Status.PAUSED])
def test_update_can_say_that_the_action_is_delivered(send, action, before):
    action.status = before
    action.save()

    send(percent_complete="100", is_delivered="on")

    action.refresh_from_db()
    assert action.status == Status.DELIVERED
    assert Transition.objects.get().to_status == Status.DELIVERED


def test_update_leaves_a_paused_action_paused(send, action):
    action.status = Status.PAUSED
    action.save()

    send()

    action.refresh_from_db()
    assert action.status == Status.PAUSED


def test_delivered_action_takes_updates(send, action):
    action.status = Status.DELIVERED
    action.save()

    send(percent_complete="100")

    assert Update.objects.count() == 1
    action.refresh_from_db()
    assert action.status == Status.DELIVERED


def test_form_sent_twice_posts_one_update(send):
    once = token()

    first, second = send(**once), send(**once)

    assert Update.objects.count() == 1
    assert first.url == second.url


WHOLE_NUMBER = "Enter how much is done as a whole number from 0 to 100"


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"narrative": ""}, "narrative", "Enter what has happened"),
        ({"percent_complete": ""}, "percent_complete", "Enter how much is done"),
        ({"percent_complete": "101"}, "percent_complete", WHOLE_NUMBER),
        ({"percent_complete": "-1"}, "percent_complete", WHOLE_NUMBER),
        ({"percent_complete": "half"}, "percent_complete", WHOLE_NUMBER),
        ({"confidence": ""}, "confidence", "Select how confident you are"),
        (
            {"is_delivered": "on"},
            "percent_complete",
            "Enter 100 if the action is delivered, or untick ‘This action is delivered’",
        ),
    ],
)
def test_bad_input_is_explained_and_posts_nothing(send, changes, field, message):
    response = send(**changes)

    assert errors_of(response) == {field: [message]}
    assert not Update.objects.exists()


def test_falling_percentage_needs_a_reason(send, action):
    UpdateFactory(action=action, percent_complete=80)

    refused = send()
    assert errors_of(refused) == {
        "blockers": ["The update before said 80%. If less is done than that, say why in ‘What is in the way’"]
    }

    send(blockers="A team left, so its families wait again")
    assert Update.objects.count() == 2


@pytest.mark.parametrize("status", [Status.SIGNED_OFF, Status.CANCELLED])
def test_ended_action_takes_no_update(send, as_person, action, lead, status):
    action.status = status
    action.save()

    opened = as_person(lead).get(reverse("actions:update_add", args=[action.pk]))
    sent = send()

    words = f"{action} is {status.label.lower()}, so it takes no more updates"
    assert opened.url == action.get_absolute_url()
    assert errors_of(sent) == {"__all__": [words]}
    assert not Update.objects.exists()


def test_last_update_is_shown_above_the_form(as_person, action, lead):
    UpdateFactory(action=action, narrative="The first team has begun", percent_complete=40)

    page = as_person(lead).get(reverse("actions:update_add", args=[action.pk])).content.decode()

    assert "The first team has begun" in page
    assert "40% done" in page


@pytest.mark.parametrize("typed", ["40%", " 40 % ", "40"])
def test_percentage_may_be_typed_with_its_sign(send, typed):
    send(percent_complete=typed)

    assert Update.objects.get().percent_complete == 40


@pytest.mark.parametrize("typed", ["%", "40%%", "4%0", "101%"])
def test_percentage_that_cannot_be_read_is_refused(send, typed):
    assert "percent_complete" in errors_of(send(percent_complete=typed))
    assert not Update.objects.exists()


def test_sign_of_a_percentage_stands_behind_its_box(as_person, lead, action):
    page = as_person(lead).get(reverse("actions:update_add", args=[action.pk])).content.decode()

    assert '<div class="govuk-input__suffix" aria-hidden="true">%</div>' in page
