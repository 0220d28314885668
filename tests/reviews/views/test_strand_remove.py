"""Removing a heading that nothing uses."""

import pytest
from django.urls import reverse

from portal.exceptions import RecordGone, Refused
from portal.forms import ConfirmForm
from reviews.models import Strand
from reviews.services.strand import edit_strand, remove_strand
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import JudgementFactory, StrandFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def strand():
    strand = StrandFactory(name="Working together")
    strand.themes.add(ThemeFactory())
    return strand


def address(strand):
    return reverse("reviews:strand_remove", args=[strand.review_id, strand.pk])


def under(strand):
    return FindingFactory(review=strand.review, strand=strand)


def relating_to(strand):
    finding = FindingFactory(review=strand.review)
    finding.also_relates_to.add(strand)
    return finding


def judged(strand):
    return JudgementFactory(review=strand.review, strand=strand, grade__name="Good")


def test_strand_remove_asks_first(client, officer, strand):
    assert address(strand) in client.get(strand.review.get_absolute_url()).content.decode()

    page = client.get(address(strand)).content.decode()

    assert "Remove this strand?" in page
    assert "Remove the strand" in page
    assert Strand.objects.count() == 1


def test_strand_remove(client, officer, strand):
    response = client.post(address(strand), {"version": 0}, follow=True)

    assert response.redirect_chain == [(strand.review.get_absolute_url(), 302)]
    assert "The strand “Working together” is removed" in response.content.decode()
    assert not Strand.objects.exists()


def test_strand_remove_stays_in_the_history(client, officer, strand):
    client.post(address(strand), {"version": 0})

    page = client.get(reverse("reviews:review_history", args=[strand.review_id])).content.decode()

    assert "Removed strand: Working together" in page


@pytest.mark.parametrize(
    ("use", "said", "refusal"),
    [
        (under, ", area for consideration</li>", "1 finding came to use this strand"),
        (
            relating_to,
            ", area for consideration that also relates to it</li>",
            "1 related finding came to use this strand",
        ),
        (judged, "The judgement “Good”</a>", "1 judgement came to use this strand"),
    ],
)
def test_strand_remove_while_something_uses_it(client, officer, strand, use, said, refusal):
    user = use(strand)

    response = client.get(address(strand))
    sent = client.post(address(strand), {"version": 0})

    page = response.content.decode()
    assert "This strand cannot be removed while something uses it" in page
    assert said in page
    assert getattr(user, "reference", "Good") in page
    assert "Remove the strand" not in page
    assert sent.context["form"].non_field_errors() == [f"{refusal}. Give them another strand first"]
    assert Strand.objects.filter(pk=strand.pk).exists()


def test_remove_strand_counts_what_uses_it(strand):
    for use in (under, under, relating_to, judged):
        use(strand)

    with pytest.raises(
        Refused, match="2 findings, 1 related finding and 1 judgement came to use this strand"
    ):
        remove_strand(strand=strand, by=UserFactory(), version=0)


def test_remove_strand_that_somebody_removed_meanwhile(client, officer, strand):
    form = ConfirmForm({"version": 0}, editing=strand, button="Remove the strand")
    Strand.objects.all().delete()

    assert form.is_valid()
    with form.explaining_refusals():
        remove_strand(strand=strand, by=officer, version=form.version)

    assert form.non_field_errors() == ["This was already removed"]


def test_save_changes_of_a_record_that_somebody_removed_meanwhile(strand):
    Strand.objects.all().delete()

    with pytest.raises(RecordGone, match="This was already removed"):
        edit_strand(strand=strand, by=UserFactory(), version=0, changes={"name": "Other"})


def test_strand_remove_of_a_stale_form(client, officer, strand):
    Strand.objects.update(version=3)

    response = client.post(address(strand), {"version": 2})

    assert "This was changed" in response.content.decode()
    assert Strand.objects.filter(pk=strand.pk).exists()
