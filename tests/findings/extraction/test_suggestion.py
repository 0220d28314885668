"""The kind that is suggested where a document gives none, and the words that it rests on."""

import pytest

from findings.extraction import Kind
from findings.extraction.recognition.suggestion import suggest_kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Leadership is strong and staff are well supported.", Kind.STRENGTH),
        ("Plans are inconsistent and too many lack dates.", Kind.AREA),
        ("Supervision is not effective.", Kind.AREA),
        ("There is no delay in seeing children.", Kind.STRENGTH),
        ("Carers are committed, but training is insufficient and drift remains.", Kind.AREA),
        (
            "Whilst care leavers receive a good service, the council has more work to do on housing.",
            Kind.AREA,
        ),
        ("Ensure that plans have dates.", Kind.AREA),
        ("The response to children who are missing or neglected is a strength.", Kind.STRENGTH),
    ],
)
def test_kind_is_suggested_by_the_words_of_the_text(text, kind):
    assert suggest_kind(text).kind is kind


def test_reason_shows_the_words_that_weigh_most():
    assert suggest_kind("Workers are skilled and visits are timely.").reason == (
        "“skilled”, “timely” suggest a strength"
    )
    assert suggest_kind("Recording is poor.").reason == "“poor” suggests an area for consideration"


def test_denied_word_is_shown_with_its_denial():
    assert suggest_kind("Planning is not robust.").words[0] == "not robust"


def test_text_without_a_cue_is_called_a_guess():
    suggestion = suggest_kind("The team met on Tuesdays.", otherwise=Kind.AREA)

    assert suggestion.kind is Kind.AREA
    assert suggestion.reason == (
        "no word speaks for either kind, so an area for consideration is only a guess"
    )
