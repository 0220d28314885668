"""What is learnt from labelled sentences, and what stands in the file of weights."""

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from findings.extraction.learned import likeness_of
from findings.extraction.learned.features import features_of
from findings.extraction.learned.likeness import WEIGHTS
from findings.extraction.text import fold
from findings.extraction.vocabulary import Kind
from scripts.paths import ROOT

EXAMPLES = WEIGHTS.with_name("examples.tsv")
SOURCES = (EXAMPLES, WEIGHTS.with_name("features.py"), ROOT / "scripts" / "learn.py")
UNSEEN = Path(__file__).parent / "unseen"
FEWEST_RIGHT = 0.95
SHARED_RUN = 10


def rows() -> list[list[str]]:
    return [line.split("\t") for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", fold(text))


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + SHARED_RUN]) for at in range(len(said) - SHARED_RUN + 1)}


def test_features_are_runs_of_up_to_three_words_in_which_numbers_are_alike():
    assert features_of("Visits rose by 12%") == {
        *("visits", "rose", "by", "0%", "^ visits", "visits rose", "rose by", "by 0%", "0% $"),
        *("^ visits rose", "visits rose by", "rose by 0%", "by 0% $"),
    }
    assert {"in 0000", "0 visits"} <= features_of("In 2019, 1,204 visits")


@pytest.mark.parametrize("text", ["", "…", "zzz", "Visits are prompt. " * 1000])
def test_likeness_is_three_shares_of_one_for_any_text(text):
    likeness = likeness_of(text)

    assert likeness.strength + likeness.area + likeness.neither == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Social workers know the children on their lists well and see them often.", Kind.STRENGTH),
        ("Managers do not check whether plans are carried out.", Kind.AREA),
        ("Review the membership of the board and set out what it is for.", Kind.AREA),
    ],
)
def test_sentences_are_like_findings_of_their_kind(text, kind):
    assert likeness_of(text).finding_share > 0.8
    assert likeness_of(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "The team spoke with 24 members of staff over three days.",
        "A further visit will take place in the autumn.",
    ],
)
def test_what_tells_of_the_visit_is_like_no_finding(text):
    assert likeness_of(text).neither > 0.8


def test_weights_were_learnt_from_these_examples_in_this_way():
    first = WEIGHTS.read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"# {sha256(b''.join(each.read_bytes() for each in SOURCES)).hexdigest()}", (
        "run make learn"
    )


def test_every_example_has_one_label():
    texts = Counter(fold(text) for _, text in rows())

    assert [text for text, count in texts.items() if count > 1] == []


def test_nothing_is_learnt_from_the_documents_that_stay_unseen():
    labels = [json.loads(path.read_text(encoding="utf-8")) for path in UNSEEN.glob("*.json")]
    texts = [text for each in labels for text in [*(f["text"] for f in each["findings"]), *each["unclear"]]]
    whole, parts = {" ".join(words(text)) for text in texts}, set().union(*map(runs, texts))

    assert [text for _, text in rows() if " ".join(words(text)) in whole or runs(text) & parts] == []


def test_examples_are_told_apart():
    right = 0
    for label, text in rows():
        likeness = likeness_of(text)
        right += max(("strength", "area", "neither"), key=lambda each: getattr(likeness, each)) == label

    assert {label for label, _ in rows()} == {"strength", "area", "neither"}
    assert right >= FEWEST_RIGHT * len(rows()), f"{right} of {len(rows())}"
