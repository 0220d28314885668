"""Charts of a paper as tables."""

import pytest

from reports.rendering.sources import with_chart_table

CHART = {
    "type": "chart",
    "place": 3,
    "title": "Assessments in time",
    "labels": ["Jan 2026", "Apr 2026"],
    "series": [["Assessments in time", [74.0, 71.4]]],
    "unit": "%",
}


def rows_of(**values):
    return with_chart_table({**CHART, **values}, {})["table"]["rows"]


def test_chart_has_its_numbers_as_rows_under_a_short_heading():
    table = with_chart_table(CHART, {"type": "table", "caption": "Another"})["table"]

    assert table == {"head": ["", "Value"], "rows": [["Jan 2026", "74.0%"], ["Apr 2026", "71.4%"]]}


@pytest.mark.parametrize(
    ("series", "rows"),
    [
        ([["Strengths", [1, 1200]], ["Areas", [0, 3]]], [["Jan 2026", "1", "0"], ["Apr 2026", "1,200", "3"]]),
        ([["Children", [None, 12.0]]], [["Jan 2026", "–"], ["Apr 2026", "12"]]),
        ([["Children", [None, None]]], [["Jan 2026", "–"], ["Apr 2026", "–"]]),
    ],
)
def test_numbers_of_each_series_have_as_many_decimals_and_small_counts_have_none(series, rows):
    assert rows_of(series=series, unit="") == rows


def test_chart_that_a_table_of_its_title_follows_has_none_of_its_own():
    assert "table" not in with_chart_table(CHART, {"type": "table", "caption": "Assessments in time"})
