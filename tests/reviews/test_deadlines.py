"""What must follow a review by its framework's rules."""

import datetime

import pytest

from reviews.deadlines import Due, Window, draft_due, follow_up, months_later, response_due, work_out
from reviews.models import Framework, Grade, Review

OFSTED = {"response_within": 70, "draft_within_working_days": 20}
PEER = {"follow_up_from_months": 9, "follow_up_to_months": 12}


def day(text):
    return datetime.date.fromisoformat(text)


def review(rules, **values):
    return Review(framework=Framework(name="A framework", **rules), **values)


def test_response_due_is_counted_in_working_days():
    due = response_due(review(OFSTED, received_on=day("2024-07-18")))

    assert due == Due(day("2024-10-25"), "70 working days from receipt on 18 July 2024")


@pytest.mark.parametrize(
    ("rules", "due"),
    [
        (
            {"response_within": 6, "response_unit": "weeks"},
            Due(day("2024-08-29"), "6 weeks from receipt on 18 July 2024"),
        ),
        (
            {"response_within": 1, "response_unit": "months"},
            Due(day("2024-08-18"), "1 month from receipt on 18 July 2024"),
        ),
        ({"response_within": 1}, Due(day("2024-07-19"), "1 working day from receipt on 18 July 2024")),
        ({}, None),
    ],
)
def test_response_due_in_other_units(rules, due):
    assert response_due(review(rules, received_on=day("2024-07-18"))) == due


def test_response_due_is_open_until_the_report_is_received():
    assert response_due(review(OFSTED)) is None
    assert response_due(Review(received_on=day("2024-07-18"))) is None


@pytest.mark.parametrize(("has_priority_action", "due"), [(False, None), (True, day("2024-10-25"))])
def test_response_due_after_a_priority_action_only(has_priority_action, due):
    rules = OFSTED | {"response_after_priority_action_only": True}

    found = response_due(
        review(rules, received_on=day("2024-07-18"), has_priority_action=has_priority_action)
    )

    assert (found and found.on) == due


def test_draft_due_after_a_priority_action():
    told = review(OFSTED, received_on=day("2022-11-07"), has_priority_action=True)

    why = "20 working days from receipt on 7 November 2022, as there is an area for priority action"
    assert draft_due(told) == Due(day("2022-12-05"), why)
    assert draft_due(review(OFSTED, received_on=day("2022-11-07"))) is None


def test_follow_up_window_is_counted_from_the_review():
    found = follow_up(review(PEER, fieldwork_end_on=day("2021-12-03")), outcome=None)

    why = "9 to 12 months after the review on 3 December 2021"
    assert found == Window(day("2022-09-03"), day("2022-12-03"), why)


def test_follow_up_by_the_outcome():
    outcome = Grade(name="Inconsistent", next_visit_months=36)

    found = follow_up(review({}, fieldwork_end_on=day("2024-02-29")), outcome=outcome)

    why = "About 3 years after the review on 29 February 2024, for the outcome “Inconsistent”"
    assert found == Window(day("2027-02-28"), day("2027-02-28"), why)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-03-31", 9, "2024-12-31"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-05-31", 13, "2025-06-30"),
    ],
)
def test_months_later(start, number, end):
    assert months_later(day(start), number) == day(end)


def test_a_date_in_the_letter_stands_over_the_rule():
    told = review(
        OFSTED,
        received_on=day("2023-02-16"),
        response_basis="given",
        response_due_on=day("2023-05-19"),
        response_why="The letter says so",
        has_priority_action=True,
    )

    values = work_out(told, outcome=None)

    assert "response_due_on" not in values
    assert "response_why" not in values
    assert values["draft_due_on"] == day("2023-03-16")


def test_nothing_is_due_where_none_is_expected():
    told = review(
        OFSTED | PEER,
        received_on=day("2023-02-16"),
        fieldwork_end_on=day("2023-01-20"),
        has_priority_action=True,
        response_basis="none",
        follow_up_basis="none",
    )

    assert work_out(told, outcome=None) == {
        "response_due_on": None,
        "response_why": "",
        "draft_due_on": None,
        "draft_why": "",
        "follow_up_from_on": None,
        "follow_up_to_on": None,
        "follow_up_why": "",
    }
