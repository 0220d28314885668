"""Milestones on the page of an action and on their forms."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Milestone, Status
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, queries_of, token
from tests.factories.actions import ActionFactory, MilestoneFactory
from tests.factories.portal import UserFactory

DUE = datetime.date(2026, 7, 1)
FORMS = ("milestone_edit", "milestone_reach", "milestone_undo", "milestone_remove")


@pytest.fixture
def milestone(action):
    return MilestoneFactory(action=action)


def url(name, milestone):
    return reverse(f"actions:{name}", args=[milestone.action_id, milestone.pk])


def add(client, action, **changes):
    data = {"title": "The first team is trained", **dated("due_on", DUE), **changes}
    return client.post(reverse("actions:milestone_add", args=[action.pk]), data)


def texts(response):
    return [str(message) for message in response.context["messages"]]


def test_lead_adds_a_milestone_once(as_person, lead, action):
    client, once = as_person(lead), token()

    first, second = add(client, action, **once), add(client, action, **once)

    milestone = Milestone.objects.get()
    assert (milestone.action, milestone.title, milestone.due_on) == (action, "The first team is trained", DUE)
    assert first.url == second.url == action.get_absolute_url()


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"title": " "}, {"title": ["Enter what will be reached"]}),
        (dated("due_on", None), {"due_on": ["Enter the date the milestone is due"]}),
        (
            dated("due_on", datetime.date(2026, 10, 1)),
            {"due_on": ["The date must be from 5 January 2026 to 30 September 2026, while the action runs"]},
        ),
    ],
)
def test_bad_milestone_is_explained_and_not_added(as_person, lead, action, changes, errors):
    response = add(as_person(lead), action, **changes)

    assert errors_of(response) == errors
    assert b"<title>Error: " in response.content
    assert not Milestone.objects.exists()


def test_milestone_on_a_day_without_work_is_kept_and_said(as_person, lead, action):
    add(as_person(lead), action, **dated("due_on", datetime.date(2026, 7, 4)))
    response = as_person(lead).get(action.get_absolute_url())

    assert texts(response) == [
        "The milestone is added",
        "The milestone is due on Saturday 4 July 2026, which is not a working day",
    ]


def test_milestone_is_reached_and_taken_back(as_person, lead, milestone):
    client = as_person(lead)
    assert client.get(url("milestone_reach", milestone)).status_code == 200

    client.post(url("milestone_reach", milestone), dated("reached_on", TODAY))
    milestone.refresh_from_db()
    assert (milestone.reached_on, milestone.reached_by) == (TODAY, lead)

    client.post(url("milestone_undo", milestone), {})
    milestone.refresh_from_db()
    assert milestone.reached_on is None


def test_milestone_is_not_reached_in_the_future(as_person, lead, milestone):
    response = as_person(lead).post(
        url("milestone_reach", milestone), dated("reached_on", TODAY + datetime.timedelta(days=1))
    )

    assert errors_of(response) == {"reached_on": ["The date it was reached must be today or in the past"]}


def test_officer_changes_and_removes_a_milestone(as_person, officer, milestone):
    client = as_person(officer)

    client.post(
        url("milestone_edit", milestone), {"title": "Both teams", **dated("due_on", DUE), "version": 0}
    )
    milestone.refresh_from_db()
    assert (milestone.title, milestone.due_on) == ("Both teams", DUE)

    client.post(url("milestone_remove", milestone), {"version": 1})
    assert not Milestone.objects.exists()


def test_stale_form_says_who_changed_the_milestone(as_person, officer, manager, milestone):
    data = {"title": "Both teams", **dated("due_on", DUE), "version": 0}
    as_person(manager).post(url("milestone_edit", milestone), data)

    response = as_person(officer).post(url("milestone_edit", milestone), {**data, "title": "Mine"})

    assert "This was changed by Assistant director" in errors_of(response)["__all__"][0]
    milestone.refresh_from_db()
    assert milestone.title == "Both teams"


@pytest.mark.parametrize("name", FORMS)
def test_outsider_finds_no_milestone(as_person, outsider, milestone, name):
    response = as_person(outsider).get(url(name, milestone))

    assert response.status_code == (403 if name in ("milestone_edit", "milestone_remove") else 404)


@pytest.mark.parametrize("name", ["milestone_edit", "milestone_remove"])
def test_lead_cannot_move_or_remove_a_milestone(as_person, lead, milestone, name):
    assert as_person(lead).get(url(name, milestone)).status_code == 403


@pytest.mark.parametrize("name", FORMS)
def test_milestone_of_another_action_is_not_found(as_person, officer, action, name):
    other = MilestoneFactory()

    address = reverse(f"actions:{name}", args=[action.pk, other.pk])
    assert as_person(officer).get(address).status_code == 404


def test_plan_of_an_action_that_has_ended_is_led_back_to_it(as_person, officer):
    milestone = MilestoneFactory(action=ActionFactory(status=Status.SIGNED_OFF))

    for name in ("milestone_edit", "milestone_reach", "milestone_remove"):
        assert as_person(officer).get(url(name, milestone)).url == milestone.action.get_absolute_url()


def test_page_says_which_milestones_are_reached_late_or_to_come(as_person, scrutineer, action):
    person = UserFactory(name="Team manager")
    day = datetime.date(2026, 6, 1)
    MilestoneFactory(action=action, title="One", due_on=day, reached_on=day, reached_by=person)
    MilestoneFactory(action=action, title="Two", due_on=day)
    MilestoneFactory(action=action, title="Three")

    response = as_person(scrutineer).get(action.get_absolute_url())

    assert [(row.milestone.title, row.state, row.detail) for row in response.context["milestones"]] == [
        ("One", "Reached", "On 1 June 2026, as Team manager says. Due 1 June 2026"),
        ("Two", "Late", "Due 1 June 2026, 14 days ago"),
        ("Three", "To come", "Due 1 September 2026"),
    ]
    assert b"Add a milestone" not in response.content


def test_number_of_queries_does_not_grow_with_milestones(as_person, officer, action):
    MilestoneFactory(action=action)
    client = as_person(officer)
    one = queries_of(client, action.get_absolute_url())
    for _ in range(2):
        MilestoneFactory(action=action, reached_on=TODAY, reached_by=UserFactory())

    assert queries_of(client, action.get_absolute_url()) == one
