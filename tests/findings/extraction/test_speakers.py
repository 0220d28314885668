"""Lists that inspectors speak: what was seen, and against it what they would like to see."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

SEEN = """Members' Panel

Feedback at the end of the visit

{first}

- Carers stay for years
- Nurses know every child

{second}

- Records of visits
- Breaks for carers
"""


@pytest.mark.parametrize(
    ("first", "strand"),
    [
        ("The inspector for Fostering said:", "Fostering"),
        ("The inspector who had tested our work on Fostering told officers:", "Our work on Fostering"),
        ("On Fostering, the lead inspector's view was that:", "Fostering"),
        ("In relation to Fostering, the team reported back that:", "Fostering"),
        ("As for Fostering, the feedback from the inspectors was as follows:", "Fostering"),
        ("The lead inspector’s impression of Fostering was that:", "Fostering"),
    ],
)
def test_speaker_names_the_strand_of_both_lists(first, strand):
    text = SEEN.format(first=first, second="but would have liked to see more of:")
    assert ticked(text, "paper.txt") == [
        (S, strand, "Carers stay for years"),
        (S, strand, "Nurses know every child"),
        (A, strand, "Records of visits"),
        (A, strand, "Breaks for carers"),
    ]


@pytest.mark.parametrize(
    "second",
    [
        "and asked us to think again about:",
        "He wanted us to do better with:",
        "She hoped for more from:",
        "The inspector also encouraged us to work on:",
        "There were two things that could be stronger:",
        "Not yet where we want to be:",
        "And areas for development:",
    ],
)
def test_line_after_the_first_list_asks(second):
    text = SEEN.format(first="The inspector for Fostering said:", second=second)
    assert [kind for kind, _, _ in ticked(text, "paper.txt")] == [S, S, A, A]


@pytest.mark.parametrize(
    "second",
    ["She thanked the following for their help:", "Members were asked to look further at:", "Present were:"],
)
def test_speaker_without_a_counterpart_leaves_a_question(second):
    text = SEEN.format(first="The inspector for Fostering said:", second=second)
    assert ticked(text, "paper.txt") == []
    asked = [c.text for c in read(text, "paper.txt").candidates if c.asks_kind]
    assert asked[:2] == ["Carers stay for years", "Nurses know every child"]


def test_speaker_without_a_counterpart_among_others_that_have_one():
    pair = "The inspector for {0} said:\n\n- {0} is calm\n\nbut wanted us to:\n\n- Write {0} down\n\n"
    alone = "The inspector for Adoption said:\n\n- Matches last\n\n"
    text = pair.format("Fostering") + pair.format("Housing") + alone
    assert ticked(text, "paper.txt")[-1] == (S, "Adoption", "Matches last")
    none = text + "- No areas for development, but keep it up\n"
    assert ticked(none, "paper.txt") == ticked(text, "paper.txt")
    one = pair.format("Fostering") + alone
    assert [c.asks_kind for c in read(one, "paper.txt").candidates] == [False, False, True]


def test_speaker_under_the_name_of_a_strand():
    pair = "## {0}\n\nInspectors told us:\n\n- {0} is calm\n\nbut wanted us to:\n\n- Write {0} down\n\n"
    text = "# Paper\n\n" + pair.format("Fostering") + pair.format("Housing")
    assert ticked(text) == [
        (S, "Fostering", "Fostering is calm"),
        (A, "Fostering", "Write Fostering down"),
        (S, "Housing", "Housing is calm"),
        (A, "Housing", "Write Housing down"),
    ]


def test_areas_that_the_action_plan_takes_up_are_areas():
    text = (
        "The letter names two areas for development, which make up our action plan:\n\n- Records\n- Breaks\n"
    )
    assert ticked(text) == [(A, None, "Records"), (A, None, "Breaks")]
    plan = "We have agreed an action plan for the areas for development, which has two parts:\n\n- Records\n"
    assert ticked(plan) == []


def test_point_of_a_speaker_torn_by_a_page():
    head = "Northam Council – Scrutiny – 3 May 2024"
    text = (
        f"{head}\n\nThe inspector for Fostering said:\n\n• Carers stay for years and are\n\n"
        f"                    Page 1 of 3\n{head}\n\n  visited in the evening.\n\n"
        "but asked us to improve:\n\n• Records\n\n"
        f"                    Page 2 of 3\n{head}\n\nThe end.\n"
    )
    assert ticked(text, "paper.txt") == [
        (S, "Fostering", "Carers stay for years and are visited in the evening."),
        (A, "Fostering", "Records"),
    ]
