"""What a person owes."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Status
from portal.paging import PER_PAGE
from tests.actions.sending import queries_of
from tests.factories.actions import ActionFactory, ExtensionFactory, SignOffFactory, UpdateFactory

URL = reverse("actions:my_work")


@pytest.fixture
def sections(as_person):
    """The sections of a person's work: heading and actions."""

    def get(person):
        page = as_person(person).get(URL)
        return [
            (section.heading, [row.action for row in section.rows]) for section in page.context["sections"]
        ]

    return get


@pytest.fixture
def decisions(as_person):
    """What waits for a person's decision."""

    def get(person):
        page = as_person(person).get(URL)
        (waiting,) = [tasks for name, _, tasks in page.context["tasks"] if name == "decisions"]
        return [(task.label, task.action) for task in waiting.shown]

    return get


def test_actions_stand_in_the_order_in_which_they_are_owed(sections, lead):
    def due(day, status=Status.IN_PROGRESS):
        return ActionFactory(lead=lead, original_due_on=day, status=status)

    later = due(datetime.date(2026, 12, 1))
    soon = due(datetime.date(2026, 7, 15))
    late = due(datetime.date(2026, 6, 14))
    latest = due(datetime.date(2026, 3, 1))
    delivered = due(datetime.date(2026, 3, 1), Status.DELIVERED)
    due(datetime.date(2026, 3, 1), Status.SIGNED_OFF)

    assert sections(lead) == [
        ("Overdue", [latest, late]),
        ("Due in the next 30 days", [soon]),
        ("Due later", [later]),
        ("Delivered, awaiting sign-off", [delivered]),
    ]


def test_finished_actions_come_by_pages_folded_until_one_is_asked_for(as_person, lead):
    first = datetime.date(2026, 2, 1)
    done = [
        ActionFactory(
            lead=lead, status=Status.SIGNED_OFF, original_due_on=first + datetime.timedelta(days=days)
        )
        for days in range(PER_PAGE + 1)
    ]

    folded, second = (as_person(lead).get(URL, {"page": number} if number else {}) for number in (0, 2))

    assert [row.action for row in folded.context["finished"].rows] == done[:0:-1]
    assert [row.action for row in second.context["finished"].rows] == done[:1]
    assert f"Finished ({PER_PAGE + 1})" in folded.content.decode()
    assert '<details class="govuk-details">' in folded.content.decode()
    assert '<details class="govuk-details" open>' in second.content.decode()


def test_whoever_has_only_finished_actions_is_told_so(as_person, lead):
    ActionFactory(lead=lead, status=Status.CANCELLED)

    assert "None of your actions is going on" in as_person(lead).get(URL).content.decode()


def test_nobody_sees_the_work_of_others(sections, outsider, action):
    assert sections(outsider) == []


def test_supported_action_is_named_as_such(as_person, outsider, action):
    action.supporting.add(outsider)

    page = as_person(outsider).get(URL).content.decode()

    assert f"You support {action.lead}" in page


def test_manager_s_decisions_wait_longest_first(decisions, manager):
    delivered = ActionFactory(status=Status.DELIVERED)
    extended = ActionFactory()
    ExtensionFactory(action=extended, asked_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC))
    again = ActionFactory(status=Status.SIGNED_OFF)
    SignOffFactory(action=again, made_difference="not_yet", look_again_on=datetime.date(2026, 6, 15))

    assert decisions(manager) == [
        ("Sign off", delivered),
        ("Decide the extension", extended),
        ("Look again at the difference", again),
    ]


def test_manager_s_own_action_waits_for_another_manager(decisions, manager):
    own = ActionFactory(lead=manager, status=Status.DELIVERED)
    ExtensionFactory(action=ActionFactory(lead=manager))

    assert decisions(manager) == []
    assert own.status == Status.DELIVERED


def test_officer_has_nothing_to_decide(decisions, officer):
    ActionFactory(status=Status.DELIVERED)

    assert decisions(officer) == []


def test_empty_pages_say_so(as_person, lead, manager, officer):
    assert b"When the council agrees one with you, it appears here" in as_person(lead).get(URL).content
    assert b"Nothing waits for your decision" in as_person(manager).get(URL).content
    assert b"Show all actions" in as_person(officer).get(URL).content


def test_number_of_queries_does_not_grow_with_rows(as_person, manager):
    def happen():
        UpdateFactory(action=ActionFactory(lead=manager))
        ActionFactory(status=Status.DELIVERED)
        ExtensionFactory()

    client = as_person(manager)
    happen()
    few = queries_of(client, URL)
    happen()
    happen()

    assert queries_of(client, URL) == few
