"""What only the writer of a report can give to those who hear it."""

import pytest

from reports.checks import accessibility
from tests.reports.rendering.snapshots import paragraph


def table(head, *rows):
    return {"type": "table", "caption": "", "head": head, "rows": list(rows), "place": 1, "exempt": None}


def messages(found):
    return [(finding.place, finding.message) for finding in found]


def test_column_without_a_heading(find):
    found = find(accessibility.CHECK, table(["", "2025", " "], ["Visits", "4", "5"], ["Plans", "6", "7"]))

    assert messages(found) == [
        (
            "Table 1",
            "Column 3 of the table has no heading, so nobody who hears it can tell what its cells are.",
        )
    ]


def test_first_column_and_empty_ones_may_do_without_a_heading(find):
    assert find(accessibility.CHECK, table(["", "2025", ""], ["Visits", "4", ""])) == []


@pytest.mark.parametrize(
    "words",
    ["here", "Click here.", "read more", "this page", "https://www.example.org/plan", "www.example.org"],
)
def test_link_that_says_nothing(find, words):
    html = f'The plan is <a href="https://www.example.org/plan">{words}</a>'

    assert messages(find(accessibility.CHECK, paragraph(4, html))) == [
        (
            "Paragraph 4",
            f"Say in words where the link “{words}” leads: "
            "many people hear links without what stands around them.",
        )
    ]


@pytest.mark.parametrize("words", ["the plan for 2027", "more about here and now", "paragraph 3"])
def test_link_that_says_where_it_leads(find, words):
    assert find(accessibility.CHECK, paragraph(4, f'See <a href="https://example.org/">{words}</a>')) == []


def test_reference_within_the_report_is_no_link_to_elsewhere(find):
    assert find(accessibility.CHECK, paragraph(4, '<a href="#annex-b">here</a>')) == []
