"""Organisations in the administration area."""

import uuid

import pytest
from django.urls import reverse

from portal.history import history_of
from portal.models import Organisation, Role
from tests.factories.portal import OrganisationFactory, UserFactory

LIST = reverse("portal:organisation_list")
ADD = reverse("portal:organisation_add")
NEW = {"name": "Harbour Hospitals", "short_name": "Hospitals", "kind": Organisation.Kind.HEALTH}


def edit_url(organisation: Organisation) -> str:
    return reverse("portal:organisation_edit", args=[organisation.pk])


def test_list_counts_the_people_who_can_sign_in_and_links_to_them(admin_visit, administrator):
    organisation = administrator.organisation
    UserFactory(organisation=organisation)
    UserFactory(organisation=organisation, is_active=False)
    link = f"{reverse('portal:person_list')}?organisation={organisation.pk}&is_active=true"

    page = admin_visit.get(LIST)

    (row,) = page.context["page"].object_list
    assert row.people_count == 2
    assert link.replace("&", "&amp;") in page.content.decode()
    assert len(admin_visit.get(link).context["people"]) == 2


def test_add_creates_the_organisation(admin_visit, administrator):
    answer = admin_visit.post(ADD, NEW)

    organisation = Organisation.objects.get(name="Harbour Hospitals")
    assert answer.url == LIST
    assert (organisation.short_name, organisation.kind, organisation.is_active) == (
        "Hospitals",
        "health",
        True,
    )
    assert history_of(organisation)[0].who == administrator.name


def test_add_sent_twice_adds_one(admin_visit):
    token = uuid.uuid4()

    admin_visit.post(ADD, {**NEW, "form_token": token})
    admin_visit.post(ADD, {**NEW, "form_token": token})

    assert Organisation.objects.filter(name=NEW["name"]).count() == 1


def test_add_nothing_filled_in_says_what_to_enter(admin_visit):
    form = admin_visit.post(ADD, {}).context["form"]

    assert form.errors == {
        "name": ["Enter the organisation’s name"],
        "kind": ["Select the kind of organisation"],
    }


def test_add_name_in_use_is_refused_whatever_its_case(admin_visit):
    OrganisationFactory(name="Harbour hospitals")

    form = admin_visit.post(ADD, NEW).context["form"]

    assert form.errors == {"name": ["There is already an organisation with this name"]}


def test_edit_changes_the_organisation(admin_visit):
    organisation = OrganisationFactory()

    admin_visit.post(edit_url(organisation), {**NEW, "version": 0})

    organisation.refresh_from_db()
    assert (organisation.name, organisation.is_active) == ("Harbour Hospitals", False)


def test_edit_stale_form_is_explained(admin_visit):
    organisation = OrganisationFactory()
    admin_visit.post(edit_url(organisation), {**NEW, "version": 0})

    page = admin_visit.post(edit_url(organisation), {**NEW, "name": "Other", "version": 0})

    organisation.refresh_from_db()
    assert organisation.name == "Harbour Hospitals"
    assert "This was changed by" in page.content.decode()


def test_edit_unknown_organisation_is_not_found(admin_visit):
    assert admin_visit.get(reverse("portal:organisation_edit", args=[999])).status_code == 404


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_pages_are_refused_to_every_other_role(client, db, role):
    client.force_login(UserFactory(role=role))

    assert client.get(LIST).status_code == 403
    assert client.post(ADD, NEW).status_code == 403
    assert not Organisation.objects.filter(name=NEW["name"]).exists()
