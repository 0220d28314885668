"""Asking for a later due date, and deciding."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from actions.feed import calendar_of
from actions.models import Extension, Reminder, Status
from actions.reminders.letter import letter_of
from actions.services import decide_extension
from portal.exceptions import Refused
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, token
from tests.factories.actions import (
    CalendarFeedFactory,
    DependencyFactory,
    DigestItemFactory,
    ExtensionFactory,
)
from tests.factories.portal import UserFactory
from tests.factories.reports import CommitteeFactory

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
    action.original_due_on = action.due_on = datetime.date(2026, 3, 31)
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

    words = f"{action} is delivered, awaiting sign-off, so its due date cannot be extended"
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


CABINET = {"committee": "People Scrutiny Committee", **dated("met_on", datetime.date(2026, 6, 9))}


def test_committee_is_recorded_as_the_decider(decide, as_person, action, manager):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)

    decide(extension, **CABINET)

    extension.refresh_from_db()
    assert (extension.committee, extension.met_on) == (CABINET["committee"], datetime.date(2026, 6, 9))
    assert extension.decided_by == manager
    page = BeautifulSoup(as_person(manager).get(action.get_absolute_url()).content, "lxml")
    decision = page.select(".portal-story > li")[0]
    told = [fact.get_text(" ", strip=True) for fact in decision.select("dl > div")]
    assert told == [
        "Due date 30 September 2026 moved to 18 December 2026",
        "Decided by People Scrutiny Committee, 9 June 2026",
    ]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"committee": ""}, "committee", "Enter the name of the committee that met"),
        (dated("met_on", None), "met_on", "Enter the date of the committee’s meeting"),
        (
            dated("met_on", datetime.date(2026, 6, 16)),
            "met_on",
            "The date of the meeting must be today or in the past: record a decision when it is made",
        ),
    ],
)
def test_committee_and_its_meeting_belong_together(decide, action, manager, changes, field, message):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)

    assert errors_of(decide(extension, **{**CABINET, **changes})) == {field: [message]}
    with pytest.raises(Refused, match=message):
        decide_extension(
            extension=extension,
            by=manager,
            decision="granted",
            reason="Yes",
            committee=changes.get("committee", "Scrutiny"),
            met_on=None if message.startswith("Enter the date") else datetime.date(2026, 6, 16),
        )
    extension.refresh_from_db()
    assert (extension.decision, extension.committee) == ("", "")


def test_names_of_committees_that_meet_are_offered(as_person, manager, action):
    extension = ExtensionFactory(action=action)
    CommitteeFactory(name="People Scrutiny Committee")
    CommitteeFactory(name="Abolished Committee", is_active=False)

    url = reverse("actions:extension_decide", args=[action.pk, extension.pk])
    page = BeautifulSoup(as_person(manager).get(url).content, "lxml")

    offered = [option["value"] for option in page.select("select[name=committee] option")]
    assert offered == ["", "People Scrutiny Committee"]


def test_committee_is_chosen_from_those_that_the_council_keeps(decide, action):
    extension = ExtensionFactory(action=action, due_asked_on=LATER)
    CommitteeFactory(name="Scrutiny of People")

    refused = decide(extension, **CABINET)

    assert errors_of(refused) == {"committee": ["Select a committee from the list"]}
    decide(extension, **{**CABINET, "committee": "Scrutiny of People"})
    extension.refresh_from_db()
    assert extension.committee == "Scrutiny of People"


SLIPPED = "Extended once, 60 days after the original date of 30 September 2026"


@pytest.fixture
def slipped(action):
    """The action, extended once by sixty days, with another that waits for it."""
    ExtensionFactory(
        action=action,
        decision="granted",
        decision_reason="Yes",
        decided_by=action.agreed_by,
        decided_at=timezone.now(),
    )
    action.due_on = action.original_due_on + datetime.timedelta(days=60)
    action.save()
    return action


def test_slips_stand_beside_the_due_date_everywhere(slipped, as_person, officer, lead):
    DependencyFactory(waits_for=slipped)
    other = DependencyFactory(waits_for=slipped).action
    ExtensionFactory(action=slipped)
    here = [slipped.pk]
    pages = {
        officer: [
            slipped.get_absolute_url(),
            other.get_absolute_url(),
            slipped.findings.get().get_absolute_url(),
            reverse("actions:action_list"),
            reverse("actions:action_edit", args=here),
            reverse("actions:dependency_add", args=here),
            reverse("actions:update_add", args=here),
            reverse("actions:action_plan", args=[slipped.findings.get().review_id]),
        ],
        lead: [reverse("actions:my_work")],
    }
    for person, addresses in pages.items():
        for address in addresses:
            assert SLIPPED in as_person(person).get(address).content.decode(), address


def test_slips_stand_in_calendars_and_digests(slipped, lead):
    feed = CalendarFeedFactory(person=lead)
    item = DigestItemFactory(action=slipped, kind=Reminder.DUE, digest__person=lead, since=slipped.due_on)

    unfolded = calendar_of(feed).decode().replace("\r\n ", "").replace("\\,", ",")
    assert f"DESCRIPTION:{SLIPPED}" in unfolded
    assert f", on 29 November 2026. {SLIPPED}" in letter_of(item.digest).body
