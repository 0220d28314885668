"""What waits for what, on the pages of both actions, and what an extension would move."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Action, Dependency, Status
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, queries_of
from tests.factories.actions import ActionFactory, DependencyFactory, ExtensionFactory


def due(day, **more):
    return ActionFactory(original_due_on=day, **more)


@pytest.fixture
def early(db):
    return due(datetime.date(2026, 10, 30), title="Train the second team")


def add(client, action, reference):
    return client.post(reverse("actions:dependency_add", args=[action.pk]), {"waits_for": reference})


def test_action_waits_for_the_one_that_the_reference_names(as_person, officer, action, early):
    response = add(as_person(officer), action, f" {early.reference.lower()} ")

    assert response.url == action.get_absolute_url()
    link = Dependency.objects.get()
    assert (link.action, link.waits_for, link.added_by) == (action, early, officer)


@pytest.mark.parametrize("reference", ["A-1999-001", "the second one", "F-2026-001"])
def test_unknown_reference_is_explained(as_person, officer, action, reference):
    response = add(as_person(officer), action, reference)

    assert errors_of(response) == {
        "waits_for": ["There is no action with this reference. Check it, like A-2026-001"]
    }


def test_circle_is_explained_beside_the_field(as_person, officer, action, early):
    DependencyFactory(action=early, waits_for=action)

    response = add(as_person(officer), action, early.reference)

    assert errors_of(response) == {
        "waits_for": [
            f"{early} itself waits for {action}, or for an action that does. "
            "Two actions cannot wait for each other"
        ]
    }
    assert Dependency.objects.count() == 1


def test_both_pages_show_the_link_and_that_it_holds_up(as_person, officer, action, early):
    DependencyFactory(action=action, waits_for=early)

    waiting = as_person(officer).get(action.get_absolute_url())
    waited_for = as_person(officer).get(early.get_absolute_url())

    [ahead], [behind] = waiting.context["ahead"], waited_for.context["behind"]
    assert (ahead.action, ahead.standing) == (early, "Due 30 October 2026. In progress")
    assert ahead.warning == f"Due after {action}, which it holds up"
    assert (behind.action, behind.warning) == (action, f"Due before {early}, which holds it up")
    assert waited_for.context["moved"] == []


def test_action_that_is_done_holds_nothing_up(as_person, officer, action, early):
    Action.objects.filter(pk=early.pk).update(status=Status.DELIVERED)
    DependencyFactory(action=action, waits_for=early)

    [ahead] = as_person(officer).get(action.get_absolute_url()).context["ahead"]

    assert (ahead.standing, ahead.warning) == ("Due 30 October 2026. Delivered, awaiting sign-off", "")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.CANCELLED, "Nobody will deliver it. Let {0} wait for another action, or for none"),
        (Status.SUPERSEDED, "{1} replaces it. Let {0} wait for that one instead"),
    ],
)
def test_page_says_what_to_do_when_what_it_waits_for_is_given_up(
    as_person, officer, action, early, status, words
):
    successor = ActionFactory()
    replaced = {"superseded_by": successor} if status == Status.SUPERSEDED else {}
    Action.objects.filter(pk=early.pk).update(status=status, **replaced)
    DependencyFactory(action=action, waits_for=early)

    [ahead] = as_person(officer).get(action.get_absolute_url()).context["ahead"]
    [behind] = as_person(officer).get(early.get_absolute_url()).context["behind"]

    assert ahead.warning == words.format(action, successor)
    assert behind.warning == f"Still waits for {early}"


def test_lead_sees_the_reference_of_anothers_action_and_nothing_else(as_person, lead, action, early):
    DependencyFactory(action=action, waits_for=early)

    page = as_person(lead).get(action.get_absolute_url()).content.decode()

    assert f"{early.reference}, led by somebody else" in page
    assert early.title not in page
    assert early.get_absolute_url() not in page
    assert "30 October 2026" not in page


def test_link_is_taken_away_after_confirmation(as_person, officer, action, early):
    link = DependencyFactory(action=action, waits_for=early)
    url = reverse("actions:dependency_remove", args=[action.pk, link.pk])

    assert as_person(officer).get(url).status_code == 200
    assert Dependency.objects.exists()
    as_person(officer).post(url)
    assert not Dependency.objects.exists()


def test_link_of_another_action_is_not_found(as_person, officer, action, early):
    link = DependencyFactory(action=early)

    url = reverse("actions:dependency_remove", args=[action.pk, link.pk])
    assert as_person(officer).get(url).status_code == 404


@pytest.mark.parametrize("person", ["lead", "scrutineer"])
def test_only_those_who_agree_actions_say_what_waits_for_what(request, as_person, action, early, person):
    client = as_person(request.getfixturevalue(person))
    link = DependencyFactory(action=action, waits_for=early)

    assert add(client, action, early.reference).status_code == 403
    assert client.post(reverse("actions:dependency_remove", args=[action.pk, link.pk])).status_code == 403
    assert Dependency.objects.count() == 1


def test_extension_that_is_asked_for_shows_what_it_would_move(as_person, manager, lead, action, early):
    later = due(datetime.date(2027, 6, 30))
    behind = due(datetime.date(2026, 11, 30))
    for waiting in (early, later):
        DependencyFactory(action=waiting, waits_for=action)
    DependencyFactory(action=behind, waits_for=early)
    client = as_person(lead)
    asking = client.get(reverse("actions:extension_add", args=[action.pk]))
    assert [row.action for row in asking.context["behind"]] == [early, later]

    data = {**dated("due_asked_on", datetime.date(2026, 12, 31)), "reason": "Two posts are empty"}
    client.post(reverse("actions:extension_add", args=[action.pk]), data)

    extension = action.extensions.get()
    decide = reverse("actions:extension_decide", args=[action.pk, extension.pk])
    for address in (action.get_absolute_url(), decide):
        response = as_person(manager).get(address)
        assert [row for row, _, _ in response.context["moved"]] == [early, behind]
        assert "If the due date moves to 31 December 2026, 2 actions that wait for it" in (
            response.content.decode()
        )

    as_person(manager).post(decide, {"decision": "granted", "reason": "Once"})
    granted = as_person(manager).get(action.get_absolute_url())
    assert [bool(row.warning) for row in granted.context["behind"]] == [True, False]
    assert [row for row, _, _ in granted.context["moved"]] == [early, behind]
    assert "2 actions that wait for it are due before it, on 31 December 2026" in granted.content.decode()


def test_number_of_queries_does_not_grow_with_links(as_person, lead, officer, action):
    ExtensionFactory(action=action)

    def grow():
        link = DependencyFactory(action=action)
        DependencyFactory(action=link.waits_for)
        DependencyFactory(action=due(datetime.date(2026, 10, 30)), waits_for=action)

    grow()
    for person in (officer, lead):
        client = as_person(person)
        one = queries_of(client, action.get_absolute_url())
        grow()
        grow()
        assert queries_of(client, action.get_absolute_url()) == one


def test_due_date_without_work_is_said_on_the_page(as_person, officer):
    saturday = due(datetime.date(2026, 7, 4))

    response = as_person(officer).get(saturday.get_absolute_url())

    assert response.context["not_working"] == "Saturday, not a working day"
    assert b"Saturday, not a working day" in response.content


def test_extension_to_a_day_without_work_is_asked_for_and_said(as_person, lead, action):
    data = {**dated("due_asked_on", datetime.date(2026, 12, 25)), "reason": "Two posts are empty"}
    response = as_person(lead).post(reverse("actions:extension_add", args=[action.pk]), data, follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "The extension is asked for. A manager will decide",
        "The new due date is Friday 25 December 2026, which is not a working day",
    ]
    assert action.extensions.get().due_asked_on > TODAY
