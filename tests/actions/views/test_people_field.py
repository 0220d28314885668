"""Choosing among very many people: under their organisations, folded, and found without a script."""

import pytest
from django.urls import reverse
from lxml import html

from portal.models import Role
from tests.actions.sending import queries_of
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(as_person, officer):
    """Read a page as the officer."""

    def get(name, record):
        response = as_person(officer).get(reverse(f"actions:{name}", args=[record.pk]))
        return html.fromstring(response.content.decode())

    return get


def groups(root):
    """Return each group: what its summary says, whether it is open, and its labels."""
    return [
        (
            group.findtext("summary/span"),
            group.get("open") is not None,
            [label.text for label in group.iter("label")],
        )
        for group in root.iter("details")
        if group.get("data-portal-group") is not None
    ]


def test_people_stand_under_their_organisations(page, officer):
    officer.organisation = None
    officer.save()
    finding = FindingFactory(recorded_by=officer, review__logged_by=officer)
    police, health = OrganisationFactory(name="Police"), OrganisationFactory(name="Health")
    for name, organisation, title in (("B", police, ""), ("A", police, "Sergeant"), ("C", health, "C")):
        UserFactory(name=name, organisation=organisation, job_title=title, role=Role.ACTION_LEAD)

    assert groups(page("action_add", finding)) == [
        ("Health (1)", False, ["C"]),
        ("Police (2)", False, ["A, Sergeant", "B"]),
        ("No organisation (1)", False, ["Improvement officer"]),
    ]


def test_group_of_those_who_are_chosen_is_open_and_says_how_many(page, action, outsider):
    action.supporting.add(outsider)

    found = {name: is_open for name, is_open, _ in groups(page("action_edit", action))}

    assert found[f"{outsider.organisation} (1, 1 selected)"] is True
    assert found[f"{action.lead.organisation} (1)"] is False


def test_five_hundred_people_take_no_more_queries_than_three(as_person, officer):
    finding, organisation = FindingFactory(), OrganisationFactory()
    address = reverse("actions:action_add", args=[finding.pk])
    UserFactory.create_batch(3, role=Role.ACTION_LEAD, organisation=organisation)
    few = queries_of(as_person(officer), address)

    UserFactory.create_batch(497, role=Role.ACTION_LEAD, organisation=organisation)

    assert queries_of(as_person(officer), address) == few
