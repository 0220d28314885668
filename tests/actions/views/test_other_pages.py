"""What actions add to the pages of reviews, findings and themes, and to the search."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Status
from actions.panels import search
from tests.actions.sending import queries_of
from tests.factories.actions import ActionFactory, UpdateFactory
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ThemeFactory


@pytest.fixture
def finding(db):
    finding = FindingFactory()
    finding.themes.add(ThemeFactory())
    return finding


@pytest.fixture
def addresses(finding):
    """The pages that list the actions of a finding, its review and its theme."""
    return {
        "review": reverse("actions:review_actions", args=[finding.review_id]),
        "finding": reverse("findings:finding_detail", args=[finding.pk]),
        "theme": reverse("findings:theme_detail", args=[finding.themes.get().pk]),
    }


@pytest.mark.parametrize("name", ["review", "finding", "theme"])
def test_page_lists_its_actions_and_no_others(name, addresses, as_person, scrutineer, finding):
    own, other = ActionFactory(findings=[finding]), ActionFactory()

    html = as_person(scrutineer).get(addresses[name]).content.decode()

    assert own.title in html
    assert other.title not in html


@pytest.mark.parametrize("name", ["review", "finding", "theme"])
def test_number_of_queries_does_not_grow_with_actions(name, addresses, as_person, officer, finding):
    client = as_person(officer)
    UpdateFactory(action=ActionFactory(findings=[finding]))
    few = queries_of(client, addresses[name])
    UpdateFactory(action=ActionFactory(findings=[finding]))
    UpdateFactory(action=ActionFactory(findings=[finding]))

    assert queries_of(client, addresses[name]) == few


def test_open_actions_of_a_review_come_before_those_that_have_ended(addresses, as_person, officer, finding):
    ended = ActionFactory(
        findings=[finding], status=Status.SIGNED_OFF, original_due_on=datetime.date(2026, 1, 31)
    )
    going_on = ActionFactory(findings=[finding])

    rows = as_person(officer).get(addresses["review"]).context["rows"]

    assert [row.action for row in rows] == [going_on, ended]


def test_review_without_actions_says_what_to_do(addresses, as_person, officer):
    assert b"No action is agreed about this review yet" in as_person(officer).get(addresses["review"]).content


def test_lead_sees_only_their_own_actions_about_a_finding(addresses, as_person, lead, finding):
    own, other = ActionFactory(findings=[finding], lead=lead), ActionFactory(findings=[finding])

    html = as_person(lead).get(addresses["finding"]).content.decode()

    assert own.title in html
    assert other.title not in html
    assert reverse("actions:action_add", args=[finding.pk]) not in html


def test_search_finds_actions_in_scope(officer, lead, outsider):
    own = ActionFactory(lead=lead, title="Ask children what they want")
    ActionFactory(title="Publish the handbook")

    for person, expected in (
        (officer, [own.get_absolute_url()]),
        (lead, [own.get_absolute_url()]),
        (outsider, []),
    ):
        assert [hit.url for hit in search(person, "children WANT", 10)] == expected


def test_search_stops_at_the_limit(officer):
    ActionFactory.create_batch(3, title="Ask children")

    assert len(list(search(officer, "children", 2))) == 2
