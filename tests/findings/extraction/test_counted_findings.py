"""Findings that stand in headings which count them, and quotes under the views of a group."""

from tests.findings.extraction.helpers import A, S, read, ticked

STATED = """\
# Thematic review

## What I found

{told}

### Finding 1: Nurses notice early that a child is hungry

In eight cases it was the nurse.

### Finding 2: Fathers are absent from the work

Two had been seen.

### Finding 3: Hope goes untested

Small gains were reported as large ones.

## Recommendations

1. Ask fathers what they can do.
"""


def test_kinds_are_those_that_the_sentence_before_counts():
    told = "There are three. The first one is about what goes well; the other two are about what needs to improve."

    assert ticked(STATED.format(told=told))[:3] == [
        (S, None, "Nurses notice early that a child is hungry"),
        (A, None, "Fathers are absent from the work"),
        (A, None, "Hope goes untested"),
    ]


def test_kinds_are_asked_where_no_sentence_counts_them_all():
    for told in (
        "There are three.",
        "The first one is a strength.",
        "The first two are strengths and concerns.",
    ):
        found = read(STATED.format(told=told)).candidates
        asked = [c.text for c in found if c.asks_kind]

        assert [c.text for c in found if c.selected] == ["Ask fathers what they can do."]
        assert {"Fathers are absent from the work", "Hope goes untested"} <= set(asked)


def test_counted_topics_stay_headings_of_strands():
    text = """\
# Review

## Finding 1: Governance

### Strengths

- The board asks

## Finding 2: Training

### Strengths

- All go
"""
    assert [row[::2] for row in ticked(text)] == [(S, "The board asks"), (S, "All go")]
    assert [row[1] for row in ticked(text)] == ["Finding 1: Governance", "Finding 2: Training"]


def test_quotes_in_a_list_are_asked_under_the_views_of_those_who_spoke():
    text = """\
# Review

## The views of children and parents

They asked me to pass on the following:

- “Ask me on my own.”
- “The breakfast club was the best thing.”
"""
    found = read(text).candidates

    assert [(c.theme, c.asks_kind, c.text) for c in found] == [
        ("The views of children and parents", True, "“Ask me on my own.”"),
        ("The views of children and parents", True, "“The breakfast club was the best thing.”"),
    ]
