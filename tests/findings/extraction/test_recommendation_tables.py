"""Tables of recommendations: what is recommended in one column, and why, for whom and by when beside it."""

import pytest

from findings.extraction.blocks import Table, cell_text
from findings.extraction.extracting import Extraction, extract
from tests.findings.extraction.helpers import A, S, chosen, read
from tests.findings.extraction.writing import STYLE, pdf

_UNDER_LINED = """
table { border-collapse: collapse; width: 100% } td, th { border: 0; border-bottom: 1px solid #000; text-align: left }
"""


def _table(*rows: str) -> str:
    head, *body = rows
    return "\n".join([f"| {head} |", f"|{'---|' * (head.count('|') + 1)}", *(f"| {row} |" for row in body)])


def _texts(text: str, filename: str = "report.md") -> list[tuple[str, str]]:
    return [(c.kind.value, c.text) for c in read(text, filename).candidates]


_WANTED = [(A, "Print the leaflet in large type"), (A, "Meet carers each term")]


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        (
            "No. | Recommendation | Reason | Cost",
            "1 | {} | Few can read it. | £400",
            "2 | {} | They ask for it. | None",
        ),
        (
            "We recommend that … | Why | By when",
            "{} | Few can read it | May",
            "{} | They ask for it | At once",
        ),
        ("Ref | The panel recommends | Rationale", "R1 | {} | Few can read it", "R2 | {} | They ask"),
        ("Recommendation | For | By", "{} | Council | May 2031", "{} | All partners | At once"),
        ("No. | What | Why", "1 | {} | Few can read it", "2 | {} | They ask for it"),
        ("# | Action recommended | Why this matters", "1 | {} | Few can read it", "2 | {} | They ask for it"),
        (
            "Recommendation | Response of the council | Lead",
            "{} | Agreed | Chair",
            "{} | Partly agreed | Chair",
        ),
    ],
)
def test_each_row_gives_one_recommendation(head, first, second):
    rows = (first.format(_WANTED[0][1]), second.format(_WANTED[1][1]))
    text = f"# Review\n\n## Recommendations\n\n{_table(head, *rows)}\n"

    assert _texts(text) == _WANTED


def test_plan_under_recommendations_holds_none():
    table = _table("Action | Lead | By when", "Print the leaflet | Chair | May", "Meet carers | Chair | June")

    assert _texts(f"# Review\n\n## Recommendations\n\n{table}\n") == []


def test_rows_that_begin_with_their_number_need_no_head():
    table = _table(f"R1 | {_WANTED[0][1]}", f"R2 | {_WANTED[1][1]}", "R3 | Ask fathers")

    assert _texts(f"# Review\n\n## Recommendations\n\n{table}\n") == [*_WANTED, (A, "Ask fathers")]


def test_finding_beside_its_recommendation_is_asked_about():
    table = _table("What we learned | What we recommend", "Fathers are not seen | Ask fathers")

    found = read(f"# Review\n\n## Learning\n\n{table}\n").candidates

    assert [(c.theme, c.asks_kind, c.text) for c in found] == [
        (None, True, "Fathers are not seen"),
        (None, False, "Ask fathers"),
    ]


def test_evidence_after_the_columns_of_kinds_is_no_strand():
    table = _table("Strengths | Areas for development | Evidence", "Clear vision | Slow data | Minutes")

    assert {c.theme for c in chosen(f"# Review\n\n{table}\n")} == {None}


def test_head_that_is_not_marked_as_one():
    rows = [("No.", "Recommendation", "Reason", "Cost"), ("1", _WANTED[0][1], "Few can read it.", "£400")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)

    assert _texts(f"<h2>Recommendations</h2><table>{cells}</table>", "report.html") == _WANTED[:1]


def test_reason_is_given_with_the_recommendation():
    table = _table("Recommendation | Reason", "Print the leaflet in large type | Few can read it.")

    (found,) = chosen(f"# Review\n\n## Recommendations\n\n{table}\n")

    assert found.recommendation
    assert found.reason == "Paragraph in the column “Recommendation”, because “Few can read it.”"


def test_part_beside_the_recommendation_is_its_strand():
    table = _table(
        "Theme | Recommendation | Reason", "Letters | Print them in large type | Few can read them"
    )

    assert [(c.theme, c.text) for c in chosen(f"## Recommendations\n\n{table}\n")] == [
        ("Letters", "Print them in large type")
    ]


def test_reasons_beside_strengths_are_no_strand():
    table = _table("Strengths | Why it matters", "Carers are trained | Children stay")

    assert [(c.kind.value, c.theme, c.text) for c in chosen(f"# Review\n\n{table}\n")] == [
        (S, None, "Carers are trained")
    ]


def test_decisions_asked_of_a_committee_in_a_table_are_no_findings():
    table = _table("No. | Recommendation | Reason", "1 | Note the report | To keep members informed")
    text = f"""# Report to the Scrutiny Committee

Report of the Director of Children's Services

## Background

The visit took place in May.

## Recommendations

{table}

## Implications

None.
"""
    assert chosen(text) == []


def _tables(extraction: Extraction) -> list[list[list[str]]]:
    found = [block for block in extraction.blocks if isinstance(block, Table)]
    return [[[cell_text(cell) for cell in row.cells] for row in table.rows] for table in found]


def _ruled(head: str, before: str = "", *rows: tuple[str, ...]) -> Extraction:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    body = f"<h2>Recommendations</h2>{before}<table><thead>{head}</thead><tbody>{cells}</tbody></table>"
    return extract(
        pdf(f"<html lang='en'><body>{body}</body></html>", STYLE + _UNDER_LINED), filename="review.pdf"
    )


def test_pdf_with_lines_under_the_cells_alone():
    long = "Make the chart of family members part of every early help assessment, wherever a worry is raised first"
    rows = [
        ("1", long, "Council and the health trust", "September 2031"),
        ("2", "Ask fathers", "All", "At once"),
    ]

    extraction = _ruled("<tr><th>No.<th>Recommendation<th>For<th>By</tr>", "", *rows)

    assert _tables(extraction) == [[["No.", "Recommendation", "For", "By"], *map(list, rows)]]
    assert [(c.kind.value, c.text) for c in extraction.candidates if c.selected] == [
        (A, long),
        (A, "Ask fathers"),
    ]


def test_text_above_the_lines_of_a_pdf_is_no_row_of_the_table():
    before = (
        "<p>We spoke to twelve families and ask for these things, which all of them wanted to see soon.</p>"
    )
    rows = [
        ("1", "Ask fathers what they can do", "All partners"),
        ("2", "Print leaflets in large type", "Council"),
    ]

    extraction = _ruled("", before, *rows)

    assert _tables(extraction) == [[list(row) for row in rows]]


def test_underlined_words_of_a_pdf_are_no_table():
    extraction = _ruled(
        "", "<p><u>Ask fathers</u> and <u>mothers</u> what they can do.</p><p>Print leaflets.</p>"
    )

    assert _tables(extraction) == []
