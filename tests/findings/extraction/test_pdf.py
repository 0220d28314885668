"""Letters as PDFs."""

import time

import pytest

from findings.extraction.blocks import Heading, ListItem, Note, Paragraph, Table, cell_text
from findings.extraction.extracting import Extraction, extract
from tests.findings.extraction.helpers import A, S
from tests.findings.extraction.writing import STYLE, pdf
from tests.sources import inventory, require_source

STRENGTHS = "<h2>Strengths</h2><ul><li>Carers stay</li></ul>"


def read(body: str, style: str = "") -> Extraction:
    return extract(pdf(f"<html lang='en'><body>{body}</body></html>", STYLE + style), filename="letter.pdf")


def ticked(extraction: Extraction) -> list[tuple[str, str | None, str]]:
    return [(c.kind.value, c.theme, c.text) for c in extraction.candidates if c.selected]


def tables(extraction: Extraction) -> list[list[list[str]]]:
    found = [block for block in extraction.blocks if isinstance(block, Table)]
    return [[[cell_text(cell) for cell in row.cells] for row in table.rows] for table in found]


def lines_of_words(number: int) -> str:
    return " ".join(
        f"Visit {index} was made within the time that the plan had set." for index in range(number)
    )


def test_headings_by_size_and_by_weight():
    extraction = read(
        "<h1>Inspection of Westermoor</h1><h2>Summary</h2><p>Leaders have acted since the last visit, as we saw.</p>"
        "<p><b>Strengths</b></p><ul><li>Carers stay with the service for years</li></ul>"
        "<p><b>Leaders</b> have a grip on the budget and on the time that families wait.</p>"
    )

    assert [(b.text, b.level) for b in extraction.blocks if isinstance(b, Heading) and b.level < 4] == [
        ("Inspection of Westermoor", 1),
        ("Summary", 2),
        ("Strengths", 3),
    ]
    assert ticked(extraction) == [(S, None, "Carers stay with the service for years")]


def test_sub_points_and_numbers_keep_their_level():
    extraction = read(
        "<ol><li>First<ul><li>north</li><li>south</li></ul></li><li>Second point that is long enough to be wrapped "
        "over the end of the line and to go on below it, at its own indent</li></ol>"
    )

    assert [(b.marker, b.level, b.text) for b in extraction.blocks if isinstance(b, ListItem)] == [
        ("1.", 0, "First"),
        ("◦", 1, "north"),
        ("◦", 1, "south"),
        (
            "2.",
            0,
            "Second point that is long enough to be wrapped over the end of the line and to go on below it, "
            "at its own indent",
        ),
    ]


def test_furniture_goes_and_what_pages_tear_is_whole():
    points = "".join(f"<li>Team {number}: {lines_of_words(6)}</li>" for number in range(1, 13))
    extraction = read(f"<h2>Strengths</h2><ul>{points}</ul>")

    found = [text for _, _, text in ticked(extraction)]

    assert found == [f"Team {number}: {lines_of_words(6)}" for number in range(1, 13)]
    assert max(extraction.pages) == 2
    assert [b.split for b in extraction.blocks if isinstance(b, ListItem)].count(True) == 1
    assert not any("Letter of the review team" in line or "Page 1" in line for line in extraction.lines)


@pytest.mark.parametrize(
    "style",
    ["", "td, th { border: 0; border-bottom: 1px solid #999 }", "td, th { border: 0 }"],
    ids=["ruled", "ruled between rows", "not ruled"],
)
def test_grades_are_a_table_however_it_is_ruled(style):
    extraction = read(
        "<table><tr><th>Judgement</th><th>Grade</th></tr>"
        "<tr><td>The impact of leaders on social work practice with children and families in the county</td>"
        "<td>Good</td></tr><tr><td>Care leavers</td><td>Requires improvement to be good</td></tr>"
        "<tr><td>Overall effectiveness</td><td>Good</td></tr></table><p>Leaders have acted since the last visit.</p>",
        f"th {{ text-align: left }} td {{ width: 50% }} {style}",
    )

    assert tables(extraction) == [
        [
            ["Judgement", "Grade"],
            [
                "The impact of leaders on social work practice with children and families in the county",
                "Good",
            ],
            ["Care leavers", "Requires improvement to be good"],
            ["Overall effectiveness", "Good"],
        ]
    ]


def test_merged_cells_leave_empty_ones():
    extraction = read(
        "<table><tr><td colspan='2'>Wide</td><td>A</td></tr>"
        "<tr><td rowspan='2'>Tall</td><td>B</td><td>C</td></tr><tr><td>D</td><td>E</td></tr></table>"
    )

    assert tables(extraction) == [[["Wide", "", "A"], ["Tall", "B", "C"], ["", "D", "E"]]]


