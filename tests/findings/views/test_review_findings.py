"""A review's findings under its strands."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from findings.models import Kind, Prominence
from portal.models import Role
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db


def address(review):
    return reverse("findings:review_findings", args=[review.pk])


def test_review_findings_under_strands_with_headlines_first(client, officer):
    review = ReviewFactory()
    second = StrandFactory(review=review, name="Second", position=2)
    first = StrandFactory(review=review, name="First", position=1)
    StrandFactory(review=review, name="Empty", position=3)
    detail = FindingFactory(review=review, strand=first)
    headline = FindingFactory(review=review, strand=first, prominence=Prominence.HEADLINE)
    strength = FindingFactory(review=review, strand=second, kind=Kind.STRENGTH)
    loose = FindingFactory(review=review)
    FindingFactory()

    groups = client.get(address(review)).context["groups"]

    assert [(group.name, group.strengths, group.areas) for group in groups] == [
        ("Under no strand", [], [loose]),
        ("First", [], [headline, detail]),
        ("Second", [strength], []),
    ]


def test_review_findings_counts_link_to_what_they_count(client, officer):
    strand = StrandFactory()
    FindingFactory.create_batch(2, review=strand.review, strand=strand)
    FindingFactory(review=strand.review)

    page = client.get(address(strand.review)).content.decode()

    query = f"?review={strand.review_id}&amp;strand={strand.pk}&amp;kind=area"
    assert f'{query}">2 areas for consideration' in page


def test_review_findings_leads_to_each_strand_with_its_number(client, officer):
    strand = StrandFactory(name="Help")
    FindingFactory.create_batch(2, review=strand.review, strand=strand)
    FindingFactory(review=strand.review, strand=strand, kind=Kind.STRENGTH)
    FindingFactory(review=strand.review)

    page = BeautifulSoup(client.get(address(strand.review)).content, "html.parser")

    links = page.select("nav[aria-label='Strands of this review'] a")
    assert [link.text for link in links] == ["Under no strand (1)", "Help (3)"]


def test_review_findings_without_findings(client, officer):
    page = client.get(address(ReviewFactory())).content.decode()

    assert "No finding is recorded yet" in page
    assert "Record a finding" in page


def test_review_findings_for_a_scrutineer_offers_no_recording(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    page = client.get(address(ReviewFactory())).content.decode()

    assert "Record a finding" not in page


def test_review_findings_makes_as_many_queries_for_three_rows_as_for_one(client, officer, counted_queries):
    review = ReviewFactory()

    def add():
        strand = StrandFactory(review=review)
        ActionFactory(findings=[FindingFactory(review=review, strand=strand)])

    add()
    one = counted_queries(address(review))
    add()
    add()

    assert counted_queries(address(review)) == one
