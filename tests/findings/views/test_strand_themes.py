"""Choosing themes for the strands that came with a document."""

import pytest
from django.urls import reverse

from findings.services.strand_themes import give_themes
from portal.exceptions import Refused
from portal.history import history_of
from reviews.models import Strand
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def strands(review):
    return [StrandFactory(review=review, name=name) for name in ("Help", "Care", "Voice")]


def address(review):
    return reverse("findings:strand_themes", args=[review.pk])


def names(record):
    return sorted(theme.name for theme in record.themes.all())


def test_strand_themes_are_saved_at_once_and_reach_findings_without(client, officer, review, strands):
    early, health, other = (ThemeFactory(name=name) for name in ("Early help", "Health", "Other"))
    bare, themed = (FindingFactory(review=review, strand=strands[0]) for _ in range(2))
    themed.themes.add(other)

    response = client.post(
        address(review),
        {f"strand_{strands[0].pk}": [early.pk, health.pk], f"strand_{strands[1].pk}": [health.pk]},
        follow=True,
    )

    assert response.redirect_chain == [(reverse("findings:review_findings", args=[review.pk]), 302)]
    assert "2 strands given themes" in response.content.decode()
    assert [names(strand) for strand in strands] == [["Early help", "Health"], ["Health"], []]
    assert (names(bare), names(themed)) == (["Early help", "Health"], ["Other"])
    told = history_of(strands[0])[0]
    assert (told.who, told.changes[0].after) == (str(officer), "Early help, Health")


def test_edit_form_opened_before_the_strand_was_given_themes_is_stale(client, officer, strands):
    theme = ThemeFactory()
    finding = FindingFactory(review=strands[0].review, strand=strands[0])
    edit = reverse("findings:finding_edit", args=[finding.pk])
    opened = client.get(edit).context["form"]["version"].value()
    give_themes(by=officer, chosen={strands[0]: [theme]})

    stale = {"version": opened, "kind": "area", "text": "Mine", "prominence": "detail"}
    response = client.post(edit, stale)

    assert "This was changed by" in response.content.decode()
    assert list(finding.themes.all()) == [theme]


def test_strand_themes_offers_only_strands_without(client, officer, review, strands):
    strands[0].themes.add(ThemeFactory())

    form = client.get(address(review)).context["form"]

    assert list(form.strands.values()) == strands[1:]


def test_strand_themes_where_all_have_some(client, officer, review):
    assert "Every strand of this review has themes" in client.get(address(review)).content.decode()


def test_strand_themes_with_nothing_selected(client, officer, review, strands):
    response = client.post(address(review), {})

    message = "Select a theme for at least one strand"
    assert response.context["form"].errors == {f"strand_{strands[0].pk}": [message]}


def test_give_themes_to_a_strand_that_was_given_some_is_refused(strands):
    mine, theirs = ThemeFactory(), ThemeFactory(name="Theirs")
    strands[1].themes.add(theirs)

    with pytest.raises(Refused, match="“Care” was given themes after you opened this page"):
        give_themes(by=UserFactory(), chosen={strands[0]: [mine], strands[1]: [mine]})

    assert [names(strand) for strand in strands[:2]] == [[], ["Theirs"]]


def test_give_themes_to_a_strand_that_is_gone_is_refused(strands):
    Strand.objects.filter(pk=strands[0].pk).delete()

    with pytest.raises(Refused, match="A strand was removed"):
        give_themes(by=UserFactory(), chosen={strands[0]: [ThemeFactory()]})


def test_review_findings_leads_to_strands_without_themes(client, officer, review, strands):
    FindingFactory(review=review, strand=strands[0])

    page = client.get(reverse("findings:review_findings", args=[review.pk])).content.decode()

    assert "3 strands have no themes yet" in page
    assert address(review) in page


def test_strand_themes_makes_as_many_queries_for_three_rows_as_for_one(
    client, officer, review, counted_queries
):
    ThemeFactory.create_batch(2)
    StrandFactory(review=review)
    one = counted_queries(address(review))
    StrandFactory.create_batch(2, review=review)

    assert counted_queries(address(review)) == one
