"""Adding an organisation that carried out a review."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.models import Organisation, Role
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ADDRESS = reverse("reviews:provider_add")


def chosen(page):
    """The address that the review's page leads to, and the organisation that is chosen on it."""
    soup = BeautifulSoup(page, "lxml")
    option = soup.select_one("select[name=provider] option[selected]")
    return option and option.get_text()


@pytest.mark.parametrize("is_edit", [False, True])
def test_organisation_is_added_and_chosen_on_the_page_that_needs_it(client, officer, is_edit):
    review = ReviewFactory()
    back = reverse("reviews:review_edit", args=[review.pk]) if is_edit else reverse("reviews:review_add")
    address = f"{ADDRESS}?review={review.pk}" if is_edit else ADDRESS
    assert f'href="{address}"' in client.get(back).content.decode()

    response = client.post(
        address, {"name": "Inspectorate of Probation", "kind": "inspectorate"}, follow=True
    )

    added = Organisation.objects.get(name="Inspectorate of Probation")
    assert response.redirect_chain == [(f"{back}?provider={added.pk}", 302)]
    assert (added.kind, added.short_name) == ("inspectorate", "")
    assert chosen(response.content) == "Inspectorate of Probation"


def test_organisation_that_is_there_already_is_refused_in_words(client, officer):
    OrganisationFactory(name="Ofsted")

    form = client.post(ADDRESS, {"name": "OFSTED", "kind": "inspectorate"}).context["form"]

    assert "There is already an organisation with this name" in str(form.errors)
    assert Organisation.objects.filter(name__iexact="ofsted").count() == 1


def test_empty_form_says_what_to_enter(client, officer):
    assert client.post(ADDRESS, {}).context["form"].errors == {
        "name": ["Enter the organisation’s name"],
        "kind": ["Select the kind of organisation"],
    }


def test_form_sent_twice_adds_one(client, officer, token):
    for _ in range(2):
        client.post(ADDRESS, {"form_token": token, "name": "Ofsted", "kind": "inspectorate"})

    assert Organisation.objects.filter(name="Ofsted").count() == 1


@pytest.mark.parametrize("review", ["999999", "x"])
def test_review_that_is_not_there_is_not_found(client, officer, review):
    assert client.get(ADDRESS, {"review": review}).status_code == 404


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
def test_adding_an_organisation_is_refused_to_those_who_do_not_record(client, role):
    client.force_login(UserFactory(role=role))

    assert client.post(ADDRESS, {"name": "Ofsted", "kind": "inspectorate"}).status_code == 403
    assert not Organisation.objects.filter(name="Ofsted").exists()
