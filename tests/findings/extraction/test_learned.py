"""What is learnt from labelled sentences, and what stands in the file of weights."""

from hashlib import sha256

import pytest

from findings.extraction.learned import likeness_of
from findings.extraction.learned.features import features_of
from findings.extraction.learned.likeness import WEIGHTS
from findings.extraction.vocabulary import Kind

EXAMPLES = WEIGHTS.with_name("examples.tsv")
FEWEST_RIGHT = 0.95


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
    assert likeness_of(text).finding > 0.8
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


def test_weights_were_learnt_from_the_examples_that_stand_beside_them():
    first = WEIGHTS.read_text(encoding="utf-8").partition("\n")[0]

    assert first == f"# {sha256(EXAMPLES.read_bytes()).hexdigest()}", "run make learn"


def test_examples_are_told_apart():
    rows = [line.split("\t") for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    right = 0
    for label, text in rows:
        likeness = likeness_of(text)
        right += max(("strength", "area", "neither"), key=lambda each: getattr(likeness, each)) == label

    assert {label for label, _ in rows} == {"strength", "area", "neither"}
    assert right >= FEWEST_RIGHT * len(rows), f"{right} of {len(rows)}"
