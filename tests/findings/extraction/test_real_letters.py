"""The real letters: every finding of them, and nothing else ticked."""

from collections import Counter
from typing import Any

import pytest

from findings.extraction.extracting import Extraction, extract
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
