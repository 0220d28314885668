"""Sentences about reviews."""

import datetime

import pytest

from reviews.models import Review
from reviews.presenters import Deadline, deadlines, period

TODAY = datetime.date(2026, 6, 15)


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, ""),
        ("2026-03-02", None, "2 March 2026"),
        (None, "2026-03-02", "2 March 2026"),
        ("2026-03-02", "2026-03-02", "2 March 2026"),
        ("2026-03-02", "2026-03-05", "2 to 5 March 2026"),
        ("2026-03-30", "2026-04-02", "30 March to 2 April 2026"),
        ("2025-12-30", "2026-01-02", "30 December 2025 to 2 January 2026"),
    ],
)
def test_period(start, end, expected):
    assert period(start and day(start), end and day(end)) == expected


@pytest.mark.parametrize(
    ("due", "sent", "when", "standing", "colour"),
    [
        ("2026-06-12", None, "Due 12 June 2026", "Overdue by 3 days", "red"),
        ("2026-06-14", None, "Due 14 June 2026", "Overdue by 1 day", "red"),
        ("2026-06-15", None, "Due 15 June 2026", "Due today", "yellow"),
        ("2026-06-16", None, "Due 16 June 2026", "Due in 1 day", "yellow"),
        ("2026-08-15", None, "Due 15 August 2026", "Due in 61 days", ""),
        ("2026-06-12", "2026-06-12", "Due 12 June 2026", "Sent 12 June 2026, on time", "green"),
        ("2026-06-12", "2026-06-14", "Due 12 June 2026", "Sent 14 June 2026, 2 days late", "yellow"),
        (None, "2026-06-14", "No due date", "Sent 14 June 2026", "green"),
    ],
)
def test_deadlines_of_the_response(due, sent, when, standing, colour):
    review = Review(response_due_on=due and day(due), response_sent_on=sent and day(sent))

    assert deadlines(review, today=TODAY) == [Deadline("Written response", when, standing, colour)]


@pytest.mark.parametrize(
    ("first", "last", "standing"),
    [
        ("2026-06-16", None, "In 1 day"),
        ("2026-06-01", "2026-06-15", "Expected now"),
        ("2026-06-01", "2026-06-05", "This time has passed"),
    ],
)
def test_deadlines_of_the_follow_up(first, last, standing):
    review = Review(follow_up_from_on=day(first), follow_up_to_on=last and day(last))

    (deadline,) = deadlines(review, today=TODAY)

    assert (deadline.label, deadline.standing) == ("Follow-up visit", standing)


def test_deadlines_of_a_review_without_any():
    assert deadlines(Review(), today=TODAY) == []
