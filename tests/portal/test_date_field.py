"""Dates in day, month and year: what is read, and what is said where it cannot be."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from portal.fields import DateField


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (["11", "4", "2011"], datetime.date(2011, 4, 11)),
        ([" 01 ", "04", "2011"], datetime.date(2011, 4, 1)),
        (["29", "2", "2024"], datetime.date(2024, 2, 29)),
        (["1", "April", "2011"], datetime.date(2011, 4, 1)),
        (["1", "apr.", "2011"], datetime.date(2011, 4, 1)),
        (["1", "1", "1900"], datetime.date(1900, 1, 1)),
        (["31", "12", "2100"], datetime.date(2100, 12, 31)),
    ],
)
def test_date_that_can_be_read(parts, date):
    assert DateField().clean(parts) == date


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (["", "", ""], "Enter the due date"),
        (None, "Enter the due date"),
        (["", "4", "2011"], "Due date must include a day"),
        (["1", "", "2011"], "Due date must include a month"),
        (["1", "4", ""], "Due date must include a year"),
        (["", "", "2011"], "Due date must include a day and month"),
        (["1", "", ""], "Due date must include a month and year"),
        (["31", "4", "2011"], "Due date must be a real date"),
        (["29", "2", "2023"], "Due date must be a real date"),
        (["0", "4", "2011"], "Due date must be a real date"),
        (["1", "13", "2011"], "Due date must be a real date"),
        (["1", "4", "-2011"], "Due date must be a real date"),
        (["one", "4", "2011"], "Due date must be a real date"),
        (["1", "4", "²⁰¹¹"], "Due date must be a real date"),
        (["1", "4", "11"], "Due date must have a year of 4 numbers"),
        (["1", "4", "20111"], "Due date must have a year of 4 numbers"),
        (["1", "4", "99999999999"], "Due date must be a real date"),
        (["31", "12", "1899"], "Due date must be between 1900 and 2100"),
        (["1", "1", "2101"], "Due date must be between 1900 and 2100"),
    ],
)
def test_date_that_cannot_be_read(parts, message):
    with pytest.raises(ValidationError) as refusal:
        DateField(label="Due date", missing="Enter the due date").clean(parts)

    assert refusal.value.messages == [message]


def test_date_not_needed_may_be_left_out():
    assert DateField(required=False).clean(["", "", ""]) is None


def test_date_not_needed_may_not_be_half_there():
    with pytest.raises(ValidationError, match="Follow-up visit must include a year"):
        DateField(label="Follow-up visit (optional)", required=False).clean(["1", "4", ""])


def test_date_whose_label_is_a_question_is_called_date():
    with pytest.raises(ValidationError, match="'Date must include a year'"):
        DateField(label="When did it start?").clean(["1", "4", ""])
