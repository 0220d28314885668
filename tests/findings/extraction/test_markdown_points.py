"""Bullets, paragraphs and introductory sentences in Markdown."""

from tests.findings.extraction.helpers import A, S, chosen, read, references, ticked


def test_sub_bullets_stay_with_their_parent():
    text = """\
## Areas for improvement

- Make plans shorter:
  - one page for families
  - one page for schools
- Answer letters
"""
    assert [c.text for c in chosen(text)] == [
        "Make plans shorter:\n- one page for families\n- one page for schools",
        "Answer letters",
    ]


def test_paragraphs_under_a_heading_of_a_kind_are_findings():
    text = """\
## Strengths

Leaders know their staff by name and it shows.

Schools trust the front door.

## Areas for development

Case notes are uneven across the teams.

Yours sincerely

Lead reviewer
"""
    assert ticked(text) == [
        (S, None, "Leaders know their staff by name and it shows."),
        (S, None, "Schools trust the front door."),
        (A, None, "Case notes are uneven across the teams."),
    ]
    assert references(text)[0] == "Strengths, paragraph 1"


def test_introductory_sentence_gives_the_kind_of_the_list_after_it():
    text = """\
## Early help

The team noted the following good practice:

- Hubs open late

We suggest these areas for further consideration:

- Weekend cover

## Fostering

The team noted the following good practice:

- Carers meet monthly
"""
    assert ticked(text) == [
        (S, "Early help", "Hubs open late"),
        (A, "Early help", "Weekend cover"),
        (S, "Fostering", "Carers meet monthly"),
    ]
    assert references(text)[0] == "Early help (good practice), bullet 1"


def test_introductory_sentence_of_agreed_priorities_ends_the_findings():
    text = """\
## Areas for consideration

- Chronologies

At the workshop you agreed the following priorities:

- Train every team

### 1. Training

Everyone will be trained.
"""
    assert ticked(text) == [(A, None, "Chronologies")]
    assert len(read(text).candidates) == 1
