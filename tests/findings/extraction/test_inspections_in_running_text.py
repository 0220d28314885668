"""Inspections that tell in running paragraphs what practice is like, and headings that say it themselves."""

from tests.findings.extraction.helpers import A, S, read, ticked

REPORT = """\
# Inspection of Norbeck local authority children's services

Lead inspector: one of His Majesty's Inspectors

## What needs to improve?

- The timeliness of reviews.

## The experiences and progress of children in care: good

1. Children live with carers who know them well, and visits are purposeful.

2. Too many plans are written late, and families seldom see them at all.

3. In the year before the visit 212 children lived in the county.

4. The visit was carried out by six inspectors in good time.

## Information about this inspection

5. Practice was excellent in all that we read.
"""
POLICE = """\
# Borshire Constabulary: child protection inspection

## 1. Working with partners

### Officers share what they know with schools

Each station sends a list to every head teacher by nine in the morning.

### Files from other forces wait in a queue

The oldest of those that we opened had come in March.

**Area for improvement**

The force should clear the queue.

## 2. Children who need protection from harm

Sergeants meet on Mondays.
"""


def asked(text: str) -> list[tuple[str, str | None, str]]:
    return [(c.kind.value, c.theme, c.text) for c in read(text).candidates if c.asks_kind]


def test_paragraphs_that_praise_or_find_fault_are_asked_about():
    strand = "The experiences and progress of children in care"
    assert asked(REPORT) == [
        (S, strand, "Children live with carers who know them well, and visits are purposeful."),
        (A, strand, "Too many plans are written late, and families seldom see them at all."),
    ]
    assert ticked(REPORT) == [(A, None, "The timeliness of reviews.")]


def test_a_review_by_peers_is_no_inspection():
    assert asked(REPORT.replace("Lead inspector", "Peer review. Lead inspector")) == []


def test_a_heading_that_says_what_was_found_suggests_the_kind():
    assert asked(POLICE) == [
        (
            S,
            "Working with partners",
            "Each station sends a list to every head teacher by nine in the morning.",
        ),
        (A, "Working with partners", "The oldest of those that we opened had come in March."),
    ]


def test_such_a_heading_names_no_strand():
    assert ticked(POLICE) == [(A, "Working with partners", "The force should clear the queue.")]


def test_what_inspectors_say_they_were_pleased_or_concerned_about_suggests_the_kind():
    text = (
        "# Joint targeted area inspection of Norbeck\n\n## The front door\n\n"
        "We were pleased to find that calls are answered at once by people who listen.\n\n"
        "We were concerned that so much is done well by one person, who is retiring.\n"
    )
    assert [kind for kind, _, _ in asked(text)] == [S, A]
    assert ticked(text) == []
