"""Findings in tables, of every make."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, references, ticked


def test_pipe_table_with_a_column_for_each_kind():
    text = """\
| Strand | Strengths | Areas for development |
|---|---|---|
| Leadership | Clear vision<br>Good grip | Little scrutiny |
| Practice | Warm visits | None |
"""
    assert ticked(text) == [
        (S, "Leadership", "Clear vision"),
        (S, "Leadership", "Good grip"),
        (A, "Leadership", "Little scrutiny"),
        (S, "Practice", "Warm visits"),
    ]
    assert references(text) == [
        "Table 1 (Strengths), row 'Leadership', paragraph 1",
        "Table 1 (Strengths), row 'Leadership', paragraph 2",
        "Table 1 (Areas for development), row 'Leadership', paragraph 1",
        "Table 1 (Strengths), row 'Practice', paragraph 1",
    ]


def test_bullets_run_together_in_a_cell():
    text = """\
The table below shows the strengths.

<p>Fostering</p>\t<p>• Carers stay. • Carers are heard.</p>
<p>Adoption</p>\t<p>• Matches last</p><p>• Leaflets are new</p>
"""
    assert ticked(text) == [
        (S, "Fostering", "Carers stay."),
        (S, "Fostering", "Carers are heard."),
        (S, "Adoption", "Matches last"),
        (S, "Adoption", "Leaflets are new"),
    ]


def test_dash_at_the_start_of_a_cell_is_a_bullet():
    text = """\
| Strengths | Areas for development |
|---|---|
| - Clear vision | - Thin succession |
| - Good grip | |
"""

    assert ticked(text) == [(S, None, "Clear vision"), (A, None, "Thin succession"), (S, None, "Good grip")]


def test_two_columns_of_kinds_without_strands():
    text = "| What works well | What needs to improve |\n|---|---|\n| Calm duty room | Slow letters |\n"

    assert ticked(text) == [(S, None, "Calm duty room"), (A, None, "Slow letters")]
    assert references(text)[1] == "Table 1 (What needs to improve), paragraph 1"


def test_two_columns_take_their_kind_from_the_heading():
    text = """\
## Areas for consideration

| Theme | Detail |
|---|---|
| Fostering | Recruit more carers |
| Adoption | Shorten the wait |
"""
    assert ticked(text) == [(A, "Fostering", "Recruit more carers"), (A, "Adoption", "Shorten the wait")]


def test_two_columns_take_their_kind_from_the_sentence_before():
    text = """\
The table below sets out the strengths that we saw.

<table>
<tr><td><b>Fostering</b></td><td><ul><li>Carers stay</li><li>Carers are heard</li></ul></td></tr>
<tr><td><b>Adoption</b></td><td><ul><li>Matches last</li></ul></td></tr>
</table>

The next table shows areas for further development.

<table>
<tr><td><b>Fostering</b></td><td><ul><li>Few carers for teenagers</li></ul></td></tr>
</table>
"""
    assert ticked(text) == [
        (S, "Fostering", "Carers stay"),
        (S, "Fostering", "Carers are heard"),
        (S, "Adoption", "Matches last"),
        (A, "Fostering", "Few carers for teenagers"),
    ]
    assert references(text) == [
        "Table 1 (strengths), row 'Fostering', bullet 1",
        "Table 1 (strengths), row 'Fostering', bullet 2",
        "Table 1 (strengths), row 'Adoption', bullet 1",
        "Table 2 (areas for further development), row 'Fostering', bullet 1",
    ]
    assert not any(candidate.headline for candidate in chosen(text))


def test_rows_that_name_the_kind():
    text = """\
## Care leavers

| | |
|---|---|
| Strengths | Homes are found in time |
| Areas for improvement | Letters are hard to read |
"""
    assert ticked(text) == [
        (S, "Care leavers", "Homes are found in time"),
        (A, "Care leavers", "Letters are hard to read"),
    ]


def test_column_that_names_the_kind_of_each_row():
    text = """\
| Theme | Finding | Type |
|---|---|---|
| Fostering | Carers stay | Strength |
| Fostering | Few carers for teenagers | Area for improvement |
| Adoption | A new leaflet | Other |
"""
    assert ticked(text) == [(S, "Fostering", "Carers stay"), (A, "Fostering", "Few carers for teenagers")]


def test_numbered_rows_under_a_heading():
    text = """\
## Areas for improvement

| No. | Finding |
|---|---|
| 1 | Plans have no dates |
| 2 | Letters are late |
"""
    assert ticked(text) == [(A, None, "Plans have no dates"), (A, None, "Letters are late")]


@pytest.mark.parametrize("heading", ["Areas for improvement", "Action plan"])
def test_action_plan_gives_nothing(heading):
    text = f"""\
## {heading}

| Action | Lead | By when |
|---|---|---|
| Write to schools | Head of service | May |
"""
    assert read(text).candidates == ()


def test_table_of_grades_gives_nothing():
    text = "## Strengths\n\n| Judgement | Grade |\n|---|---|\n| Overall effectiveness | Good |\n"

    assert read(text).candidates == ()


def test_actions_beside_findings_are_left_out():
    text = "| Theme | Strengths | Actions |\n|---|---|---|\n| Fostering | Carers stay | Thank them |\n"

    assert ticked(text) == [(S, "Fostering", "Carers stay")]


def test_strand_spanning_rows_holds_for_all_of_them():
    text = """\
