"""A scrutineer's report in numbered sections: what is strong, what remains, and what became of earlier advice."""

from io import BytesIO

import docx
import pytest

from findings.extraction.extracting import extract
from tests.findings.extraction.helpers import A, S, ticked


def _report(*, remains: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Report of the Independent Scrutineer, yearly report")
    document.add_heading("2  What became of last year’s recommendations", 1)
    table = document.add_table(rows=0, cols=3)
    for cells in (
        ("Recommendation made in 2022", "Accepted?", "Position at 1 May 2023"),
        ("Name a lead for data", "Yes", "Done"),
        ("Meet twice a year with schools", "In part", "One meeting held so far"),
    ):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.add_heading("3  Where the board is strong", 1)
    document.add_paragraph("3.1  Dentists now report neglect and are heard when they do so.")
    document.add_paragraph("3.2  Two films made by young people are worth naming here:")
    document.add_paragraph("the film on moving home", style="List Bullet 2")
    document.add_paragraph("3.3  Audits are shared with those whose work was read.")
    document.add_heading(f"4  {remains}", 1)
    document.add_paragraph("4.1  The following matter most.")
    document.add_paragraph("Nobody owns the data.", style="List Bullet")
    document.add_paragraph("4.2  Clinics send nobody to meetings on plans, and say so openly.")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "remains",
    [
        "Challenges that remain",
        "Remaining challenges",
        "The challenges ahead",
        "Where the partnership needs to go further",
        "What still worries me",
    ],
)
def test_numbered_paragraphs_are_findings_beside_bullets_and_earlier_advice_is_not(remains):
    found = extract(_report(remains=remains), filename="report.docx").candidates
    assert [(c.kind.value, c.text) for c in found if c.selected] == [
        (S, "Dentists now report neglect and are heard when they do so."),
        (S, "the film on moving home"),
        (S, "Audits are shared with those whose work was read."),
        (A, "Nobody owns the data."),
        (A, "Clinics send nobody to meetings on plans, and say so openly."),
    ]


@pytest.mark.parametrize("column", ["Progress", "Progress to date", "Position at 3 June", "Accepted?"])
def test_table_that_tracks_recommendations_ticks_nothing(column):
    table = "# Letter\n\n## Findings\n\n| {} | {} |\n|---|---|\n| Name a lead | Named in May |\n"
    assert ticked(table.format("Recommendation", column)) == []
    assert ticked(table.format("Strengths", column)) == [(S, None, "Name a lead")]
