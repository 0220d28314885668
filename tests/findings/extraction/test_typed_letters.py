"""Points that a paper types as paragraphs with letters, under a numbered paragraph or a plain one."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


@pytest.mark.parametrize("mark", ["a)", "(a)"])
def test_points_by_letters(mark):
    marks = [mark.replace("a", letter) for letter in "abc"]
    text = (
        f"# Outcome of the peer review\n\nThe team named these strengths:\n\n{marks[0]} the lead member is curious;\n\n"
        f"{marks[1]} managers know the cases; and\n\n{marks[2]} families are listened to.\n\n"
        f"It named these areas for improvement:\n\n{marks[0]} plans are long;\n\n{marks[1]} dates slip.\n"
    )
    assert [(kind, point) for kind, _, point in ticked(text)] == [
        (S, "the lead member is curious;"),
        (S, "managers know the cases; and"),
        (S, "families are listened to."),
        (A, "plans are long;"),
        (A, "dates slip."),
    ]


def test_numbered_paragraph_that_reports_reviewers_is_asked_about():
    text = (
        "# Outcome\n\n## Purpose\n\n1. The review took place in May and lasted for four days.\n\n"
        "## The visit\n\n2. The team were impressed by the way in which staff speak of children.\n\n"
        "## What comes of it\n\n3. The report will go to the board in the autumn with a plan beside it.\n\n"
        "4. The board meets in September in the town hall and the meeting is open to all.\n\n"
        "5. The plan will be published after that, once the partners have seen it as well.\n"
    )
    assert [(c.asks_kind, c.text) for c in read(text).candidates] == [
        (True, "The team were impressed by the way in which staff speak of children.")
    ]
