"""Counting working days in England."""

import datetime

import pytest

from portal.working_days import add_working_days, clear_days_before, is_working_day


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2018-11-23", "2019-03-06"),
        ("2019-01-29", "2019-05-10"),
        ("2019-08-23", "2019-12-02"),
        ("2024-07-18", "2024-10-25"),
    ],
)
def test_seventy_working_days_as_published_action_plans_had_them(received, due):
    assert add_working_days(day(received), 70) == day(due)


def test_working_days_of_a_letter_that_gave_its_own_date():
    assert add_working_days(day("2023-02-16"), 62) == day("2023-05-19")
    assert add_working_days(day("2023-02-16"), 70) == day("2023-06-01")


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2024-07-18", 0, "2024-07-18"),
        ("2024-07-18", 1, "2024-07-19"),
        ("2024-07-19", 1, "2024-07-22"),
        ("2024-07-20", 1, "2024-07-22"),
        ("2024-12-25", 1, "2024-12-27"),
        ("2024-12-24", 3, "2024-12-31"),
        ("2020-12-24", 1, "2020-12-29"),
        ("2021-12-24", 1, "2021-12-29"),
        ("2024-03-28", 1, "2024-04-02"),
        ("2022-06-01", 1, "2022-06-06"),
        ("2022-09-16", 1, "2022-09-20"),
        ("2023-05-05", 1, "2023-05-09"),
        ("2020-05-01", 5, "2020-05-11"),
    ],
    ids=[
        "none",
        "the next day",
        "over a weekend",
        "received on a Saturday",
        "received on a holiday",
        "over Christmas",
        "Boxing Day on a Saturday",
        "Christmas on a weekend",
        "over Easter",
        "the jubilee of 2022",
        "the state funeral of 2022",
        "the coronation of 2023",
        "the early May holiday that moved in 2020",
    ],
)
def test_add_working_days(start, number, end):
    assert add_working_days(day(start), number) == day(end)


@pytest.mark.parametrize("text", ["2026-07-13", "2025-08-04", "2026-11-30"])
def test_holidays_of_the_other_nations_are_working_days(text):
    assert is_working_day(day(text))


@pytest.mark.parametrize(
    ("meeting", "published"),
    [("2026-03-17", "2026-03-09"), ("2026-04-08", "2026-03-27"), ("2026-03-16", "2026-03-06")],
    ids=["a Tuesday", "after Easter", "a Monday"],
)
def test_clear_days_before_a_meeting(meeting, published):
    assert clear_days_before(day(meeting), 5) == day(published)
