"""Adding and editing the headings of a review."""

import pytest
from django.urls import reverse

from reviews.models import Strand
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def add_address(review):
    return reverse("reviews:strand_add", args=[review.pk])


def edit_address(strand):
    return reverse("reviews:strand_edit", args=[strand.review_id, strand.pk])


def test_strand_add(client, officer):
    review = StrandFactory(position=4).review
    theme = ThemeFactory()

    response = client.post(add_address(review), {"name": "Working together", "themes": [theme.pk]})

    strand = Strand.objects.get(name="Working together")
    assert response.url == review.get_absolute_url()
    assert (strand.review, strand.position, list(strand.themes.all())) == (review, 5, [theme])


def test_strand_add_sent_twice(client, officer, token):
    review = ReviewFactory()
    sent = {"form_token": token, "name": "Working together"}

    responses = [client.post(add_address(review), sent) for _ in range(2)]

    assert [response.status_code for response in responses] == [302, 302]
    assert review.strands.count() == 1


def test_strand_add_with_a_name_that_is_taken(client, officer):
    review = StrandFactory(name="Working together").review

    response = client.post(add_address(review), {"name": "working together"})

    assert response.context["form"].errors == {"name": ["This review already has a strand with this name"]}
    assert review.strands.count() == 1


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        ({}, "name", "Enter the name of the strand"),
        (
            {"name": "One", "position": "first"},
            "position",
            "Enter the place in the order as a whole number, like 2",
        ),
    ],
)
def test_strand_add_refused(client, officer, sent, field, message):
    response = client.post(add_address(ReviewFactory()), sent)

    assert response.context["form"].errors == {field: [message]}
    assert not Strand.objects.exists()


def test_strand_add_offers_no_theme_that_is_out_of_use(client, officer):
    theme = ThemeFactory(is_active=False)

    response = client.post(add_address(ReviewFactory()), {"name": "One", "themes": [theme.pk]})

    assert list(response.context["form"].errors) == ["themes"]
    assert not Strand.objects.exists()


def test_strand_edit_keeps_a_theme_that_is_out_of_use(client, officer):
    theme = ThemeFactory(is_active=False)
    strand = StrandFactory(name="As it was", position=3)
    strand.themes.add(theme)

    sent = {"version": 0, "name": "Renamed", "position": "", "themes": [theme.pk]}
    client.post(edit_address(strand), sent)

    strand.refresh_from_db()
    assert (strand.name, strand.position, list(strand.themes.all())) == ("Renamed", 3, [theme])


def test_strand_edit_of_a_stale_form(client, officer):
    strand = StrandFactory(name="As it is", version=1)

    response = client.post(edit_address(strand), {"version": 0, "name": "Mine"})

    assert "This was changed" in response.content.decode()
    assert 'value="Mine"' in response.content.decode()
    strand.refresh_from_db()
    assert strand.name == "As it is"