def test_columns_are_read_one_after_the_other():
    left = "".join(
        f"<li>Carers in team {n} stay with the service for many years and say why</li>" for n in range(5)
    )
    right = "".join(
        f"<li>Families of team {n} wait for many weeks until anybody answers</li>" for n in range(5)
    )
    extraction = read(
        f"<div><h2>Strengths</h2><ul>{left}</ul><h2 class='next'>What needs to improve?</h2><ul>{right}</ul></div>",
        "div { columns: 2; column-gap: 30pt } .next { break-before: column }",
    )

    assert [kind for kind, _, _ in ticked(extraction)] == [S] * 5 + [A] * 5
    assert ticked(extraction)[0][2] == "Carers in team 0 stay with the service for many years and say why"
    assert {b.level for b in extraction.blocks if isinstance(b, ListItem)} == {0}


def test_footnotes_and_their_marks_stand_apart():
    extraction = read(
        "<h2>What needs to improve?<sup>1</sup></h2><ul><li>The time that families wait for an answer</li></ul>"
        "<p class='note'><sup>1</sup> See the national framework.</p>",
        "sup { font-size: 60% } .note { font-size: 8pt }",
    )

    assert [b.text for b in extraction.blocks if isinstance(b, Heading) and b.level == 1] == [
        "What needs to improve?"
    ]
    assert [b.text for b in extraction.blocks if isinstance(b, Note)] == ["See the national framework."]


def test_words_broken_at_line_ends_are_whole():
    extraction = read(
        "<p>The multi-agency response is timely. Affordable training flows into effective multi-agency practice "
        "across the partnership, and safeguarding supervision is documented.</p>",
        "@page { @top-left { content: none } } p { width: 120pt; hyphens: auto; text-align: justify }",
    )

    assert any(line.endswith(("‐", "-")) for line in extraction.lines)
    assert [b.text for b in extraction.blocks if isinstance(b, Paragraph)][-1] == (
        "The multi-agency response is timely. Affordable training flows into effective multi-agency practice "
        "across the partnership, and safeguarding supervision is documented."
    )


def test_each_line_knows_its_page():
    extraction = read(
        f"{STRENGTHS}<h2 class='next'>Areas for improvement</h2><ul><li>Letters</li></ul>",
        ".next { break-before: page }",
    )

    pages = {c.text: extraction.pages[c.lines[0] - 1] for c in extraction.candidates}

    assert pages == {"Carers stay": 1, "Letters": 2}


def test_page_turned_on_its_side():
    extraction = read(STRENGTHS, "@page { size: A4 landscape }")

    assert ticked(extraction) == [(S, None, "Carers stay")]


def test_grades_of_a_real_inspection_are_read_as_a_table():
    path = require_source("2025-03-ilacs-inspection-report.pdf")
    judgements = inventory(path.name)["judgements"]

    (table,) = tables(extract(path.read_bytes(), filename=path.name))

    assert table == [["Judgement", "Grade"], *([j["subject"], j["grade"]] for j in judgements)]


def test_fourteen_pages_are_read_in_time():
    path = require_source("2025-03-ilacs-inspection-report.pdf")
    started = time.process_time()

    extraction = extract(path.read_bytes(), filename=path.name)

    assert max(extraction.pages) == 14
    assert time.process_time() - started < 5


def test_bullets_that_are_drawn_are_bullets():
    dot = "<svg width='4' height='4'><circle cx='2' cy='2' r='2'/></svg>"
    points = "".join(
        f"<p class='i'>{dot} {text}</p>" for text in ("long waits for help", "plans that are late")
    )
    extraction = read(
        f"<h2>Findings</h2><p>The area must tackle the following areas of significant weakness:</p>{points}",
        ".i { margin: 2px 0 2px 20px } svg { margin-right: 10px }",
    )

    assert [(b.marker, b.text) for b in extraction.blocks if isinstance(b, ListItem)] == [
        ("•", "long waits for help"),
        ("•", "plans that are late"),
    ]
    assert ticked(extraction) == [(A, None, "long waits for help"), (A, None, "plans that are late")]


def test_small_shapes_elsewhere_are_no_bullets():
    box = "<svg width='4' height='4'><rect width='4' height='4'/></svg>"
    extraction = read(f"<h2>Strengths</h2><p>Carers stay with the service {box} for years and say so.</p>")

    assert [b for b in extraction.blocks if isinstance(b, ListItem)] == []


def test_footnote_amid_a_page_is_set_apart():
    extraction = read(
        f"<p>{lines_of_words(9)}</p><h2>Areas for improvement</h2>"
        "<ul><li>Parents are asked too late.<sup>1</sup></li></ul>"
        "<p class='n'>1. That is, after the plan for their child has been written and sent out.</p>"
        "<h2>Strengths</h2><ul><li>Carers stay</li></ul>",
        "sup { font-size: 9pt; line-height: 0 } .n { font-size: 9pt }",
    )

    assert ticked(extraction) == [(A, None, "Parents are asked too late."), (S, None, "Carers stay")]
    assert [b.text for b in extraction.blocks if isinstance(b, Note)] == [
        "1. That is, after the plan for their child has been written and sent out."
    ]
