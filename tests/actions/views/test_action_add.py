"""Agreeing an action from a finding."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Action, Status
from findings.models import Kind
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, queries_of, token
from tests.factories.actions import ActionFactory, GroupFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory


@pytest.fixture
def finding(db):
    return FindingFactory(kind=Kind.AREA)


@pytest.fixture
def send(as_person, officer, finding, lead):
    """Send the form about the finding, valid unless changed."""

    def post(**changes):
        data = {
            "title": "Ask children what they want",
            "success_measure": "Nine in ten plans hold the child’s words",
            "lead": lead.pk,
            **dated("start_on", datetime.date(2026, 7, 1)),
            **dated("due_on", datetime.date(2026, 12, 18)),
            **changes,
        }
        return as_person(officer).post(reverse("actions:action_add", args=[finding.pk]), data)

    return post


def test_action_is_agreed(send, finding, lead, officer):
    response = send()

    action = Action.objects.get()
    assert response.url == action.get_absolute_url()
    assert action.reference == "A-2026-001"
    assert action.status == Status.NOT_STARTED
    assert action.original_due_on == action.due_on == datetime.date(2026, 12, 18)
    assert (action.lead, action.lead_organisation, action.agreed_by) == (lead, lead.organisation, officer)
    assert list(action.findings.all()) == [finding]


def test_second_action_gets_the_next_reference(send):
    send()
    send()

    assert list(Action.objects.order_by("pk").values_list("reference", flat=True)) == [
        "A-2026-001",
        "A-2026-002",
    ]


def test_findings_of_other_reviews_are_added(send, finding):
    one, two = FindingFactory(), FindingFactory()

    send(findings=f"{one.reference.lower()}, {two.reference} and {finding.reference}")

    assert set(Action.objects.get().findings.all()) == {finding, one, two}


def test_everything_that_can_be_chosen_is_kept(send, outsider):
    group, organisation = GroupFactory(), OrganisationFactory()

    send(group=group.pk, lead_organisation=organisation.pk, supporting=[outsider.pk])

    action = Action.objects.get()
    assert (action.group, action.lead_organisation) == (group, organisation)
    assert list(action.supporting.all()) == [outsider]


def test_form_sent_twice_agrees_one_action(send):
    once = token()

    first, second = send(**once), send(**once)

    assert Action.objects.count() == 1
    assert first.url == second.url


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"title": ""}, "title", "Enter what will be done"),
        ({"success_measure": " "}, "success_measure", "Enter how you will know that it has worked"),
        ({"lead": ""}, "lead", "Select the person who leads the action"),
        ({"findings": "F-1999-001"}, "findings", "There is no finding F-1999-001. Check the reference"),
        (
            {"findings": "the second one"},
            "findings",
            "“the second one” is not a reference. Enter references such as F-2026-001, separated by commas",
        ),
        (dated("due_on", None), "due_on", "Enter the date the action is due"),
        (
            dated("due_on", datetime.date(2026, 6, 30)),
            "due_on",
            "The due date must be after the start date, 1 July 2026",
        ),
        (
            dated("due_on", datetime.date(2026, 7, 1)),
            "due_on",
            "The due date must be after the start date, 1 July 2026",
        ),
        (
            dated("start_on", datetime.date(2026, 1, 5))
            | dated("due_on", TODAY - datetime.timedelta(days=1)),
            "due_on",
            "The due date must be 15 June 2026 or later",
        ),
    ],
)
def test_bad_input_is_explained_and_agrees_nothing(send, changes, field, message):
    response = send(**changes)

    assert errors_of(response) == {field: [message]}
    assert b"<title>Error: " in response.content
    assert not Action.objects.exists()


@pytest.mark.parametrize(
    "person", [{"role": Role.ACTION_LEAD, "is_active": False}, {"role": Role.COMMITTEE_MEMBER}]
)
def test_lead_must_be_somebody_who_can_lead(send, person):
    response = send(lead=UserFactory(**person).pk)

    assert "lead" in errors_of(response)
    assert not Action.objects.exists()


def test_lead_without_organisation_needs_one_named(send, lead):
    lead.organisation = None
    lead.save()

    response = send()

    assert errors_of(response) == {"lead_organisation": ["Select the organisation that leads the action"]}


def test_what_was_typed_is_kept_and_escaped(send):
    response = send(title="", success_measure="<script>alert(1)</script>")

    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in response.content
    assert b"<script>alert" not in response.content


def test_number_of_queries_does_not_grow_with_people(as_person, officer, finding):
    client, url = as_person(officer), reverse("actions:action_add", args=[finding.pk])
    few = queries_of(client, url)
    ActionFactory.create_batch(3)

    assert queries_of(client, url) == few
