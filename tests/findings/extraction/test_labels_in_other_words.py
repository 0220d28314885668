"""Labels in an office's own words, labels that are run together, and findings that no label tells apart."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


def test_unknown_label_that_repeats_beside_a_known_one_is_asked_about():
    text = "# Review\n\n" + "".join(
        f"## {strand}\n\n**Strengths**\n\n- {strand} is calm\n\n**Next level**\n\n- {strand} varies\n\n"
        for strand in ("Front door", "Court work")
    )
    assert ticked(text) == [(S, "Front door", "Front door is calm"), (S, "Court work", "Court work is calm")]
    asked = [(c.kind.value, c.theme, c.text) for c in read(text).candidates if c.asks_kind]
    assert asked == [(A, "Front door", "Front door varies"), (A, "Court work", "Court work varies")]


def test_unknown_label_that_stands_once_is_not():
    text = "# Review\n\n## Door\n\n**Strengths**\n\n- All is calm\n\n**Rota**\n\n- Mondays\n"
    assert [c.text for c in read(text).candidates] == ["All is calm"]


def test_label_whose_words_lean_the_other_way_is_asked_about_though_it_stands_once():
    text = "# Review\n\n## Strengths\n\n- All is calm\n\n## The council is too slow with\n\n- letters\n"
    assert [(c.kind.value, c.asks_kind, c.text) for c in read(text).candidates] == [
        (S, False, "All is calm"),
        (A, True, "letters"),
    ]


def test_labels_run_together_in_one_paragraph():
    text = (
        "# Audit\n\n## Leadership\n\nStrengths: governors visit. Areas for development: one post is empty.\n"
    )
    assert ticked(text) == [(S, "Leadership", "governors visit."), (A, "Leadership", "one post is empty.")]


def test_numbered_challenge_of_a_scrutineer():
    text = (
        "# Scrutineer's annual report\n\n## Assurance and challenge\n\n"
        "**Challenge 1:** Schools have no seat on the executive.\n\n**Challenge 2:** Audits have slipped.\n"
    )
    assert [(kind, text) for kind, _, text in ticked(text)] == [
        (A, "Schools have no seat on the executive."),
        (A, "Audits have slipped."),
    ]


def test_running_text_under_numbered_parts_of_the_feedback_is_asked_about():
    text = (
        "Peer challenge of Elmbury\n\nFeedback\n\n6.1 Local priorities\n\nThe council knows its place.\n\n"
        "6.2 Leadership\n\nThe leader is often seen in the teams.\n\nNext steps\n\nThe council will reply.\n"
    )
    assert [(c.asks_kind, c.theme, c.text) for c in read(text, "report.txt").candidates] == [
        (True, "Local priorities", "The council knows its place."),
        (True, "Leadership", "The leader is often seen in the teams."),
    ]


def test_a_label_may_end_with_a_full_stop():
    text = """\
## Front door

**Strengths.** Decisions are quick. Partners attend.

**Areas to consider.** Feedback to referrers is patchy.
"""
    assert ticked(text) == [
        ("strength", "Front door", "Decisions are quick. Partners attend."),
        ("area_for_consideration", "Front door", "Feedback to referrers is patchy."),
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Things done well", S),
        ("What you said works", S),
        ("What you said doesn't work", A),
        ("You might also", A),
        ("To improve", A),
        ("We wondered", A),
        ("It would help if", A),
        ("What I would challenge", A),
        ("Further evidence required", A),
        ("Good evidence of", S),
        ("One thing I would change", A),
        ("Panel noted as strong", S),
    ],
)
def test_label_in_plain_words(label, kind):
    assert ticked(f"# Feedback\n\n## Homes\n\n**{label}:**\n\n- the rota of the night team\n") == [
        (kind, "Homes", "the rota of the night team")
    ]


def test_strand_with_a_single_label_in_a_document_that_labels_several():
    text = """\
# Review

## Homes

**Strengths:** Staff stay for years.

**Areas for consideration:** Rooms are small.

## Schools

**Strengths:** Heads are at each meeting.
"""
    plain = text.replace("#", "").replace("*", "")

    assert ticked(text)[2:] == [(S, "Schools", "Heads are at each meeting.")]
    assert [words for _, _, words in ticked(plain, "a.txt")][2:] == ["Heads are at each meeting."]


def test_single_label_of_a_document_may_stand_there_by_chance():
    assert read("# Review\n\n## Schools\n\nStrengths: Heads are at each meeting.\n").candidates == ()


def test_single_labels_of_two_sections_may_stand_there_by_chance():
    text = """\
# Report of the Director

## Background

Good practice: staff keep to the guide that came in 2022.

## Money

Recommendation: none arise that are not in the budget.
"""
    assert [words for _, _, words in ticked(text)] == []
