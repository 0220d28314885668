"""The kind that is suggested where a document gives none, and the words that it rests on."""

import pytest

from findings.extraction.recognition.suggestion import suggest_kind
from findings.extraction.vocabulary import Kind


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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mentors are trusted and the rota works well.", Kind.STRENGTH),
        ("We read ten and could not fault the minutes.", Kind.STRENGTH),
        ("Staff could explain what the new form is for.", Kind.STRENGTH),
        ("Waits for a first appointment have fallen.", Kind.STRENGTH),
        ("Letters are seldom answered and the register is thin.", Kind.AREA),
        ("Staff could not say what the new form is for.", Kind.AREA),
        ("Much depends on which office takes the call.", Kind.AREA),
        ("Managers should make sure that letters are clear, timely and kind.", Kind.AREA),
        ("The quality of minutes in the north, so that they are clear and accurate.", Kind.AREA),
        ("Mentors help children when they need to talk.", Kind.STRENGTH),
        ("No children were seen to be at risk of harm.", Kind.STRENGTH),
        ("The unit tracks offenders well, and has tackled most of the weaknesses.", Kind.STRENGTH),
        ("Staff share a conviction that every child should be heard.", Kind.STRENGTH),
        ("Letters are sent when they should be, and none were unsuitable.", Kind.STRENGTH),
        ("However, the number of letters in the south is high.", Kind.AREA),
        ("The source of the figures could not be traced.", Kind.AREA),
        ("There was little use of the register once a plan was made.", Kind.AREA),
        ("Some letters are not sent, and parents had waited for them.", Kind.AREA),
    ],
)
def test_everyday_words_speak_too(text, kind):
    suggestion = suggest_kind(text)

    assert suggestion.kind is kind
    assert suggestion.words


def test_what_was_said_before_weighs_where_the_words_do_not():
    suggestion = suggest_kind("The rota is on the wall.", otherwise=Kind.AREA, leaning=1.0)

    assert (suggestion.kind, suggestion.reason) == (
        Kind.AREA,
        "its place suggests an area for consideration",
    )
    assert (
        suggest_kind("The rota is excellent and clear.", otherwise=Kind.AREA, leaning=1.0).kind
        is Kind.STRENGTH
    )
