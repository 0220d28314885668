"""What a document says beside its findings, as it is shown."""

import pytest

from findings.presenters.particulars import date_said, is_followed, particulars_of


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


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ({"name": "children are in care", "unit": "children"}, True),
        ({"name": "of reviews are late", "unit": "areas", "percent": 12.0}, True),
        ({"name": "days to place a child", "unit": "days"}, True),
        ({"name": "days", "unit": "days"}, False),
        ({"name": "months preparing", "unit": "months"}, False),
        ({"name": "key areas for improvement", "unit": "areas"}, False),
        ({"name": "spent", "unit": "GBP"}, True),
        ({"name": "", "unit": ""}, True),
    ],
)
def test_only_what_changes_over_time_is_a_figure_to_follow(figure, expected):
    assert is_followed(figure) is expected


def test_commitments_have_their_dates_under_a_heading():
    data = {"commitments": [{"text": "Publish", "due": "2011-04-01"}, {"text": "Report", "due": None}]}

    [kind] = particulars_of(data)

    assert (kind.name_heading, kind.words_heading) == ("Due", "What is promised")
    assert [(row.name, row.words) for row in kind.rows] == [
        ("1 April 2011", "Publish"),
        ("No date given", "Report"),
    ]
