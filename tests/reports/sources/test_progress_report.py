"""The progress report of 2016: paragraph by paragraph what the document has."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.reports.sources.builders import PROGRESS
from tests.reports.sources.words import flat, shown_in
from tests.sources import inventory

pytestmark = pytest.mark.django_db


@pytest.fixture
def known():
    return inventory(PROGRESS)


@pytest.fixture
def paper(paper_of):
    return paper_of(PROGRESS)


@pytest.fixture
def read(paper):
    return BeautifulSoup(paper.page, "lxml")


def section(read, heading):
    """The elements of a section, up to the next heading."""
    [start] = [element for element in read.select("h2") if element.get_text() == heading]
    found = []
    for element in start.find_next_siblings():
        if element.name == "h2":
            break
        found.append(element)
    return found


def test_numbered_paragraphs_are_those_of_the_document_in_its_order(paper, known):
    shown = shown_in(paper.page)

    assert [row.number for row in shown] == list(range(1, 50))
    assert known["counts"]["numbered_paragraphs"] == 49
    wrong = [
        (row, told)
        for row, told in zip(shown, known["paragraphs"], strict=True)
        if not row.says(told["text"])
    ]
    assert wrong == []


def test_paragraphs_stand_under_the_headings_of_the_document(read, known):
    headings = [element.get_text() for element in read.select("h2:not(.contents-heading)")]

    wanted = list(dict.fromkeys(row["section"] for row in known["paragraphs"]))
    assert [heading for heading in headings if heading in wanted] == wanted
    for heading in wanted:
        numbers = [
            int(element["id"].removeprefix("paragraph-"))
            for element in section(read, heading)
            if element.get("id", "").startswith("paragraph-")
        ]
        assert numbers == [row["number"] for row in known["paragraphs"] if row["section"] == heading]


def test_three_recommendations_refer_to_the_paragraphs_that_they_cite(read, known):
    asked = read.select("#recommendations > li")

    assert len(asked) == len(known["committee_recommendations"]) == 3
    for shown, told in zip(asked, known["committee_recommendations"], strict=True):
        cited = re.findall(r"(?<=[ -])\d+", " ".join([told["text"], *told.get("sub", ())]))
        links = shown.select("a")
        assert [link.get_text() for link in links] == cited
        assert [link["href"] for link in links] == [f"#paragraph-{number}" for number in cited]
        assert all(read.select_one(link["href"]) for link in links)
    assert read.select("mark") == []


def test_one_reason_stands_below_the_recommendations(read, known):
    assert [flat(row.get_text()) for row in read.select(".reason, .reason-of-all")] == [
        f"Reason: {known['reason']}"
    ]


def test_measures_of_checks_and_of_looked_after_children_have_their_values(paper, read, known):
    [shown] = [part for part in paper.snapshot["sections"] if part["kind"] == "measures"]
    table, *charts = shown["blocks"]
    rows = {row[0]: row[1:] for row in table["rows"]}

    numbers = {row["number"] for row in known["paragraphs"] if row["section"] == "Activity Overview"}
    cited = [
        row
        for row in known["measures"]
        if row["name"].startswith("DBS") or int(re.findall(r"\d+", row["source_ref"])[0]) in numbers
    ]
    by_name = {}
    for row in cited:
        by_name.setdefault(row["name"], []).append(row)
    assert len(rows) == len(by_name)
    for name, values in by_name.items():
        [cells] = [cells for first, cells in rows.items() if first.startswith(f"{name} (")]
        values = sorted(values, key=lambda row: row["date"] or "")
        unit = "%" if values[-1]["unit"] == "%" else ""
        assert cells[0] == f"{values[-1]['value']:,}{unit}"
        assert cells[2] == (f"{values[-2]['value']:,}{unit}" if len(values) > 1 else "–")
    drawn = {chart["title"]: chart["series"][0][1] for chart in charts}
    assert drawn == {
        name: [row["value"] for row in sorted(values, key=lambda row: row["date"])]
        for name, values in by_name.items()
        if len(values) > 1
    }
    assert len(read.select("figure.line img")) == len(drawn) == 3


def test_twelve_abbreviations_are_those_of_the_document(read, known):
    rows = read.select("table.abbreviations tbody tr")

    shown = {row.th.get_text(): row.td.get_text() for row in rows}
    assert shown == {row["abbr"]: row["meaning"] for row in known["abbreviations"]}
    assert len(rows) == 12


def test_annexes_have_their_letters_and_titles_and_the_text_refers_to_them(read, known):
    listed = [flat(row.get_text()) for row in read.select(".annexes a")]

    assert listed == [f"{row['label']}: {row['title']}" for row in known["annexes"]]
    assert [row["label"].split()[-1] for row in known["annexes"]] == ["A", "B1", "B2", "C"]
    assert [flat(one.get_text()) for one in read.select("section.annex h2")] == listed
    links = {link.get_text(): link["href"] for link in read.select(".paragraph a[href^='#annex']")}
    assert links == {"Annex A": "#annex-A", "Annex C": "#annex-C"}


def test_what_stands_around_the_text_is_that_of_the_document(read, known):
    metadata = known["metadata"]
    assert read.h1.get_text() == metadata["title"]

    lines = [
        flat(one.get_text(" "))
        for part in read.select(".contacts:not(.annexes)")
        for one in part.find_all(["h3", "p"])
    ]
    day = metadata["date_as_written"].split(" (")[0]
    assert lines == [
        "Author",
        f"{metadata['author']}, {metadata['author_role']}, {metadata['author_phone']}",
        "Chief officer responsible for the report",
        f"{metadata['chief_officer']}, {metadata['chief_officer_role']}",
        "Report approved",
        f"Yes, on {day}",
        "Specialist officers",
        "None",
        known["wards_affected"],
        known["background_papers"],
    ]
