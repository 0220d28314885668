"""Changing what was agreed."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Status
from tests.actions.sending import dated, errors_of
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory


@pytest.fixture
def send(as_person, officer, action):
    """Send the form as it was opened, with changes."""

    def post(version=None, **changes):
        data = {
            "version": action.version if version is None else version,
            "title": action.title,
            "success_measure": action.success_measure,
            "findings": action.findings.get().reference,
            "lead": action.lead_id,
            "lead_organisation": action.lead_organisation_id,
            **dated("start_on", action.start_on),
            **changes,
        }
        return as_person(officer).post(reverse("actions:action_edit", args=[action.pk]), data)

    return post


def test_changes_are_saved(send, action):
    other = FindingFactory()

    response = send(title="Ask every child", findings=other.reference)

    action.refresh_from_db()
    assert response.url == action.get_absolute_url()
    assert action.title == "Ask every child"
    assert list(action.findings.all()) == [other]


def test_due_date_stays_whatever_is_sent(send, action):
    send(**dated("due_on", datetime.date(2030, 1, 1)), **dated("original_due_on", datetime.date(2030, 1, 1)))

    action.refresh_from_db()
    assert action.due_on == action.original_due_on == datetime.date(2026, 9, 30)


def test_stale_form_says_who_changed_it_and_keeps_what_was_typed(send, action, officer):
    send(title="What somebody else wrote")

    response = send(title="What I wrote")

    action.refresh_from_db()
    assert action.title == "What somebody else wrote"
    (message,) = errors_of(response)["__all__"]
    assert officer.name in message
    assert b'value="What I wrote"' in response.content


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"title": ""}, "title", "Enter what will be done"),
        ({"findings": ""}, "findings", "Enter at least one finding that the action is about"),
        (
            dated("start_on", datetime.date(2026, 9, 30)),
            "start_on",
            "The start date must be before the due date, 30 September 2026",
        ),
    ],
)
def test_bad_input_is_explained_and_changes_nothing(send, action, changes, field, message):
    before = action.version

    response = send(**changes)

    assert errors_of(response) == {field: [message]}
    action.refresh_from_db()
    assert action.version == before


def test_inactive_person_cannot_become_the_lead(send, action):
    response = send(lead=UserFactory(is_active=False).pk)

    assert "lead" in errors_of(response)


def test_ended_action_says_to_reopen_it_first(as_person, officer, action):
    action.status = Status.CANCELLED
    action.save()

    response = as_person(officer).get(reverse("actions:action_edit", args=[action.pk]), follow=True)

    assert response.redirect_chain == [(action.get_absolute_url(), 302)]
    assert "Reopen it before you change what was agreed" in response.content.decode()
