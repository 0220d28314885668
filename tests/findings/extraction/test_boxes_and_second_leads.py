"""Boxes of one finding, sentences that only ask for better, numbered suggestions, and a second sentence on a list."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, ticked


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Area for improvement 2", A),
        ("Area for improvement", A),
        ("Cause of concern", A),
        ("Area for improvement 1: missing children", A),
        ("Promising practice", S),
        ("Innovative practice 1", S),
    ],
)
def test_box_gives_its_first_paragraph_and_what_explains_it_is_not_ticked(title, kind):
    text = (
        f"# Inspection of Elmbury Police\n\n## {title}\n\nOfficers write down what each child has said to them.\n\n"
        "We found that forty reports of the spring held no word of the child.\n\n"
        "The force has bought new notebooks since, which all patrols carry.\n\n"
        "## Strengths\n\nCalls are answered soon, and callers know who will come.\n"
    )
    assert [(found_kind, found) for found_kind, _, found in ticked(text)] == [
        (kind, "Officers write down what each child has said to them."),
        (S, "Calls are answered soon, and callers know who will come."),
    ]


def test_every_paragraph_under_a_heading_of_many_is_ticked():
    text = (
        "## Areas for improvement\n\nPlans are written late and few of them say who does what.\n\n"
        "Fathers are seldom asked what they think of the help that is given.\n"
    )
    assert len(ticked(text)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaders need to take prompt and determined steps together to improve:",
        "The partnership must act now and strengthen:",
        "The council should urgently improve:",
    ],
)
@pytest.mark.parametrize(
    "points",
    [
        (
            "Visits to babies at risk. Some were seen too late.",
            "The watch that managers keep over all plans made.",
        ),
        ("visits to babies", "managers' oversight"),
    ],
)
def test_sentence_that_only_asks_for_better_is_no_finding(sentence, points):
    listed = "".join(f"- {point}\n" for point in points)
    text = f"# Focused visit\n\n## Area for priority action\n\n{sentence}\n\n{listed}"
    assert [found for _, _, found in ticked(text)] == list(points)


@pytest.mark.parametrize(
    "title",
    [
        "Suggestions for you to consider",
        "Suggestions to think about",
        "Suggestions for consideration",
        "Suggestions (for you to consider)",
        "Our suggestions",
    ],
)
def test_numbered_suggestions_are_recommended(title):
    text = (
        "# Peer challenge\n\n## Strengths\n\n- Staff stay\n\n## Areas for development\n\n- Plans are late\n\n"
        f"## {title}\n\n1. Write one plan for each family.\n\n2. Meet the schools each term.\n"
    )
    assert [(c.kind.value, c.recommendation) for c in chosen(text)] == [
        (S, False),
        (A, False),
        (A, True),
        (A, True),
    ]


def test_suggestions_with_bullets_or_where_nothing_else_is_found_are_no_advice():
    listed = "# Survey\n\n## Strengths\n\n- Staff stay\n\n## Suggestions\n\n- More pitches\n- Later buses\n"
    alone = "# Survey\n\n## Suggestions\n\n1. More pitches\n\n2. Later buses\n"
    assert not any(c.recommendation for c in [*chosen(listed), *chosen(alone)])


def test_bullets_to_consider_beside_strengths_are_the_areas():
    text = (
        "# Peer challenge\n\n## Strengths\n\n- Staff stay\n\n## Suggestions to consider\n\n- Plans are late\n"
    )
    assert [(c.kind.value, c.recommendation) for c in chosen(text)] == [(S, False), (A, False)]


PROUD = """\
# Peer challenge of Elmbury

KLOE 1: Is help early?
======================

You can be proud of:

  * Helpers who stay with a family for years.
  * Rooms that children painted themselves.

{sentence}

  * The waiting list for the evening groups.
  * What becomes of families after the help has ended.
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "We would encourage you to look further at:",
        "The team urges the council to look more closely at:",
        "Peers encourage leaders to explore:",
    ],
)
def test_second_sentence_gives_its_own_list_the_other_kind(sentence):
    found = ticked(PROUD.format(sentence=sentence), "letter.txt")
    assert [kind for kind, _, _ in found] == [S, S, A, A]


def test_second_sentence_in_unknown_words_is_asked_about():
    found = read(PROUD.format(sentence="You told us that you were puzzled about:"), "letter.txt").candidates
    assert [(c.kind.value, c.selected) for c in found[:2]] == [(S, True), (S, True)]
    assert [(c.asks_kind, c.selected) for c in found[2:]] == [(True, False), (True, False)]


@pytest.mark.parametrize("sentence", ["In the groups:", "For example, we saw:"])
def test_line_that_only_goes_on_keeps_the_kind(sentence):
    found = ticked(PROUD.format(sentence=sentence), "letter.txt")
    assert [kind for kind, _, _ in found][:2] == [S, S]
    assert A not in [kind for kind, _, _ in found]
