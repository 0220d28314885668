"""One review: its summary and its history."""

import datetime
import re

import pytest
from django.urls import reverse

from findings.models import Kind
from portal.models import Role
from reviews.services.review import log_review
from reviews.services.strand import add_strand
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import (
    FrameworkFactory,
    GradeFactory,
    JudgementFactory,
    ReviewFactory,
    StrandFactory,
    ThemeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_review_detail(client, officer):
    grade = GradeFactory(name="Good")
    review = ReviewFactory(
        title="Inspection 2026",
        framework=grade.framework,
        scope="Help and protection",
        people_spoken_to=218,
        received_on=datetime.date(2026, 3, 2),
        response_due_on=datetime.date(2026, 6, 12),
        follow_up_from_on=datetime.date(2026, 9, 1),
        follow_up_to_on=datetime.date(2026, 9, 4),
    )
    strand = StrandFactory(review=review, name="Children in care")
    strand.themes.add(ThemeFactory(name="Permanence"))
    JudgementFactory(review=review, strand=strand, grade=grade)

    page = client.get(review.get_absolute_url()).content.decode()

    for text in (
        "Inspection 2026",
        "Help and protection",
        "2 to 5 February 2026",
        "2 March 2026",
        "218",
        "Overdue by 3 days",
        "1 to 4 September 2026",
        "Children in care",
        "Permanence",
        "Good",
    ):
        assert text in page


def buttons(page):
    """The words on the buttons of a review's summary, the first of them the one that stands out."""
    return re.findall(r'<a class="govuk-button[^>]*>([^<]+)</a>', page)


def test_review_detail_without_findings_first_offers_to_take_in_a_document(client, officer):
    review = ReviewFactory()

    page = client.get(review.get_absolute_url()).content.decode()

    assert buttons(page) == ["Take in a document", "Record a finding by hand"]


def test_review_detail_with_findings_first_offers_the_next_stage(client, officer):
    review = FindingFactory().review

    page = client.get(review.get_absolute_url()).content.decode()

    assert buttons(page) == ["Change stage", "Edit the review"]


def test_review_detail_for_a_scrutineer_offers_no_changes(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    grade = GradeFactory()
    review = StrandFactory(review__framework=grade.framework).review

    page = client.get(review.get_absolute_url()).content.decode()

    for text in ("Change stage", "Edit", "Add a strand", "Record a judgement", "Record a finding"):
        assert text not in page


def test_review_detail_where_the_framework_gives_no_grades(client, officer):
    review = ReviewFactory(framework=FrameworkFactory())

    page = client.get(review.get_absolute_url()).content.decode()

    assert "This framework gives no grades" in page
    assert "Record a judgement" not in page


def test_review_detail_counts_link_to_the_findings_that_they_count(client, officer):
    strand = StrandFactory()
    FindingFactory.create_batch(2, review=strand.review, strand=strand, kind=Kind.STRENGTH)
    FindingFactory.create_batch(3, review=strand.review, strand=strand)
    FindingFactory(review=strand.review)

    page = client.get(strand.review.get_absolute_url()).content.decode()

    for kind, number in (("strength", 2), ("area", 3)):
        query = f"?review={strand.review_id}&strand={strand.pk}&kind={kind}"
        address = reverse("findings:finding_list") + query
        assert f'href="{address.replace("&", "&amp;")}">{number} ' in page
        assert client.get(address).context["page"].paginator.count == number


def test_review_detail_makes_as_many_queries_for_three_strands_as_for_one(client, officer, counted_queries):
    grade = GradeFactory()
    review = ReviewFactory(framework=grade.framework)

    def add():
        strand = StrandFactory(review=review)
        strand.themes.add(ThemeFactory())
        JudgementFactory(review=review, strand=strand, grade=grade)

    add()
    one = counted_queries(review.get_absolute_url())
    add()
    add()

    assert counted_queries(review.get_absolute_url()) == one


def test_review_history_tells_of_the_review_and_its_parts(client, officer):
    details = {"title": "Audit", "kind": "audit", "stage": "planned", "provider": OrganisationFactory()}
    review = log_review(by=officer, details=details)
    add_strand(by=officer, review=review, name="Practice")

    response = client.get(reverse("reviews:review_history", args=[review.pk]))

    entries = [(entry.what, entry.who) for entry in response.context["entries"].object_list]
    assert entries == [("Added strand: Practice", str(officer)), ("Created", str(officer))]


def test_review_history_makes_as_many_queries_for_three_strands_as_for_one(client, officer, counted_queries):
    review = ReviewFactory()
    address = reverse("reviews:review_history", args=[review.pk])
    theme = ThemeFactory()
    add_strand(by=officer, review=review, name="One", themes=[theme])
    one = counted_queries(address)
    add_strand(by=officer, review=review, name="Two", themes=[theme])
    add_strand(by=officer, review=review, name="Three", themes=[theme])

    assert counted_queries(address) == one
