"""Tables with one column of what was found and one of ratings, and tables of two kinds among other columns."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


@pytest.mark.parametrize(
    ("met", "unmet"),
    [("Met", "Partly met"), ("Green", "Amber"), ("Yes", "No"), ("Fully met", "Not met")],
)
def test_a_rating_suggests_the_kind_of_what_stands_beside_it(met, unmet):
    text = (
        "# Audit of Norbeck\n\n## Results\n\n| Standard | Panel's view | Rating |\n|---|---|---|\n"
        f"| Training | Courses are booked by everyone. | {met} |\n"
        f"| Supervision | It happens in the long-term teams. | {unmet} |\n"
    )
    found = [(c.kind.value, c.theme, c.text) for c in read(text).candidates]
    assert found == [
        (S, "Training", "Courses are booked by everyone."),
        (A, "Supervision", "It happens in the long-term teams."),
    ]
    assert ticked(text) == []
    assert read(text).candidates[0].reason.startswith(f"Paragraph in a row that is rated “{met}”")


def test_a_column_of_actions_makes_no_row_rated():
    text = "| Action | Comments | Status |\n|---|---|---|\n| Write it | Begun | On track |\n| Send it | - | Late |\n"
    assert read(text).candidates == ()


def test_columns_of_both_kinds_head_a_table_beside_columns_of_figures():
    text = (
        "<h1>Audit</h1><h2>Results by standard</h2><table>"
        "<tr><td>Standard</td><td>G</td><td>A</td><td>What is working well</td><td>What needs to improve</td></tr>"
        "<tr><td>Training</td><td>4</td><td>2</td><td>Courses are full.</td><td></td></tr>"
        "<tr><td>Recruitment</td><td>6</td><td>0</td><td></td><td>References come late.</td></tr></table>"
    )
    assert ticked(text, "audit.html") == [
        (S, "Training", "Courses are full."),
        (A, "Recruitment", "References come late."),
    ]


def test_a_column_that_only_says_what_is_not_stands_against_what_is():
    text = "| What's working | What's not |\n|---|---|\n| My worker rings | The form is long |\n"
    assert ticked(text) == [(S, None, "My worker rings"), (A, None, "The form is long")]


def test_a_row_whose_label_is_another_question_is_not_of_the_kind_of_the_row_before():
    text = "| What staff said works well | Daily calls |\n|---|---|\n| What staff wondered about | The new form |\n"
    assert "The new form" not in [text for _, _, text in ticked(text)]


def test_the_rating_right_before_the_comment_counts():
    text = """\
# Audit

| Standard | Self rating | Panel rating | Panel feedback |
|----------|-------------|--------------|----------------|
| Training | Green       | Amber        | Night staff.   |
| Voice    | Amber       | Green        | The board.     |
"""
    assert [(c.kind.value, c.asks_kind, c.text) for c in read(text).candidates] == [
        (A, True, "Night staff."),
        (S, True, "The board."),
    ]
