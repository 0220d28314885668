"""Groups that own actions."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Group
from tests.actions.sending import errors_of, queries_of, token
from tests.factories.actions import ActionFactory, GroupFactory


def test_group_is_set_up(as_person, officer, lead):
    response = as_person(officer).post(
        reverse("actions:group_add"),
        {"name": "Front door group", "purpose": "Puts it right", "members": [lead.pk], "is_active": "on"},
    )

    group = Group.objects.get()
    assert response.url == group.get_absolute_url()
    assert (group.name, group.purpose, group.is_active) == ("Front door group", "Puts it right", True)
    assert list(group.members.all()) == [lead]


def test_form_sent_twice_sets_up_one_group(as_person, officer):
    client, data = as_person(officer), {"name": "Front door group", "is_active": "on", **token()}

    first = client.post(reverse("actions:group_add"), data)
    second = client.post(reverse("actions:group_add"), data)

    assert Group.objects.count() == 1
    assert first.url == second.url


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "Enter the name of the group"), ("front DOOR group", "There is already a group with this name")],
)
def test_bad_name_is_explained_and_sets_nothing_up(as_person, officer, name, message):
    GroupFactory(name="Front door group")

    response = as_person(officer).post(reverse("actions:group_add"), {"name": name})

    assert errors_of(response) == {"name": [message]}
    assert Group.objects.count() == 1


def test_group_is_changed(as_person, officer):
    group = GroupFactory(name="Front door group")

    response = as_person(officer).post(
        reverse("actions:group_edit", args=[group.pk]), {"version": 0, "name": "Front door board"}
    )

    group.refresh_from_db()
    assert response.url == group.get_absolute_url()
    assert (group.name, group.is_active) == ("Front door board", False)


def test_stale_form_is_not_saved(as_person, officer):
    group = GroupFactory()
    client, url = as_person(officer), reverse("actions:group_edit", args=[group.pk])
    client.post(url, {"version": 0, "name": "First", "is_active": "on"})

    response = client.post(url, {"version": 0, "name": "Second", "is_active": "on"})

    assert officer.name in errors_of(response)["__all__"][0]
    group.refresh_from_db()
    assert group.name == "First"


def test_counts_lead_to_their_rows(as_person, officer):
    group = GroupFactory()
    ActionFactory(group=group, original_due_on=datetime.date(2026, 6, 1))
    ActionFactory.create_batch(2, group=group)
    ActionFactory(group=group, status="cancelled")
    client = as_person(officer)

    (row,) = client.get(reverse("actions:group_list")).context["page"]

    assert (row.action_count, row.open_count, row.overdue_count) == (4, 3, 1)
    for show, number in (("", 4), ("open", 3), ("overdue", 1)):
        rows = client.get(reverse("actions:action_list"), {"group": group.pk, "show": show})
        assert rows.context["page"].paginator.count == number


def test_group_that_takes_no_actions_is_not_offered(as_person, officer, action):
    GroupFactory(name="Closed board", is_active=False)

    page = as_person(officer).get(reverse("actions:action_edit", args=[action.pk])).content.decode()

    assert "Closed board" not in page


def test_empty_list_says_so(as_person, officer):
    assert b"No group is set up yet" in as_person(officer).get(reverse("actions:group_list")).content


def test_number_of_queries_does_not_grow_with_rows(as_person, officer, lead):
    group = GroupFactory()
    client = as_person(officer)
    urls = [reverse("actions:group_list"), group.get_absolute_url()]
    ActionFactory(group=group)
    group.members.add(lead)
    few = [queries_of(client, url) for url in urls]
    for _ in range(2):
        other = ActionFactory(group=group)
        group.members.add(other.lead)
        GroupFactory()

    assert [queries_of(client, url) for url in urls] == few
