"""The register of reviews."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Kind
from portal.models import Role
from reviews.models import Review, ReviewKind
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
ADDRESS = reverse("reviews:review_list")


def titles(response):
    return [row.review.title for row in response.context["rows"]]


def test_review_list_is_newest_first_and_undated_before_all(client, officer):
    ReviewFactory(title="Old", fieldwork_start_on=datetime.date(2024, 1, 8), fieldwork_end_on=None)
    ReviewFactory(title="New", fieldwork_start_on=datetime.date(2026, 1, 5), fieldwork_end_on=None)
    ReviewFactory(title="Undated", fieldwork_start_on=None, fieldwork_end_on=None)

    response = client.get(ADDRESS)

    assert titles(response) == ["Undated", "New", "Old"]


def test_review_list_without_reviews_says_what_to_do(client, officer):
    response = client.get(ADDRESS)

    assert "Log the first review" in response.content.decode()


def test_review_list_for_a_scrutineer_offers_no_logging(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    response = client.get(ADDRESS)

    assert "Log a review" not in response.content.decode()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kind": "audit"}, ["Audit of plans"]),
        ({"stage": "closed"}, ["Peer challenge"]),
        ({"year": "2024"}, ["Peer challenge"]),
        ({"words": "PLANS audit"}, ["Audit of plans"]),
        ({"words": "improvement"}, ["Peer challenge"]),
        ({"words": "children’s homes"}, ["Audit of plans"]),
        ({"words": "nothing like it"}, []),
        ({"kind": "audit", "stage": "closed"}, []),
    ],
)
def test_review_list_by_filter(client, officer, query, expected):
    ReviewFactory(
        title="Audit of plans",
        kind=ReviewKind.AUDIT,
        scope="Plans in children’s homes",
        fieldwork_start_on=datetime.date(2026, 1, 5),
    )
    ReviewFactory(
        title="Peer challenge",
        stage=Review.Stage.CLOSED,
        provider=OrganisationFactory(name="Improvement Board"),
        fieldwork_start_on=datetime.date(2024, 1, 8),
    )

    response = client.get(ADDRESS, query)

    assert titles(response) == expected


def test_review_list_by_provider(client, officer):
    provider = OrganisationFactory()
    ReviewFactory(title="Theirs", provider=provider)
    ReviewFactory(title="Not theirs")

    response = client.get(ADDRESS, {"provider": provider.pk})

    assert titles(response) == ["Theirs"]


@pytest.mark.parametrize("query", [{"kind": "party"}, {"provider": "999999"}, {"year": "1066"}])
def test_review_list_with_an_address_that_makes_no_sense(client, officer, query):
    ReviewFactory()

    response = client.get(ADDRESS, query)

    assert titles(response) == []
    assert "Choose from the list" in response.content.decode()


def test_review_list_counts_link_to_the_findings_that_they_count(client, officer):
    review = ReviewFactory()
    FindingFactory.create_batch(2, review=review, kind=Kind.STRENGTH)
    FindingFactory.create_batch(3, review=review)
    FindingFactory()

    page = client.get(ADDRESS).content.decode()

    for kind, number in (("strength", 2), ("area", 3)):
        address = f"{reverse('findings:finding_list')}?review={review.pk}&kind={kind}"
        assert f'href="{address.replace("&", "&amp;")}">{number} ' in page
        assert client.get(address).context["page"].paginator.count == number


@pytest.mark.usefixtures("today")
def test_review_list_says_which_response_is_overdue(client, officer):
    ReviewFactory(response_due_on=datetime.date(2026, 6, 12))
    ReviewFactory(response_due_on=datetime.date(2026, 6, 12), response_sent_on=datetime.date(2026, 6, 14))

    page = client.get(ADDRESS).content.decode()

    assert page.count("Written response overdue by 3 days") == 1


def test_review_list_is_cut_into_pages(client, officer):
    ReviewFactory.create_batch(26)

    response = client.get(ADDRESS, {"page": "2"})

    assert len(titles(response)) == 1


def test_review_list_makes_as_many_queries_for_three_rows_as_for_one(client, officer, counted_queries):
    FindingFactory(review=ReviewFactory())
    one = counted_queries(ADDRESS)
    for _ in range(2):
        FindingFactory(review=ReviewFactory())

    assert counted_queries(ADDRESS) == one


def test_review_list_by_year_goes_by_the_first_known_date(client, officer):
    ReviewFactory(
        title="Audit", fieldwork_start_on=None, fieldwork_end_on=None, received_on=datetime.date(2019, 3, 1)
    )
    ReviewFactory(title="Visit", fieldwork_start_on=datetime.date(2020, 3, 1), fieldwork_end_on=None)

    assert titles(client.get(ADDRESS, {"year": "2019"})) == ["Audit"]
    assert titles(client.get(ADDRESS)) == ["Visit", "Audit"]
