"""The update of 2017: what the inspection found by strand, the plan that answers it, what the committee is asked."""

import re
from collections import defaultdict

import pytest
from bs4 import BeautifulSoup

from tests.reports.sources.builders import UPDATE
from tests.reports.sources.words import bare, flat, shown_in
from tests.sources import inventory, require_source

pytestmark = pytest.mark.django_db
QUOTED = re.compile(r"^(Strength|Area for consideration): “(.*)”$")
LABEL = re.compile(r"^(?:\d\.|[a-f]\))\s*")
KINDS = {"strength": "Strength", "area_for_consideration": "Area for consideration"}


@pytest.fixture
def known():
    return inventory(UPDATE)


@pytest.fixture
def paper(paper_of):
    return paper_of(UPDATE)


@pytest.fixture
def read(paper):
    return BeautifulSoup(paper.page, "lxml")


def blocks(paper, kind, of):
    """The blocks of one type in the section of a kind."""
    [section] = [part for part in paper.snapshot["sections"] if part["kind"] == kind]
    return [block for block in section["blocks"] if block["type"] == of]


def strands_in(paper, known):
    """What the page quotes under each strand, with its kind."""
    numbers = {block["number"] for block in blocks(paper, "strands", "paragraph")}
    found = {}
    for row in shown_in(paper.page):
        if row.number in numbers:
            name = next(
                name for name in {f["theme"] for f in known["findings"]} if row.words.startswith(name)
            )
            found[name] = [QUOTED.match(point).groups() for point in row.points]
    return found


def test_strengths_and_areas_stand_word_for_word_under_their_strands(paper, known):
    told = defaultdict(list)
    for row in known["findings"]:
        told[row["theme"]].append((KINDS[row["kind"]], flat(row["text"]).rstrip(".")))

    assert strands_in(paper, known) == dict(told)


def test_strands_are_counted_as_the_document_has_them(paper, known):
    [table] = blocks(paper, "strands", "table")

    counted = {row[1]: {"strengths": int(row[2]), "areas": int(row[3])} for row in table["rows"]}
    by_theme = known["counts"]["by_theme"]
    assert {name: counted[name] for name in by_theme} == by_theme
    assert sum(row["strengths"] for row in by_theme.values()) == 61
    assert sum(row["areas"] for row in by_theme.values()) == 12


def test_benchmark_is_drawn_and_told_with_the_numbers_of_the_document(paper, read, known):
    [chart], [table] = blocks(paper, "benchmark", "chart"), blocks(paper, "benchmark", "table")
    [told] = blocks(paper, "benchmark", "paragraph")

    grades = {
        row["name"]: row["value"] for row in known["measures"] if row["name"].startswith("SIF overall ")
    }
    names = [name.removeprefix("SIF overall ") for name in grades]
    assert list(grades.values()) == [2, 39, 63, 35]
    assert chart["series"] == [["local authorities", [2, 39, 63, 35]]]
    assert [label.split(" (")[0] for label in chart["labels"]] == names
    assert [(row[0].split(" (")[0], row[1]) for row in table["rows"]] == [
        (name, str(value)) for name, value in zip(names, grades.values(), strict=True)
    ]
    assert "Of 139 local authorities" in told["html"]
    assert [figure["alt"].split(".")[0] for figure in read.select("figure.bars img")] == [chart["title"]]


def test_appendix_of_the_document_is_the_annex(read, known):
    [row] = known["annexes"]

    assert [flat(one.get_text()) for one in read.select("section.annex h2")] == [f"Annex A: {row['title']}"]


def test_judgement_is_the_one_that_the_inspection_gave(paper, known):
    [table] = blocks(paper, "judgements", "table")

    [judged] = known["judgements"]
    [row] = table["rows"]
    assert judged["grade"] in row
    assert judged["framework"] in " ".join(row)


def test_action_plan_has_every_action(paper, known):
    _, plan = blocks(paper, "responses", "table")

    shown = [row[0].split(": ", 1)[1] for row in plan["rows"]]
    assert sorted(shown) == sorted(row["text"] for row in known["actions"])
    assert len(shown) == 13
    assert all(row[1].startswith("F-2017-") for row in plan["rows"])


def test_table_of_the_document_has_its_eight_rows(read, known):
    [table] = [one for one in read.select("table") if one.th.get_text() == "Detail"]

    rows = [(row.th.get_text(), row.td.get_text("\n").split("\n")) for row in table.select("tbody tr")]
    told = defaultdict(list)
    for row in known["actions"]:
        told[row["detail"]].append(row["text"])
    assert rows == list(told.items())
    assert len(rows) == 8


def test_recommendations_have_the_reason(paper, known):
    [asked] = [row for row in shown_in(paper.page) if row.words == "Members are invited to:"]

    assert asked.points == [
        *(row["text"] for row in known["committee_recommendations"]),
        f"Reason: {known['reason']}",
    ]


def test_seven_abbreviations_are_those_of_the_document(read, known):
    rows = read.select("table.abbreviations tbody tr")

    shown = [(row.th.get_text(), row.td.get_text()) for row in rows]
    assert shown == [(row["abbr"], row["meaning"]) for row in known["abbreviations"]]
    assert len(shown) == 7


def test_measures_of_checks_have_their_values(paper, known):
    [table] = blocks(paper, "measures", "table")

    shown = {row[0].split(" (")[0]: row[1] for row in table["rows"]}
    told = {row["name"]: row for row in known["measures"] if row["name"].startswith("DBS")}
    assert shown == {
        name.split(" (")[0]: f"{row['value']:,}{'%' if row['unit'] == '%' else ''}"
        for name, row in told.items()
    }


def test_prose_of_the_document_stands_in_the_report(read, known):
    lines = require_source(UPDATE).read_text(encoding="utf-8").splitlines()
    said = bare(read.get_text())

    missing = [line for line in prose_of(lines, known) if bare(LABEL.sub("", line)) not in said]
    assert missing == []


def prose_of(lines, known):
    """The lines that are no finding, and lead up to none, and are no part of a figure, a table or a list at the end."""
    findings = {number for row in known["findings"] for number in row["source_lines"]}
    figures = {row["as_written"] for row in known["measures"] if row["name"].startswith("SIF overall")}
    table_from = next(place for place, line in enumerate(lines) if "Fig 2." in line)
    table_to = next(place for place, line in enumerate(lines) if place > table_from and LABEL.match(line))
    for place, line in enumerate(lines):
        below = next((number for number in range(place + 2, len(lines)) if lines[number - 1].strip()), 0)
        is_told = place + 1 in findings or below in findings or line.strip() in {*figures, "Fig. 1", "d)"}
        if line.strip().endswith("Abbreviations"):
            return
        if not is_told and not table_from <= place < table_to:
            yield line.strip(" \uf0b7")
