"""Visits and reviews that look again: where a service has moved on, where it has not, and what was asked before."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Strengths and progress since the last visit", S),
        ("Areas for improvement since our last inspection", A),
        ("Areas where progress has been too slow", A),
        ("Aspects where change is still limited", A),
        ("Where improvement has stalled", A),
        ("Areas where there has been little progress", A),
        ("Areas in which improvement is under way", S),
        ("Areas where progress has been made", S),
        ("Services that have improved", S),
    ],
)
def test_heading_says_how_far_something_has_moved(title, kind):
    assert ticked(f"# Monitoring visit of Elmbury\n\n## {title}\n\n- Plans of the Elm team\n") == [
        (kind, None, "Plans of the Elm team")
    ]


def test_what_an_earlier_time_found_is_still_none():
    for title in (
        "Progress on areas for improvement since the last visit",
        "Strengths at the last inspection",
    ):
        assert ticked(f"## {title}\n\n- Plans of the Elm team\n") == []


def test_progress_of_which_nobody_says_who_found_it_is_asked_about():
    text = """\
## Custody

Progress has been made in these areas:

- solicitors come

But more needs to be done:

- beds
"""
    assert ticked(text) == [(A, "Custody", "beds")]
    assert [(c.kind.value, c.text) for c in read(text).candidates if c.asks_kind] == [(S, "solicitors come")]


def test_what_was_recommended_before_and_what_came_of_it_are_not_ticked():
    text = """\
# Elmshire Police: child protection post-inspection review

## Contact

### Recommendation from the 2021 inspection report

We recommend that Elmshire Police should train its call takers within three months.

The control room takes nine hundred calls on an ordinary day, and more in summer.
"""
    assert ticked(text) == []


def test_account_after_a_recommendation_is_asked_about():
    text = """\
## Recommendations

The partners should name one lead for each school.

Nineteen schools took part in the autumn and eleven of them came to the event.
"""
    assert ticked(text) == [(A, None, "The partners should name one lead for each school.")]


def test_sentence_that_says_what_follows_was_evaluated_ends_nothing():
    text = (
        "# Monitoring visit to Elmbury\n\n## Findings and evaluation of progress\n\nInspectors evaluated progress as "
        "follows.\n\nThe duty team deals promptly with what it is told.\n"
    )
    assert "The duty team deals promptly with what it is told." in [c.text for c in read(text).candidates]


def test_part_on_what_remains_is_none_of_the_progress_before_it():
    text = """\
# Monitoring inspection of Elmbury

## Progress made

### Waits

- Waits have fallen

### What remains to be done

- Letters
"""
    assert ticked(text) == [(A, "Waits", "Letters")]
    assert [(c.kind.value, c.text) for c in read(text).candidates if not c.selected] == [
        (S, "Waits have fallen")
    ]
