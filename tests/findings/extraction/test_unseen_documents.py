"""Documents written and labelled without knowledge of the reading, from which nothing is ever learnt.

Where several findings stand in one candidate it counts for each; what the labels call unclear may be ticked.
"""

import json
import re
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import pytest

from findings.extraction.extracting import extract
from findings.extraction.recognition.candidates import Candidate
from findings.extraction.text import fold

FOLDER = Path(__file__).parent / "unseen"
DOCUMENTS = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")
RIGHT_KINDS = 0.9
MOST_OTHERS = 0.15
ALIKE = 0.85
FEWEST_LETTERS = 15
MARKS = re.compile(r"[*_`#>|]")


@cache
def candidates_of(document: Path) -> tuple[tuple[str, Candidate], ...]:
    found = extract(document.read_bytes(), filename=document.name).candidates
    return tuple((plain(each.text), each) for each in found)


@cache
def labels_of(document: Path) -> tuple[list[tuple[str, str]], list[str]]:
    """The findings, each with its kind, and what may be one."""
    labels = json.loads(document.with_suffix(".json").read_text(encoding="utf-8"))
    return [(plain(each["text"]), each["kind"]) for each in labels["findings"]], [
        plain(each) for each in labels["unclear"]
    ]


def plain(text: str) -> str:
    return fold(MARKS.sub("", text)).strip(" .;:,")


def is_same(first: str, second: str) -> bool:
    within = (len(first) > FEWEST_LETTERS and first in second) or (
        len(second) > FEWEST_LETTERS and second in first
    )
    return first == second or within or is_alike(SequenceMatcher(None, first, second))


def is_alike(pair: SequenceMatcher[str]) -> bool:
    """Tell whether two texts are much the same; the quick ratios are never less than the one that counts."""
    return all(ratio() >= ALIKE for ratio in (pair.real_quick_ratio, pair.quick_ratio, pair.ratio))


def kind_found(document: Path, finding: str) -> str:
    """The kind of the candidate that is most like a finding; empty where none is like it."""
    alike = [(text, each) for text, each in candidates_of(document) if is_same(text, finding)]
    if not alike:
        return ""
    best = max(alike, key=lambda pair: SequenceMatcher(None, pair[0], finding).ratio())
    return best[1].kind.value.partition("_")[0]


def test_nine_findings_in_ten_come_out_with_the_right_kind():
    listed = [(document, *label) for document in DOCUMENTS for label in labels_of(document)[0]]
    right = [each for each in listed if kind_found(each[0], each[1]) == each[2]]

    assert len(listed) == 491
    assert len(right) >= RIGHT_KINDS * len(listed), f"{len(right)} of {len(listed)}"


def test_what_the_documents_label_is_ticked():
    assert sum(each.selected for document in DOCUMENTS for _, each in candidates_of(document)) == 171


def test_few_that_are_no_findings_are_offered():
    offered = [(document, text) for document in DOCUMENTS for text, _ in candidates_of(document)]
    labelled = {
        document: [text for text, _ in labels_of(document)[0]] + labels_of(document)[1]
        for document in DOCUMENTS
    }
    others = [
        text for document, text in offered if not any(is_same(text, each) for each in labelled[document])
    ]

    assert len(others) <= MOST_OTHERS * len(offered), others


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_nothing_that_is_no_finding_is_ticked(document):
    findings, unclear = labels_of(document)
    labelled = [text for text, _ in findings] + unclear
    ticked = [text for text, each in candidates_of(document) if each.selected]

    assert [text for text in ticked if not any(is_same(text, label) for label in labelled)] == []
