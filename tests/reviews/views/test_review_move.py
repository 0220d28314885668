"""Moving a review through its lifecycle."""

import datetime

import pytest
from django.urls import reverse

from portal.history import history_of
from reviews.models import Review
from tests.factories.reviews import ReviewFactory
from tests.sent import date_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
Stage = Review.Stage


def address(review):
    return reverse("reviews:review_move", args=[review.pk])


def test_review_move(client, officer):
    review = ReviewFactory(stage=Stage.FIELDWORK)

    response = client.post(
        address(review),
        {"version": 0, "stage": "reported", **date_parts("received_on", 2, 3, 2026)},
        follow=True,
    )

    review.refresh_from_db()
    assert (review.stage, review.received_on) == (Stage.REPORTED, datetime.date(2026, 3, 2))
    assert "The review is now at the stage “Reported”" in response.content.decode()
    assert {change.label for change in history_of(review)[0].changes} == {"Stage", "Report received"}


def test_review_move_asks_only_for_dates_that_are_not_known(client, officer):
    review = ReviewFactory(stage=Stage.FIELDWORK, received_on=datetime.date(2026, 3, 2))

    fields = client.get(address(review)).context["form"].fields

    assert [name for name in fields if name.endswith("_on")] == []


def test_review_move_does_not_offer_the_present_stage(client, officer):
    review = ReviewFactory(stage=Stage.FIELDWORK)

    response = client.post(address(review), {"version": 0, "stage": "fieldwork"})

    assert list(response.context["form"].errors) == ["stage"]


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        ({}, "stage", "Choose the stage that the review is at now"),
        ({"stage": "reported"}, "received_on", "Enter the date the report was received"),
        (
            {"stage": "reported", **date_parts("received_on", 1, 2, 2026)},
            "received_on",
            "Enter a date of receipt that is on or after the start of fieldwork",
        ),
        (
            {"stage": "reported", **date_parts("received_on", 16, 6, 2026)},
            "received_on",
            "Enter a date that is today or earlier",
        ),
    ],
)
def test_review_move_refused(client, officer, sent, field, message):
    review = ReviewFactory(stage=Stage.FIELDWORK)

    response = client.post(address(review), {"version": 0, **sent})

    assert response.context["form"].errors == {field: [message]}
    review.refresh_from_db()
    assert (review.stage, review.received_on, review.version) == (Stage.FIELDWORK, None, 0)


@pytest.mark.parametrize(
    ("name", "what"), [("fieldwork_end_on", "end of the fieldwork"), ("feedback_on", "feedback")]
)
def test_review_move_past_what_is_still_ahead_is_refused(client, officer, name, what):
    review = ReviewFactory(stage=Stage.FIELDWORK, **{name: datetime.date(2026, 6, 16)})

    response = client.post(
        address(review), {"version": 0, "stage": "reported", **date_parts("received_on", 2, 3, 2026)}
    )

    message = (
        f"The {what} is dated 16 June 2026, which is still ahead. Choose an earlier stage, or edit the review’s "
        "dates first"
    )
    assert response.context["form"].errors == {"stage": [message]}


def test_review_move_to_fieldwork_that_starts_tomorrow_is_refused(client, officer):
    review = ReviewFactory(stage=Stage.PLANNED, fieldwork_start_on=None, fieldwork_end_on=None)

    response = client.post(
        address(review),
        {"version": 0, "stage": "fieldwork", **date_parts("fieldwork_start_on", 16, 6, 2026)},
    )

    message = "Enter a date that is today or earlier, or choose an earlier stage"
    assert response.context["form"].errors == {"fieldwork_start_on": [message]}


def test_review_move_to_fieldwork_needs_its_start(client, officer):
    review = ReviewFactory(stage=Stage.PLANNED, fieldwork_start_on=None, fieldwork_end_on=None)

    response = client.post(address(review), {"version": 0, "stage": "fieldwork"})

    assert response.context["form"].errors == {"fieldwork_start_on": ["Enter the date the fieldwork started"]}


def test_review_move_of_a_stale_form(client, officer):
    review = ReviewFactory(stage=Stage.FIELDWORK, version=3, received_on=datetime.date(2026, 3, 2))

    response = client.post(address(review), {"version": 2, "stage": "reported"})

    assert "This was changed" in response.content.decode()
    review.refresh_from_db()
    assert review.stage == Stage.FIELDWORK
