"""Papers about the letter of 2011, the review of 2020 and the scrutineer's report of 2022."""

from collections import defaultdict

import pytest
from bs4 import BeautifulSoup

from tests.reports.sources.builders import ASSURANCE, LETTER, REGIONAL
from tests.reports.sources.words import flat, shown_in
from tests.sources import inventory

pytestmark = pytest.mark.django_db
KINDS = {"strength": "Strength", "area_for_consideration": "Area for consideration"}
NO_STRAND = "Under no strand"


def section(paper, kind):
    """The section of a kind."""
    [found] = [part for part in paper.snapshot["sections"] if part["kind"] == kind]
    return found


def table(paper, kind):
    """The rows of the last table of a section."""
    return [block for block in section(paper, kind)["blocks"] if block["type"] == "table"][-1]["rows"]


def test_findings_of_the_letter_stand_word_for_word_under_their_strands(paper_of):
    paper, known = paper_of(LETTER), inventory(LETTER)

    told = defaultdict(list)
    for row in sorted(known["findings"], key=lambda row: list(KINDS).index(row["kind"])):
        told[row["theme"] or NO_STRAND].append(f"{KINDS[row['kind']]}: “{flat(row['text']).rstrip('.')}”")
    numbers = {block.get("number") for block in section(paper, "strands")["blocks"]}
    shown = {}
    for row in shown_in(paper.page):
        if row.number in numbers:
            [name] = [name for name in told if row.words.startswith(f"{name}.")]
            shown[name] = row.points
    assert {name: sorted(rows) for name, rows in shown.items()} == {
        name: sorted(rows) for name, rows in told.items()
    }
    assert sum(map(len, shown.values())) == known["counts"]["findings_total"] == 96


def test_strands_of_the_letter_are_counted_as_it_has_them(paper_of):
    rows, counts = table(paper_of(LETTER), "strands"), inventory(LETTER)["counts"]

    counted = {row[1]: (int(row[2]), int(row[3])) for row in rows}
    assert counted == {
        **{
            name: (number, counts["areas_by_theme"][name])
            for name, number in counts["strengths_by_theme"].items()
        },
        NO_STRAND: (counts["headline_strengths"], counts["headline_areas"]),
    }


def test_five_priorities_of_the_letter_are_the_action_plan(paper_of):
    rows, known = table(paper_of(LETTER), "responses"), inventory(LETTER)

    shown = [(row[0].split(": ", 1)[1], flat(row[2])) for row in sorted(rows)]
    assert shown == [(row["title"], flat(row["text"])) for row in known["actions"]]
    assert len(shown) == 5


def test_numbered_paragraphs_of_the_review_are_those_of_the_document(paper_of):
    paper, known = paper_of(REGIONAL), inventory(REGIONAL)
    shown = shown_in(paper.page)

    assert [row.number for row in shown] == list(range(1, 46))
    told = {row["number"]: row["text"] for row in known["paragraphs"]}
    told[44] += f" Reason: {known['reason']}"
    assert [(row, told[row.number]) for row in shown if not row.says(told[row.number])] == []


def test_review_asks_what_the_document_asks_and_lists_the_councils_priorities(paper_of):
    paper, known = paper_of(REGIONAL), inventory(REGIONAL)

    [asked] = known["committee_recommendations"]
    shown = {row.number: row for row in shown_in(paper.page)}
    assert asked["number"] == 44
    assert [shown[44].words, *shown[44].points][-2:] == [asked["text"], f"Reason: {known['reason']}"]
    assert shown[45].points == [row["priority"] for row in known["council_plan"]["priorities"]]
    assert len(shown[31].points) == known["counts"]["top_tips"]


def test_numbered_paragraphs_of_the_scrutineer_are_those_of_the_document(paper_of):
    paper, known = paper_of(ASSURANCE), inventory(ASSURANCE)
    shown = shown_in(paper.page)[: known["counts"]["numbered_paragraphs"]]

    assert [(row.number, row.words) for row in shown] == [
        (row["number"], flat(row["text"])) for row in known["paragraphs"]
    ]
    assert shown[1].points == [flat(text) for text in known["methodology"]["evidence"]]
    points = [flat(row["text"]) for row in known["findings"] if row["source_ref"].startswith("para 6, ")]
    assert shown[5].points == points
    assert len(points) == known["counts"]["para_6_bullets"] + known["counts"]["para_6_sub_bullets"]


def test_statement_of_assurance_is_quoted_as_the_scrutineer_gave_it(paper_of):
    paper, known = paper_of(ASSURANCE), inventory(ASSURANCE)
    said = " ".join(block["html"] for block in section(paper, "assurance")["blocks"])

    assert flat(known["assurance_statement"]["core"]).rstrip(".") in flat(
        BeautifulSoup(said, "lxml").get_text()
    )
