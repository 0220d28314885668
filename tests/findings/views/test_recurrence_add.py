"""Linking a finding to an earlier one."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Kind, Recurrence
from findings.services.recurrence import confirm_recurrence
from portal.exceptions import Refused
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme():
    return ThemeFactory()


@pytest.fixture
def finding(theme):
    finding = FindingFactory(review=review_of(2026))
    finding.themes.add(theme)
    return finding


@pytest.fixture
def earlier(theme):
    earlier = FindingFactory(review=review_of(2024), text="Supervision is irregular")
    earlier.themes.add(theme)
    return earlier


def review_of(year):
    return ReviewFactory(fieldwork_start_on=datetime.date(year, 3, 1), fieldwork_end_on=None)


def address(finding):
    return reverse("findings:recurrence_add", args=[finding.pk])


def shown(response):
    return [int(choice[0]) for choice in response.context["form"].fields["earlier"].choices]


def test_recurrence_add(client, officer, finding, earlier):
    response = client.post(address(finding), {"earlier": earlier.pk, "outcome": "recurs"})

    link = Recurrence.objects.get()
    assert response.url == finding.get_absolute_url()
    assert (link.finding, link.earlier, link.outcome, link.confirmed_by) == (
        finding,
        earlier,
        "recurs",
        officer,
    )


def test_recurrence_add_sent_twice(client, officer, finding, earlier, token):
    sent = {"form_token": token, "earlier": earlier.pk, "outcome": "recurs"}

    responses = [client.post(address(finding), sent) for _ in range(2)]

    assert [response.url for response in responses] == [finding.get_absolute_url()] * 2
    assert Recurrence.objects.count() == 1


def test_recurrence_add_first_offers_what_shares_a_theme(client, officer, finding, earlier):
    FindingFactory(review=earlier.review)
    later = FindingFactory(review=review_of(2027))
    same_review = FindingFactory(review=finding.review)
    for other in (later, same_review):
        other.themes.set(finding.themes.all())

    assert shown(client.get(address(finding))) == [earlier.pk]


def test_recurrence_add_by_words_and_review(client, officer, finding, earlier):
    other = FindingFactory(review=review_of(2023), text="Supervision is late")

    assert shown(client.get(address(finding), {"words": "supervision"})) == [earlier.pk, other.pk]
    assert shown(client.get(address(finding), {"review": other.review_id})) == [other.pk]
    assert shown(client.get(address(finding), {"words": "supervision irregular"})) == [earlier.pk]


def test_recurrence_add_without_a_match_says_what_to_do(client, officer, finding):
    assert "No earlier finding shares a theme" in client.get(address(finding)).content.decode()
    page = client.get(address(finding), {"words": "nothing"}).content.decode()
    assert "No earlier finding matches" in page


def test_recurrence_add_shows_the_twenty_newest(client, officer, finding):
    FindingFactory.create_batch(21, review=review_of(2024), text="Supervision")

    response = client.get(address(finding), {"words": "supervision"})

    assert len(shown(response)) == 20
    assert "21 earlier findings match" in response.content.decode()
    assert "The 20 newest are shown" in response.content.decode()


def test_recurrence_add_does_not_offer_what_is_linked(client, officer, finding, earlier):
    confirm_recurrence(by=officer, finding=finding, earlier=earlier, outcome="recurs")

    assert shown(client.get(address(finding))) == []


def test_recurrence_add_with_nothing_chosen(client, officer, finding, earlier):
    response = client.post(address(finding), {})

    assert response.context["form"].errors == {
        "earlier": ["Choose the earlier finding"],
        "outcome": ["Choose what became of the earlier finding"],
    }
    assert not Recurrence.objects.exists()


@pytest.mark.parametrize(
    ("kind", "earlier_kind", "outcome", "field"),
    [
        (Kind.AREA, Kind.STRENGTH, "recurs", "earlier"),
        (Kind.AREA, Kind.AREA, "lost", "earlier"),
        (Kind.AREA, Kind.AREA, "sustained", "outcome"),
        (Kind.STRENGTH, Kind.AREA, "sustained", "earlier"),
        (Kind.STRENGTH, Kind.STRENGTH, "recurs", "outcome"),
    ],
)
def test_recurrence_add_with_an_outcome_that_does_not_fit(
    client, officer, finding, earlier, kind, earlier_kind, outcome, field
):
    finding.kind, earlier.kind = kind, earlier_kind
    finding.save()
    earlier.save()

    response = client.post(address(finding), {"earlier": earlier.pk, "outcome": outcome})

    assert list(response.context["form"].errors) == [field]
    assert not Recurrence.objects.exists()
    with pytest.raises(Refused, match="Choose an outcome that fits"):
        confirm_recurrence(by=officer, finding=finding, earlier=earlier, outcome=outcome)


@pytest.mark.parametrize("year", [2026, 2027])
def test_recurrence_add_to_a_finding_that_is_not_earlier(client, officer, finding, year):
    later = FindingFactory(review=review_of(year))

    response = client.post(address(finding), {"earlier": later.pk, "outcome": "recurs"})

    assert response.context["form"].errors == {"earlier": ["Choose a finding of an earlier review"]}
    with pytest.raises(Refused, match="Choose a finding of an earlier review"):
        confirm_recurrence(by=officer, finding=finding, earlier=later, outcome="recurs")
    assert not Recurrence.objects.exists()


def test_recurrence_add_from_another_form_to_what_is_linked(client, officer, finding, earlier):
    confirm_recurrence(by=UserFactory(), finding=finding, earlier=earlier, outcome="recurs")

    response = client.post(address(finding), {"earlier": earlier.pk, "outcome": "recurs"})

    assert response.context["form"].errors == {"earlier": ["These two findings are already linked"]}
    assert Recurrence.objects.count() == 1


def test_recurrence_add_makes_as_many_queries_for_three_rows_as_for_one(
    client, officer, finding, theme, counted_queries
):
    def add():
        FindingFactory(review=review_of(2024)).themes.add(theme)

    add()
    one = counted_queries(address(finding))
    add()
    add()

    assert counted_queries(address(finding)) == one
