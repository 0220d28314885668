"""Strands below the headings of strengths and of areas, whose own names may sound good or bad."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, ticked

TEXT = """\
Strengths

{name}

- A rota for visits

Data

- A board in each office

Areas for consideration

{name}

- A plan of the rooms

Data

- A key to the codes
"""
NAMES = [
    "Early help",
    "Working together",
    "Staying safe",
    "Effective practice",
    "Drift and delay",
    "Children missing from education",
]


@pytest.mark.parametrize("name", NAMES)
def test_strand_that_sounds_good_or_bad_has_the_kind_above_it(name):
    assert ticked(TEXT.format(name=name), "a.txt") == [
        (S, name, "A rota for visits"),
        (S, "Data", "A board in each office"),
        (A, name, "A plan of the rooms"),
        (A, "Data", "A key to the codes"),
    ]


def test_recommendations_by_strand_leave_the_kinds_above_as_they_are():
    asked = "\nRecommendations\n\nEarly help\n\n- Managers should meet\n\nData\n\n- Codes should be few\n"
    text = TEXT.format(name="Early help") + asked

    assert [(c.kind.value, c.theme) for c in chosen(text, "a.txt")] == [
        (S, "Early help"),
        (S, "Data"),
        *[(A, "Early help"), (A, "Data")] * 2,
    ]


def test_strand_before_a_kind_with_points_of_its_own_that_comes_again_after_those():
    text = """\
Strengths

Data

- A board in each office

Drift and delay

- A rota for visits

Areas for consideration

- A lift

Drift and delay

- A plan of the rooms
"""
    assert ticked(text, "a.txt") == [
        (S, "Data", "A board in each office"),
        (S, "Drift and delay", "A rota for visits"),
        (A, None, "A lift"),
    ]


def test_heading_that_leans_after_points_of_the_other_kind_is_still_asked_about():
    text = "Strengths\n\n- A rota\n\nDrift and delay\n\n- A plan\n"

    assert [(c.text, c.asks_kind) for c in read(text, "a.txt").candidates] == [
        ("A rota", False),
        ("A plan", True),
    ]
