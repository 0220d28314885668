"""Saved views: a person's own names for the filters of a register."""

import pytest
from django.urls import reverse

from portal.models import Role, SavedView
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory, MeasureFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
FINDINGS = reverse("findings:finding_list")
ADD = reverse("portal:saved_view_add", args=["findings"])
LIST = reverse("portal:saved_view_list")
TOKEN = "0b9f5b0e-5e46-4b8e-8c55-0d0d8ef2a1aa"


@pytest.fixture
def officer(client):
    officer = UserFactory()
    client.force_login(officer)
    return officer


def view_of(person, **fields):
    return SavedView.objects.create(
        **{"person": person, "register": "findings", "name": "Areas", "query": "kind=area", **fields}
    )


@pytest.mark.parametrize(
    ("register", "page"),
    [
        ("reviews", "reviews:review_list"),
        ("findings", "findings:finding_list"),
        ("actions", "actions:action_list"),
        ("measures", "findings:measure_list"),
    ],
)
def test_every_register_offers_to_save_its_view_and_leads_to_it(client, officer, register, page):
    ActionFactory(findings=[FindingFactory(text="Care leavers")], title="Care leavers")
    MeasureFactory(name="Care leavers")
    ReviewFactory(title="Care leavers")
    address = f"{reverse(page)}?words=leavers"
    save = f"{reverse('portal:saved_view_add', args=[register])}?words=leavers"
    assert f'href="{save}">Save this view</a>' in client.get(address).content.decode()

    client.post(save, {"name": "About leavers", "form_token": TOKEN})

    assert f'href="{address}">About leavers</a>' in client.get(reverse(page)).content.decode()


def test_filtered_register_is_saved_under_a_name(client, officer):
    FindingFactory()
    page = client.get(f"{FINDINGS}?kind=area&theme=&page=2")
    assert page.context["save_url"] == f"{ADD}?kind=area"

    answer = client.post(f"{ADD}?kind=area", {"name": "Areas", "form_token": TOKEN})

    assert answer.url == f"{FINDINGS}?kind=area"
    [view] = SavedView.objects.all()
    assert (view.person, view.register, view.name, view.query, view.is_default) == (
        officer,
        "findings",
        "Areas",
        "kind=area",
        False,
    )


def test_form_sent_twice_saves_one_view(client, officer):
    for _ in range(2):
        client.post(f"{ADD}?kind=area", {"name": "Areas", "form_token": TOKEN})
    assert SavedView.objects.count() == 1


def test_register_offers_no_saving_where_nothing_is_filtered(client, officer):
    assert client.get(FINDINGS).context["save_url"] == ""
    assert client.get(ADD).url == FINDINGS


def test_name_can_be_used_once_in_a_register(client, officer):
    view_of(officer)

    answer = client.post(f"{ADD}?kind=strength", {"name": "areas"})

    assert answer.context["form"].errors == {
        "name": ["You already have a view of this register with this name"]
    }


def test_views_are_shown_to_their_own_person_only(client, officer):
    view_of(officer, name="Mine")
    other = view_of(UserFactory(), name="Theirs")

    for url in (FINDINGS, LIST):
        page = client.get(url).content.decode()
        assert "Mine" in page
        assert "Theirs" not in page
    for name in ("saved_view_edit", "saved_view_delete"):
        url = reverse(f"portal:{name}", args=[other.pk])
        assert client.get(url).status_code == 404
        assert client.post(url, {"name": "Taken"}).status_code == 404
    other.refresh_from_db()
    assert other.name == "Theirs"


def test_register_opens_with_the_default_view_until_everything_is_asked_for(client, officer):
    view_of(officer, is_default=True)

    assert client.get(FINDINGS).url == f"{FINDINGS}?kind=area"
    assert client.get(f"{FINDINGS}?all=yes").status_code == 200
    assert client.get(f"{FINDINGS}?kind=area").context["everything_url"] == f"{FINDINGS}?all=yes"


def test_another_default_takes_the_place_of_the_first(client, officer):
    first = view_of(officer, is_default=True)
    second = view_of(officer, name="Strengths", query="kind=strength")

    url = reverse("portal:saved_view_edit", args=[second.pk])
    client.post(url, {"name": "Strengths", "is_default": "on", "version": second.version})

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.is_default, second.is_default) == (False, True)


def test_view_is_renamed(client, officer):
    view = view_of(officer)
    client.post(reverse("portal:saved_view_edit", args=[view.pk]), {"name": "All areas", "version": 0})
    view.refresh_from_db()
    assert view.name == "All areas"


def test_view_is_deleted_on_confirmation(client, officer):
    view = view_of(officer)
    url = reverse("portal:saved_view_delete", args=[view.pk])
    assert "Delete the view “Areas”?" in client.get(url).content.decode()
    client.post(url, {"version": view.version})
    assert not SavedView.objects.exists()


def test_unknown_register_is_not_found(client, officer):
    assert client.get(reverse("portal:saved_view_add", args=["people"]) + "?words=x").status_code == 404


@pytest.mark.parametrize("role", [Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR])
def test_those_without_registers_have_no_views(client, role):
    client.force_login(UserFactory(role=role))
    assert client.get(LIST).status_code == 403
