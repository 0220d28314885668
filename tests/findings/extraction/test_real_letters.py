"""The real letters: every finding of them, and nothing else ticked."""

from collections import Counter
from typing import Any

import pytest

from findings.extraction import Extraction, extract
from tests.sources import inventory, require_source

LETTER = "2011-04-peer-review-letter.md"
KEYS = ("kind", "theme", "headline", "text", "source_ref", "also_relates_to")


@pytest.fixture(scope="module")
def letter() -> Extraction:
    path = require_source(LETTER)
    return extract(path.read_bytes(), filename=path.name)


@pytest.fixture(scope="module")
def counted() -> dict[str, Any]:
    return inventory(LETTER)


def plain(finding: dict[str, Any]) -> dict[str, Any]:
    return {key: " ".join(finding[key].split()) if key == "text" else finding[key] for key in KEYS}


def test_peer_review_letter_gives_exactly_its_findings_in_order(letter, counted):
    found = [plain(candidate.as_dict()) for candidate in letter.candidates]

    assert found == [plain(finding) for finding in counted["findings"]]


def test_peer_review_letter_has_every_finding_ticked(letter):
    assert [candidate.selected for candidate in letter.candidates] == [True] * 96


def test_peer_review_letter_counts_by_kind_headline_and_theme(letter, counted):
    kinds = Counter(candidate.kind.value for candidate in letter.candidates)
    headlines = Counter(candidate.kind.value for candidate in letter.candidates if candidate.headline)
    themes = Counter(
        (candidate.kind.value, candidate.theme) for candidate in letter.candidates if candidate.theme
    )

    assert kinds == {"strength": 49, "area_for_consideration": 47}
    assert headlines == {"strength": 8, "area_for_consideration": 5}
    assert themes == {
        ("strength", theme): n for theme, n in counted["counts"]["strengths_by_theme"].items()
    } | {("area_for_consideration", theme): n for theme, n in counted["counts"]["areas_by_theme"].items()}


def test_peer_review_letter_joins_what_page_breaks_split(letter, counted):
    split = [list(c.lines) for c in letter.candidates if c.split_across_pages]

    assert split == [f["source_lines"] for f in counted["findings"] if f["split_across_pages"]]
    assert len(split) == 8


def test_peer_review_letter_keeps_the_source_lines_of_every_finding(letter, counted):
    assert [list(c.lines) for c in letter.candidates] == [f["source_lines"] for f in counted["findings"]]


def test_peer_review_letter_names_its_strands(letter, counted):
    assert list(letter.strands) == counted["scope"]["themes"]


def test_committee_report_without_findings_gives_none():
    path = require_source("2016-01-bi-annual-progress-report.md")

    assert extract(path.read_bytes(), filename=path.name).candidates == ()


@pytest.mark.parametrize(
    "name", ["2020-02-regional-peer-review-report.md", "2022-07-scrutineer-assurance-report.md"]
)
def test_report_that_labels_no_kind_has_nothing_ticked(name):
    path = require_source(name)

    assert [c.text for c in extract(path.read_bytes(), filename=path.name).candidates if c.selected] == []


def test_flattened_report_ticks_only_findings_of_its_inspection():
    path = require_source("2017-09-bi-annual-update.txt")
    known = {(f["kind"], f["theme"], " ".join(f["text"].split())) for f in inventory(path.name)["findings"]}

    selected = [c for c in extract(path.read_bytes(), filename=path.name).candidates if c.selected]

    assert [c.text for c in selected if (c.kind.value, c.theme, " ".join(c.text.split())) not in known] == []
    assert len(selected) == 72
