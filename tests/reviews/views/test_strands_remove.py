"""Removing several headings that nothing uses, at once."""

import pytest
from django.urls import reverse

from portal.exceptions import Refused
from portal.models import Role
from reviews.models import Strand
from reviews.services.strand import edit_strand, remove_strands
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import JudgementFactory, ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    """A review with three strands, of which one is used by each of three records, and three that nothing uses."""
    review = ReviewFactory()
    FindingFactory(review=review, strand=StrandFactory(review=review, name="Found"))
    FindingFactory(review=review).also_relates_to.add(StrandFactory(review=review, name="Related"))
    JudgementFactory(review=review, strand=StrandFactory(review=review, name="Judged"))
    for name in ("One", "Two", "Three"):
        StrandFactory(review=review, name=name)
    return review


def address(review):
    return reverse("reviews:strands_remove", args=[review.pk])


def names(review):
    return list(review.strands.values_list("name", flat=True))


def key(review, name):
    strand = review.strands.get(name=name)
    return f"{strand.pk}-{strand.version}"


def test_unused_strands_are_offered_and_those_chosen_are_removed(client, officer, review):
    assert address(review) in client.get(review.get_absolute_url()).content.decode()
    offered = client.get(address(review)).context["form"].fields["strands"].choices
    assert [label for _, label in offered] == ["One", "Two", "Three"]

    response = client.post(
        address(review), {"strands": [key(review, "One"), key(review, "Three")]}, follow=True
    )

    assert "2 strands removed" in response.content.decode()
    assert names(review) == ["Found", "Related", "Judged", "Two"]


def test_nothing_chosen_says_what_to_do(client, officer, review):
    form = client.post(address(review), {}).context["form"]

    assert form.errors == {"strands": ["Select the strands to remove"]}


@pytest.mark.parametrize("name", ["Found", "One"])
def test_strand_in_use_or_changed_meanwhile_is_refused(client, officer, review, name):
    chosen = key(review, name)
    strand = review.strands.get(name="One")
    edit_strand(strand=strand, by=officer, version=strand.version, changes={"name": "Renamed"})

    form = client.post(address(review), {"strands": [chosen]}).context["form"]

    assert form.errors == {
        "strands": ["Somebody has changed, removed or used one of these strands. Select again"]
    }
    assert len(names(review)) == 6


def test_all_are_removed_or_none(officer, review):
    strands = list(Strand.objects.filter(name__in=["One", "Found"]).order_by("-pk"))

    with pytest.raises(Refused, match="1 finding came to use this strand"):
        remove_strands(by=officer, strands=strands)

    assert len(names(review)) == 6


def test_review_that_uses_every_strand_says_so(client, officer):
    review = FindingFactory(strand=StrandFactory()).strand.review
    FindingFactory(review=review, strand=review.strands.get())

    assert "none can be removed" in client.get(address(review)).content.decode()
    assert address(review) not in client.get(review.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
def test_removing_strands_is_refused_to_those_who_do_not_record(client, review, role):
    client.force_login(UserFactory(role=role))

    assert client.post(address(review), {"strands": [key(review, "One")]}).status_code == 403
    assert len(names(review)) == 6
