"""Numbered paragraphs of a committee's paper with one clear verdict, and points that speak against their list."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

PAPER = """\
# Half-yearly report

Report of the Director

Wards affected: all

## 1. Purpose

1.1 This report tells the Committee about safeguarding.

## 2. {title}

2.1 In May managers read 20 files.

2.2 {paragraph}

## 3. Implications

3.1 Legal advice is not always needed.
"""


def offered(paragraph: str, title: str = "Dip sample") -> list[tuple[str, str, bool]]:
    """What is offered of a paper with one paragraph that tells something."""
    text = PAPER.format(paragraph=paragraph, title=title)
    return [(each.kind.value, each.text, each.selected) for each in read(text).candidates]


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Recording of visits was variable. Some visits were late.", A),
        ("Direct work with children is very strong.", S),
        ("The audits also showed that plans are not consistently clear.", A),
        ("Auditors found that children are being seen more often and that families are heard.", S),
        ("It was harder to find evidence of purposeful plans.", A),
        ("What they saw was encouraging and creative.", S),
    ],
)
def test_one_clear_verdict_is_asked_about(paragraph, kind):
    assert offered(paragraph) == [(kind, paragraph, False)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The service will appoint two managers, because recording is weak.",
        "Timeliness is poor at 61%.",
        "Visits are strong, but recording is weak.",
        "Twenty files were read by two managers.",
    ],
)
def test_plans_figures_and_both_at_once_are_not(paragraph):
    assert offered(paragraph) == []


def test_nor_is_what_has_been_done_since_a_review():
    assert offered("Supervision was inconsistent.", "Progress since the inspection") == []


def test_reviewers_are_known_by_more_than_their_name():
    paragraph = "The regional peer team, which came in June, commended the hub."
    assert offered(paragraph) == [(S, paragraph, True)]


def test_a_point_that_finds_fault_among_points_before_what_is_wanted_is_asked_about():
    text = """\
# Report

Inspectors told us that:

- staff know children well
- too few plans are finished in time

The letter set out two things that need to get better:

- supervision
"""
    found = {each.text: (each.kind, each.selected) for each in read(text).candidates}
    assert found == {
        "staff know children well": (S, True),
        "too few plans are finished in time": (A, False),
        "supervision": (A, True),
    }


def test_a_scrutineer_names_the_strongest_and_the_weakest_part():
    text = """\
# Independent scrutineer's annual report

## What I have seen

Training is one of the strongest parts of the partnership's work. All agencies take part.

Links with faith groups are the weakest part of its work.

I found several challenges for partners to tackle:

- Transitions at eighteen
"""
    assert [(kind, words.split()[0]) for kind, _, words in ticked(text)] == [
        (S, "Training"),
        (A, "Links"),
        (A, "Transitions"),
    ]


def test_children_in_need_need_nothing():
    assert offered("The Child in Need Service held an event, and everyone's needs were met.") == []
