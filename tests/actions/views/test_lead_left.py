"""An action whose lead has left: it says so wherever the lead is named, and asks for another."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from actions.models import Status
from actions.services import agree_action, edit_action
from portal.exceptions import Refused
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of
from tests.factories.actions import ActionFactory, GroupFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory

DASHBOARD, REGISTER = reverse("actions:dashboard"), reverse("actions:action_list")


@pytest.fixture
def gone(db):
    return UserFactory(role=Role.ACTION_LEAD, name="Sam Lee", is_active=False)


@pytest.fixture
def left(gone):
    return ActionFactory(lead=gone)


def edited(action, lead):
    return {
        "version": action.version,
        "title": "Ask every child",
        "success_measure": action.success_measure,
        "findings": action.findings.get().reference,
        "lead": lead.pk,
        "lead_organisation": action.lead_organisation_id,
        **dated("start_on", action.start_on),
    }


def test_pages_that_name_the_lead_say_so(as_person, manager, left, gone):
    group = GroupFactory()
    group.members.add(gone)
    left.group = group
    left.save()

    action, listed, board, owner = (
        as_person(manager).get(address).content.decode()
        for address in (left.get_absolute_url(), REGISTER, DASHBOARD, group.get_absolute_url())
    )

    [lead] = html.fromstring(action).xpath("//dt[text()='Lead']/following-sibling::dd")
    assert " ".join(lead.text_content().split()).startswith("Sam Lee Has left")
    assert f"Led by Sam Lee (has left) ({left.lead_organisation})" in listed
    assert f"Led by Sam Lee (has left) ({left.lead_organisation})" in board
    members = html.fromstring(owner).xpath("//h2[text()='Members']/following-sibling::ul[1]/li")
    assert [member.text_content().split(",")[0].strip() for member in members] == ["Sam Lee (has left)"]


def test_dashboard_counts_them_and_ranks_them(as_person, manager, left, gone, lead):
    ActionFactory(lead=gone, status=Status.CANCELLED)
    ActionFactory(lead=lead, start_on=TODAY)

    board = as_person(manager).get(DASHBOARD).context["board"]

    [figure] = [figure for figure in board.figures if figure.name == "lead_left"]
    assert (figure.label, figure.number) == ("Lead has left", 1)
    assert [row.action for row in as_person(manager).get(figure.url).context["rows"]] == [left]
    assert [entry.reasons[0] for entry in board.attention if entry.row.action == left] == [
        "Its lead has left"
    ]


def test_dashboard_without_any_does_not_speak_of_them(as_person, manager, action):
    board = as_person(manager).get(DASHBOARD).context["board"]

    assert "lead_left" not in [figure.name for figure in board.figures]


def test_action_s_page_leads_officers_and_managers_to_choosing_another(as_person, manager, scrutineer, left):
    address = reverse("actions:action_edit", args=[left.pk])

    page = as_person(manager).get(left.get_absolute_url())
    form = as_person(manager).get(address)

    assert (page.context["next_step"].label, page.context["next_step"].url) == (
        "Choose a new lead",
        f"{address}#id_lead",
    )
    assert address not in as_person(scrutineer).get(left.get_absolute_url()).content.decode()
    assert "Sam Lee has left. Select who leads the action now" in form.content.decode()
    assert left.lead_id not in [person.pk for person in form.context["form"].fields["lead"].queryset]


def test_lead_who_has_left_is_neither_kept_nor_chosen(as_person, officer, left, gone, lead):
    address = reverse("actions:action_edit", args=[left.pk])

    kept = as_person(officer).post(address, edited(left, gone))

    message = "This person has left, or cannot lead actions. Select somebody else"
    assert errors_of(kept) == {"lead": [message]}
    left.refresh_from_db()
    assert left.title != "Ask every child"
    assert as_person(officer).post(address, edited(left, lead)).url == left.get_absolute_url()
    left.refresh_from_db()
    assert (left.lead, left.title) == (lead, "Ask every child")


def test_services_refuse_a_lead_who_has_left(officer, left, gone):
    said = "Sam Lee has left. Select somebody else to lead the action"

    with pytest.raises(Refused, match=said):
        edit_action(action=left, by=officer, version=left.version, changes={"title": "Ask every child"})
    with pytest.raises(Refused, match=said):
        agree_action(
            by=officer,
            on=TODAY,
            title="Ask every child",
            findings=[FindingFactory()],
            success_measure="They say so",
            lead=gone,
            lead_organisation=OrganisationFactory(),
            start_on=TODAY,
            due_on=TODAY + datetime.timedelta(days=30),
        )
