"""Surveys: what people like and want to change, by group and by part of their lives, with figures and quotes."""

import pytest

from findings.extraction.survey_words import survey_term
from tests.findings.extraction.helpers import A, S, read, ticked

SURVEY = """\
# Hear us: what children told us

## What children in care said

### Where I live

| I feel safe where I live | 94% |
|---|---|
| I was told about the home first | 38% (2029: 41%) |

Children said these things are good:

- carers who stay
- keeping pets

They would like these things to be better:

- hearing about a move in time

### My worker

They like it when social workers:

- answer messages

They do not like it when:

- workers leave without a word

Advisers came out top, and nearly all who wrote about theirs praised them.

## What practitioners told us

| Statement | Agree | Disagree |
|---|---|---|
| I have time for direct work | 41% | 42% |

### Main strengths

- The toolkit is used

### Main concerns

- Time is short
"""


def test_what_people_like_and_want_to_change_is_ticked():
    assert ticked(SURVEY) == [
        (S, "Where I live", "carers who stay"),
        (S, "Where I live", "keeping pets"),
        (A, "Where I live", "hearing about a move in time"),
        (S, "My worker", "answer messages"),
        (A, "My worker", "workers leave without a word"),
        (S, "What practitioners told us", "The toolkit is used"),
        (A, "What practitioners told us", "Time is short"),
    ]


def test_what_a_survey_tells_beside_is_asked_and_figures_are_not():
    asked = [(c.theme, c.text) for c in read(SURVEY).candidates if not c.selected]

    assert asked == [
        ("My worker", "Advisers came out top, and nearly all who wrote about theirs praised them.")
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Parents of disabled children value", S),
        ("Young people aged 16 to 18 were happiest about", S),
        ("Carers told us that the following are working well", S),
        ("Pupils find it hard when", A),
        ("Staff in schools said that these things need to improve", A),
        ("Care leavers asked for", A),
        ("Parents were not sure about", A),
        ("Families want workers to", A),
    ],
)
def test_line_before_a_list_says_of_which_kind_it_is(line, kind):
    text = f"# Survey\n\n## Findings\n\n{line}:\n\n- letters in plain words\n"

    assert ticked(text) == [(kind, None, "letters in plain words")]


@pytest.mark.parametrize("line", ["children were seen by", "staff training", "parents of disabled children"])
def test_other_lines_say_no_kind(line):
    assert survey_term(line) is None


def test_sentence_of_the_like_without_a_list_is_no_heading():
    text = "# Visit\n\n## Strengths\n\n- Carers stay\n\nCare leavers want to live here\n\n- Homes are near\n"

    assert [row[2] for row in ticked(text)] == ["Carers stay", "Homes are near"]


def test_costs_and_shares_under_a_heading_of_a_kind_are_no_findings():
    text = "# Review\n\n## Strengths\n\n| Visits in time | 94% |\n|---|---|\n| Plans in time | £3 a child |\n"

    assert ticked(text) == []
