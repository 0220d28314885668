"""Areas under a challenge, a worry or a request, in a gap's column, and after a sentence that only leads on."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, ticked

POINTS = "- Rotas change late\n- Carers wait for replies\n"


@pytest.mark.parametrize(
    "heading",
    [
        "My challenges to the partnership for 2031/32",
        "Our challenges for partners",
        "The scrutineer's asks of the safeguarding partners",
        "My asks",
    ],
)
def test_what_a_scrutineer_challenges_partners_to_do_is_recommended(heading):
    text = f"# Yearly report\n\n## {heading}\n\n{POINTS}"
    assert [(c.kind.value, c.theme, c.recommendation) for c in chosen(text)] == [(A, None, True)] * 2


def test_progress_on_earlier_challenges_gives_nothing():
    text = f"# Yearly report\n\n## Progress on last year's challenges to the partnership\n\n{POINTS}"
    assert read(text).candidates == ()


@pytest.mark.parametrize(
    "heading",
    ["What we would worry about", "What peers worried about", "What concerns us", "What might worry you"],
)
def test_what_reviewers_worry_about_is_an_area(heading):
    text = f"# Peer review\n\n## What we liked\n\n- Staff stay\n\n## {heading}\n\n{POINTS}"
    assert [kind for kind, _, _ in ticked(text)] == [S, A, A]


@pytest.mark.parametrize(
    "sentence",
    [
        "They asked us to improve the following:",
        "We were asked to strengthen these:",
        "The peers urged the council to pay closer attention to:",
    ],
)
def test_what_reviewers_asked_to_have_bettered_is_an_area(sentence):
    text = f"# Audit of practice\n\nThe auditors found these strengths:\n\n- Staff stay\n\n{sentence}\n\n{POINTS}"
    assert [kind for kind, _, _ in ticked(text)] == [S, A, A]


def test_what_reviewers_asked_for_in_no_such_words_is_asked_about():
    text = f"# Audit of practice\n\n## Feedback\n\nThey asked us to:\n\n{POINTS}"
    assert [(c.kind.value, c.asks_kind) for c in read(text).candidates] == [(A, True)] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The council needs to take swift and decisive action to address the following:",
        "Leaders across the partnership must now deal together with the matters below:",
    ],
)
def test_sentence_that_only_leads_on_is_no_finding(sentence):
    text = f"# Focused visit\n\n## Area for priority action\n\n{sentence}\n\n{POINTS}"
    assert ticked(text) == [(A, None, "Rotas change late"), (A, None, "Carers wait for replies")]


@pytest.mark.parametrize("column", ["Gap", "Main gap", "Key concern", "Weakness identified", "Risk"])
def test_one_strength_and_one_area_of_each_agency(column):
    text = (
        f"# Section 11 audit\n\n| Agency | Good practice | {column} | Agency's action |\n|---|---|---|---|\n"
        "| Police | Officers are trained | Reports lack the child's voice | Prompt added |\n"
        "| Probation | None noted | Checks are late | Weekly report |\n"
    )
    assert ticked(text) == [
        (S, "Police", "Officers are trained"),
        (A, "Police", "Reports lack the child's voice"),
        (A, "Probation", "Checks are late"),
    ]


def test_a_column_of_risks_beside_no_strengths_names_none():
    text = "# Plan\n\n| Action | Risk |\n|---|---|\n| Hire staff | No funding |\n"
    assert ticked(text) == []
