"""Asking for a later due date, and deciding."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Extension, Status
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, token
from tests.factories.actions import ExtensionFactory
from tests.factories.portal import UserFactory

LATER = datetime.date(2026, 12, 18)


@pytest.fixture
def ask(as_person, action, lead):
    """Ask as the lead, validly unless changed."""

    def post(**changes):
        data = {**dated("due_asked_on", LATER), "reason": "Two posts were empty", **changes}
        return as_person(lead).post(reverse("actions:extension_add", args=[action.pk]), data)

    return post


@pytest.fixture
def decide(as_person, action, manager):
    """Decide the extension as the manager, granting it unless changed."""

    def post(extension, by=None, **changes):
        data = {"decision": "granted", "reason": "The posts are filled now", **changes}
        url = reverse("actions:extension_decide", args=[extension.action_id, extension.pk])
        return as_person(by or manager).post(url, data)

    return post


def test_extension_is_asked_for_and_moves_nothing_yet(ask, action, lead):
    response = ask()

    row = Extension.objects.get()
    action.refresh_from_db()
    assert response.url == action.get_absolute_url()
    assert (row.due_before_on, row.due_asked_on) == (datetime.date(2026, 9, 30), LATER)
    assert (row.asked_by, row.reason, row.decision) == (lead, "Two posts were empty", "")
    assert action.due_on == datetime.date(2026, 9, 30)


def test_form_sent_twice_asks_once(ask):
    once = token()

    first, second = ask(**once), ask(**once)

    assert Extension.objects.count() == 1
    assert first.url == second.url


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        (dated("due_asked_on", None), "due_asked_on", "Enter the new due date"),
        (
            dated("due_asked_on", datetime.date(2026, 9, 30)),
            "due_asked_on",
            "The new due date must be after the due date, 30 September 2026",
        ),
        ({"reason": ""}, "reason", "Enter why more time is needed"),
    ],
)
def test_bad_request_is_explained_and_asks_for_nothing(ask, changes, field, message):
    assert errors_of(ask(**changes)) == {field: [message]}
    assert not Extension.objects.exists()


def test_new_date_of_an_overdue_action_must_be_ahead(ask, action):
    action.start_on = action.original_due_on = action.due_on = datetime.date(2026, 3, 31)
    action.save()

    response = ask(**dated("due_asked_on", TODAY))

    assert errors_of(response) == {"due_asked_on": ["The new due date must be after today, 15 June 2026"]}


def test_second_request_waits_for_the_first(ask, as_person, action, lead):
    ask()

    opened = as_person(lead).get(reverse("actions:extension_add", args=[action.pk]))

    words = f"An extension of {action} is already waiting for a decision."
    assert opened.url == action.get_absolute_url()
    assert errors_of(ask()) == {"__all__": [words]}
    assert Extension.objects.count() == 1


def test_action_that_is_not_open_is_not_extended(ask, action):
    action.status = Status.DELIVERED
    action.save()

    words = f"{action} is delivered, awaiting sign-off, so its due date cannot be extended."
    assert errors_of(ask()) == {"__all__": [words]}


def test_granting_moves_the_due_date_and_keeps_the_original(decide, action, manager):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)

    response = decide(extension)

    extension.refresh_from_db()
    action.refresh_from_db()
    assert response.url == action.get_absolute_url()
    assert (extension.decision, extension.decided_by) == (Extension.Decision.GRANTED, manager)
    assert extension.decision_reason == "The posts are filled now"
    assert (action.due_on, action.original_due_on) == (LATER, datetime.date(2026, 9, 30))
    assert action.days_slipped == 79


def test_refusing_leaves_the_due_date(decide, action):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)

    decide(extension, decision="refused")

    extension.refresh_from_db()
    action.refresh_from_db()
    assert extension.decision == Extension.Decision.REFUSED
    assert action.due_on == datetime.date(2026, 9, 30)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"decision": ""}, "decision", "Select whether you grant or refuse the extension"),
        ({"reason": ""}, "reason", "Enter the reason for your decision"),
    ],
)
def test_bad_decision_is_explained_and_decides_nothing(decide, action, changes, field, message):
    extension = ExtensionFactory(action=action)

    assert errors_of(decide(extension, **changes)) == {field: [message]}
    extension.refresh_from_db()
    assert extension.decision == ""


def test_decision_sent_twice_decides_once(decide, action):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)
    once = token()

    first, second = decide(extension, **once), decide(extension, **once)

    assert first.url == second.url == action.get_absolute_url()


def test_second_manager_learns_who_decided(decide, as_person, action, manager):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)
    other = UserFactory(role=Role.MANAGER)
    decide(extension)

    sent = decide(extension, by=other, decision="refused")
    opened = as_person(other).get(reverse("actions:extension_decide", args=[action.pk, extension.pk]))

    words = f"{manager} has already granted this extension, on 15 June 2026."
    assert errors_of(sent) == {"__all__": [words]}
    assert opened.url == action.get_absolute_url()
    extension.refresh_from_db()
    assert extension.decision == Extension.Decision.GRANTED


def test_request_is_shown_above_the_decision(as_person, manager, action):
    extension = ExtensionFactory(action=action, due_asked_on=LATER, reason="Two posts were empty")

    url = reverse("actions:extension_decide", args=[action.pk, extension.pk])
    page = as_person(manager).get(url).content.decode()

    assert "18 December 2026" in page
    assert "Two posts were empty" in page
