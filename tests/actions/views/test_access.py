"""Who may open which page of actions, and by which method."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actions.models import Status
from tests.factories.actions import ActionFactory, EvidenceFactory, ExtensionFactory, GroupFactory

# Who may do what is asked of roles and records, on any database alike.
pytestmark = pytest.mark.embedded
RECORD = {"officer", "manager", "scrutineer"}
WORKING = {"officer", "manager", "lead"}
PEOPLE = ["officer", "manager", "lead", "outsider", "scrutineer", "member", "administrator"]

# Who opens each page; `hidden` are those to whom it does not exist. Everybody else is refused.
PAGES = {
    "dashboard": (RECORD, set()),
    "dashboard_chart": (RECORD, set()),
    "my_work": (WORKING | {"outsider", "scrutineer"}, set()),
    "action_list": (RECORD, set()),
    "action_detail": (RECORD | {"lead"}, {"outsider"}),
    "action_history": (RECORD | {"lead"}, {"outsider"}),
    "action_add": ({"officer", "manager"}, set()),
    "action_edit": ({"officer", "manager"}, set()),
    "action_move": ({"officer", "manager"}, set()),
    "update_add": (WORKING, {"outsider"}),
    "evidence_add": (WORKING, {"outsider"}),
    "extension_add": (WORKING, {"outsider"}),
    "extension_decide": ({"manager"}, set()),
    "sign_off_add": ({"manager"}, set()),
    "review_actions": (RECORD, set()),
    "group_list": (RECORD, set()),
    "group_detail": (RECORD, set()),
    "group_add": ({"officer", "manager"}, set()),
    "group_edit": ({"officer", "manager"}, set()),
}
READ_ONLY = {
    "dashboard",
    "dashboard_chart",
    "my_work",
    "action_list",
    "action_detail",
    "action_history",
    "review_actions",
    "group_list",
    "group_detail",
}
WITHOUT_ID = {"dashboard", "dashboard_chart", "my_work", "action_list", "group_list", "group_add"}


@pytest.fixture
def addresses(action, lead):
    """The address of each page, of records that the lead has to do with."""
    finding = action.findings.get()
    extended = ActionFactory(lead=lead)
    delivered = ActionFactory(lead=lead, status=Status.DELIVERED)
    EvidenceFactory(action=delivered)
    arguments = {
        "action_add": [finding.pk],
        "review_actions": [finding.review_id],
        "extension_decide": [extended.pk, ExtensionFactory(action=extended).pk],
        "sign_off_add": [delivered.pk],
    }
    group = GroupFactory()
    for name in ("group_detail", "group_edit"):
        arguments[name] = [group.pk]
    return {
        name: reverse(f"actions:{name}", args=arguments.get(name, [] if name in WITHOUT_ID else [action.pk]))
        for name in PAGES
    }


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", PAGES)
def test_page_opens_for_those_who_may(name, person, addresses, as_person, request):
    allowed, hidden = PAGES[name]
    expected = 200 if person in allowed else 404 if person in hidden else 403
    client = as_person(request.getfixturevalue(person))

    assert client.get(addresses[name]).status_code == expected


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("name", sorted(PAGES.keys() - READ_ONLY))
def test_form_is_taken_only_from_those_who_may(name, person, addresses, as_person, request):
    allowed, hidden = PAGES[name]
    expected = 200 if person in allowed else 404 if person in hidden else 403
    client = as_person(request.getfixturevalue(person))

    response = client.post(addresses[name], {})

    assert response.status_code == expected
    if expected == 200:
        assert response.context["form"].errors


@pytest.mark.parametrize("name", sorted(PAGES.keys() - READ_ONLY))
def test_form_refuses_other_methods(name, addresses, as_person, manager):
    assert as_person(manager).delete(addresses[name]).status_code == 405


@pytest.mark.parametrize("name", sorted(PAGES.keys() - WITHOUT_ID))
def test_page_of_an_unknown_record_does_not_exist(name, as_person, manager):
    arguments = [999_999, 1] if name == "extension_decide" else [999_999]

    assert as_person(manager).get(reverse(f"actions:{name}", args=arguments)).status_code == 404


def test_extension_of_another_action_does_not_exist(action, as_person, manager):
    other = ExtensionFactory()

    response = as_person(manager).get(reverse("actions:extension_decide", args=[action.pk, other.pk]))

    assert response.status_code == 404


@pytest.mark.parametrize("name", ["extension_decide", "sign_off_add"])
def test_manager_does_not_decide_on_an_action_that_they_lead(name, as_person, manager):
    own = ActionFactory(lead=manager, status=Status.DELIVERED)
    arguments = [own.pk, ExtensionFactory(action=own).pk] if name == "extension_decide" else [own.pk]

    assert as_person(manager).get(reverse(f"actions:{name}", args=arguments)).status_code == 403
    assert as_person(manager).post(reverse(f"actions:{name}", args=arguments), {}).status_code == 403


def test_supporter_sees_the_action_and_can_report(action, as_person, outsider):
    action.supporting.add(outsider)
    client = as_person(outsider)

    assert client.get(action.get_absolute_url()).status_code == 200
    assert client.get(reverse("actions:update_add", args=[action.pk])).status_code == 200


def test_lead_gets_no_link_to_a_page_that_they_cannot_open(action, as_person, lead):
    group = GroupFactory()
    action.group = group
    action.save()
    client = as_person(lead)
    for url in (reverse("actions:my_work"), action.get_absolute_url()):
        page = client.get(url)
        for link in links_in(page):
            assert client.get(link).status_code == 200, link


def links_in(page):
    """The addresses of this portal that a page's main part and menu link to."""
    found = BeautifulSoup(page.content, "lxml").select("main a[href^='/'], nav a[href^='/']")
    return {link["href"].partition("#")[0] for link in found}
