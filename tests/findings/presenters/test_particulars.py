"""What a document says beside its findings, as it is shown."""

import pytest

from findings.presenters.particulars import date_said, particulars_of, shown_only


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2011-04-01", "1 April 2011"),
        ("2011-04", "April 2011"),
        ("2011", "2011"),
        ("summer 2025", "summer 2025"),
        (None, "No date given"),
    ],
)
def test_date_is_said_as_precisely_as_it_was_given(written, said):
    assert date_said(written) == said


def test_commitments_have_their_dates_under_a_heading():
    data = {"commitments": [{"text": "Publish", "due": "2011-04-01"}, {"text": "Report", "due": None}]}

    [kind] = particulars_of(data)

    assert (kind.name_heading, kind.words_heading) == ("Due", "What is promised")
    assert [(row.name, row.words) for row in kind.rows] == [
        ("1 April 2011", "Publish"),
        ("No date given", "Report"),
    ]


def test_reason_of_recommendations_is_shown_and_not_counted():
    asked = [{"number": 1, "text": "Note the report"}, {"number": 2, "text": "Agree the plan"}]

    [kind] = particulars_of({"committee_recommendations": asked, "reason": "To keep members informed."})

    assert [(row.name, row.words) for row in kind.rows] == [
        (1, "Note the report"),
        (2, "Agree the plan"),
        ("Reason", "To keep members informed."),
    ]
    assert (kind.count, kind.heading) == (2, "Recommendations to the committee (2)")


def test_priorities_of_the_council_plan_are_shown_with_the_name_of_the_plan():
    priorities = [
        {"letter": "a", "priority": "good health"},
        {"letter": "b", "priority": "safe communities"},
    ]
    data = {"council_plan": {"name": "Council Plan 2019-2023", "priorities": priorities}}

    [kind] = shown_only(data)

    assert kind.heading == "Priorities of the council’s plan (2)"
    assert [(row.name, row.words, row.place) for row in kind.rows] == [
        ("a", "good health", "Council Plan 2019-2023"),
        ("b", "safe communities", "Council Plan 2019-2023"),
    ]


def test_council_plan_without_a_name_has_no_place():
    data = {"council_plan": {"name": None, "priorities": [{"letter": "1", "priority": "Safety"}]}}

    [kind] = particulars_of(data)

    assert [(row.name, row.words, row.place) for row in kind.rows] == [("1", "Safety", "")]
