"""How many areas of a review still wait for a response, on the review's page."""

import pytest
from bs4 import BeautifulSoup

from findings.models import Kind, Response
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def responses(client, review):
    page = BeautifulSoup(client.get(review.get_absolute_url()).content, "html.parser")
    section = page.find("section", attrs={"aria-labelledby": "responses-heading"})
    return section and [(link.text, link["href"]) for link in section.find_all("a")]


def answer(review, response, by):
    reason = "In part" if response == Response.PARTLY_ACCEPTED else ""
    FindingFactory(
        review=review,
        kind=Kind.AREA,
        response=response,
        response_reason=reason,
        responded_by=by,
        responded_at="2026-06-01T09:00Z",
    )


def test_each_count_links_to_its_rows(client, officer):
    review = ReviewFactory()
    FindingFactory(review=review, kind=Kind.STRENGTH)
    FindingFactory(kind=Kind.AREA)
    for _ in range(3):
        FindingFactory(review=review, kind=Kind.AREA)
    answer(review, Response.ACCEPTED, officer)
    answer(review, Response.PARTLY_ACCEPTED, officer)

    links = responses(client, review)

    address = f"/findings/?review={review.pk}&response="
    assert links == [
        ("3 waiting for a response", f"{address}waiting"),
        ("1 accepted", f"{address}accepted"),
        ("1 partly accepted", f"{address}partly_accepted"),
    ]
    for text, href in links:
        assert client.get(href).context["page"].paginator.count == int(text.split()[0])


def test_a_review_without_areas_says_nothing_of_responses(client, officer):
    review = ReviewFactory()
    FindingFactory(review=review, kind=Kind.STRENGTH)

    assert responses(client, review) is None


def test_every_area_has_its_response(client, officer):
    review = ReviewFactory()
    answer(review, Response.ACCEPTED, officer)

    assert "Every area has its response" in client.get(review.get_absolute_url()).content.decode()
