"""The letters of a report's annexes."""

import pytest

from reports.rules.letters import letters_of


@pytest.mark.parametrize(
    ("parts", "letters"),
    [
        ([], []),
        ([False, False, False], ["A", "B", "C"]),
        ([False, False, True, False], ["A", "B1", "B2", "C"]),
        ([True, False], ["A", "B"]),
        ([False, True, True], ["A1", "A2", "A3"]),
    ],
)
def test_annexes_that_belong_together_share_a_letter(parts, letters):
    assert letters_of(parts) == letters


def test_after_the_last_letter_annexes_share_it():
    assert letters_of([False] * 28)[24:] == ["Y", "Z1", "Z2", "Z3"]
