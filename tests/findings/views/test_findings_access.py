"""Who may open which page of findings and themes, and with which method."""

import pytest
from django.urls import reverse

from portal.models import Role
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ThemeFactory

# Who may do what is asked of roles and records, on any database alike.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

READERS = {Role.OFFICER, Role.MANAGER, Role.SCRUTINEER}
RECORDERS = {Role.OFFICER, Role.MANAGER}

READ = {
    "findings:review_findings": READERS,
    "findings:finding_list": READERS,
    "findings:finding_detail": READERS,
    "findings:finding_history": READERS,
    "findings:theme_list": READERS,
    "findings:theme_detail": READERS,
}
CHANGE = {
    "findings:finding_add": RECORDERS,
    "findings:finding_edit": RECORDERS,
    "findings:finding_respond": RECORDERS,
    "findings:recurrence_add": RECORDERS,
}
PAGES = READ | CHANGE
OF_REVIEW = {"findings:review_findings", "findings:finding_add"}
WITHOUT_RECORD = {"findings:finding_list", "findings:theme_list"}
UNKNOWN = 999_999


def status_for(client, role, address, sending=None):
    client.force_login(UserFactory(role=role))
    return (client.get(address) if sending is None else client.post(address, sending)).status_code


@pytest.fixture
def finding():
    return FindingFactory()


@pytest.fixture
def address(finding):
    theme = ThemeFactory()

    def address_of(name):
        if name in WITHOUT_RECORD:
            return reverse(name)
        if name in OF_REVIEW:
            return reverse(name, args=[finding.review_id])
        return reverse(name, args=[theme.pk if "theme" in name else finding.pk])

    return address_of


@pytest.mark.parametrize("name", PAGES)
def test_page_by_role(client, address, name):
    expected = dict.fromkeys(Role, 403) | dict.fromkeys(PAGES[name], 200)
    if name == "findings:finding_detail":
        expected[Role.ACTION_LEAD] = 404

    assert {role: status_for(client, role, address(name)) for role in Role} == expected


@pytest.mark.parametrize("name", CHANGE)
def test_change_by_role(client, address, name):
    expected = dict.fromkeys(Role, 403) | dict.fromkeys(CHANGE[name], 200)

    assert {role: status_for(client, role, address(name), sending={}) for role in Role} == expected


@pytest.mark.parametrize("name", PAGES)
def test_page_when_not_signed_in(client, address, name):
    response = client.get(address(name))

    assert response.status_code == 302
    assert response.url == f"{reverse('portal:sign_in')}?next={address(name)}"


@pytest.mark.parametrize("name", sorted(PAGES.keys() - WITHOUT_RECORD))
def test_page_of_unknown_record(client, officer, name):
    response = client.get(reverse(name, args=[UNKNOWN]))

    assert response.status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_page_by_wrong_method(client, officer, address, name):
    response = client.delete(address(name)) if name in CHANGE else client.post(address(name))

    assert response.status_code == 405


@pytest.mark.parametrize("involved_as", ["lead", "supporting"])
def test_finding_detail_for_those_who_work_on_an_action_about_it(client, finding, involved_as):
    person = UserFactory(role=Role.ACTION_LEAD)
    action = ActionFactory(findings=[finding], **({"lead": person} if involved_as == "lead" else {}))
    if involved_as == "supporting":
        action.supporting.add(person)
    client.force_login(person)

    response = client.get(finding.get_absolute_url())

    assert response.status_code == 200


@pytest.mark.parametrize(
    "name", ["findings:finding_edit", "findings:finding_history", "findings:finding_list"]
)
def test_an_action_lead_sees_only_the_finding_itself(client, finding, address, name):
    person = UserFactory(role=Role.ACTION_LEAD)
    ActionFactory(findings=[finding], lead=person)
    client.force_login(person)

    assert client.get(address(name)).status_code == 403


def test_finding_respond_to_a_strength(client, officer):
    strength = FindingFactory(kind="strength")

    assert client.get(reverse("findings:finding_respond", args=[strength.pk])).status_code == 404