<table>
<thead><tr><th>Theme</th><th>Strengths</th><th>Areas for development</th></tr></thead>
<tr><td rowspan="2">Fostering</td><td>Carers stay</td><td>Few carers</td></tr>
<tr><td>Carers are heard</td><td>Late payments</td></tr>
<tr><td>Adoption</td><td>Matches last</td><td>n/a</td></tr>
</table>
"""
    assert ticked(text, "letter.html") == [
        (S, "Fostering", "Carers stay"),
        (A, "Fostering", "Few carers"),
        (S, "Fostering", "Carers are heard"),
        (A, "Fostering", "Late payments"),
        (S, "Adoption", "Matches last"),
    ]


def test_row_across_the_table_titles_the_rows_below():
    text = """\
<table>
<tr><th colspan="2">Strengths</th></tr>
<tr><td>Fostering</td><td><ul><li>Carers stay</li></ul></td></tr>
<tr><th colspan="2">Areas for improvement</th></tr>
<tr><td>Fostering</td><td><ul><li>Few carers</li></ul></td></tr>
</table>
"""
    assert ticked(text, "letter.html") == [(S, "Fostering", "Carers stay"), (A, "Fostering", "Few carers")]


def test_table_that_only_arranges_the_page_is_opened():
    text = """\
<table><tr>
<td><h3>Strengths</h3><ul><li>Carers stay</li></ul></td>
<td><h3>Areas for development</h3><ul><li>Few carers</li></ul></td>
</tr></table>
"""
    assert ticked(text, "letter.html") == [(S, None, "Carers stay"), (A, None, "Few carers")]


def test_table_within_a_layout_table_is_found():
    text = """\
<table><tr><td>
<p>The following table shows strengths.</p>
<table><tr><td>Fostering</td><td>Carers stay.</td></tr></table>
</td></tr></table>
"""
    assert ticked(text, "letter.html") == [(S, "Fostering", "Carers stay.")]


def test_pasted_table_with_tabs():
    text = "Theme\tStrengths\tAreas for development\nFostering\tCarers stay\tFew carers\nAdoption\tMatches last\t-\n"

    assert ticked(text, "") == [
        (S, "Fostering", "Carers stay"),
        (A, "Fostering", "Few carers"),
        (S, "Adoption", "Matches last"),
    ]


def test_numbers_of_rows_under_their_kind_are_no_strands():
    text = (
        "<table><tr><th colspan=2>Strengths</th></tr><tr><td>1</td><td>Chairs prepare children</td></tr>"
        "<tr><th colspan=2>Areas for improvement</th></tr><tr><td>2</td><td>Reports are late</td></tr></table>"
    )

    assert ticked(text, "page.html") == [(S, None, "Chairs prepare children"), (A, None, "Reports are late")]


def test_cases_that_are_only_counted_are_no_strands():
    text = (
        "| Case | What worked well | Even better if |\n|---|---|---|\n| 1 | Help came | Fathers were seen |\n"
    )

    assert ticked(text) == [(S, None, "Help came"), (A, None, "Fathers were seen")]


def test_plan_beside_an_area_is_neither_finding_nor_strand():
    text = "| Area for development | What we are doing | Who |\n|---|---|---|\n| Plans drift | Audit | The head |\n"

    assert ticked(text) == [(A, None, "Plans drift")]


def test_challenge_stands_against_what_is_positive():
    text = (
        "| Theme | What I saw that was positive | Challenge to partners |\n|---|---|---|\n"
        "| Voice | Groups meet | Funds |\n"
    )

    assert ticked(text) == [(S, "Voice", "Groups meet"), (A, "Voice", "Funds")]


def test_sentence_in_a_cell_that_ends_in_its_list_is_one_finding():
    text = (
        "<table><tr><th>Responsible body</th><th>Areas for priority action</th></tr><tr><td>The board</td><td>"
        "<p>Leaders must act now to strengthen what they know, so that:</p><ul><li>data is right</li>"
        "<li>it is read</li></ul></td></tr></table>"
    )

    assert ticked(text, "page.html") == [
        (
            A,
            None,
            "Leaders must act now to strengthen what they know, so that:\n- data is right\n- it is read",
        )
    ]


def test_cell_across_the_columns_of_both_kinds_is_of_neither():
    rows = (
        "<tr><td>Health</td><td colspan=2>We did not visit.</td></tr>"
        "<tr><td>Homes</td><td>Warm.</td><td>Few.</td></tr>"
    )
    text = f"<table><tr><th>Theme</th><th>Strengths</th><th>Areas for improvement</th></tr>{rows}</table>"
    across = read(text, "report.html").candidates[0]

    assert ticked(text, "report.html") == [(S, "Homes", "Warm."), (A, "Homes", "Few.")]
    assert (across.text, across.asks_kind) == ("We did not visit.", True)
    assert across.reason.startswith(
        "Paragraph in a cell across the columns “Strengths” and “Areas for improvement”, which does not say"
    )


def test_cell_across_two_columns_of_one_kind_is_of_that_kind():
    text = (
        "<table><tr><th>Theme</th><th>Strengths</th><th>Strengths</th><th>Areas for improvement</th></tr>"
        "<tr><td>Homes</td><td colspan=2>Warm.</td><td>Few.</td></tr></table>"
    )

    assert ticked(text, "report.html") == [(S, "Homes", "Warm."), (A, "Homes", "Few.")]
