"""The letters of a report's annexes."""

from string import ascii_uppercase

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
        ([False] * 26, list(ascii_uppercase)),
    ],
)
def test_annexes_that_belong_together_share_a_letter(parts, letters):
    assert letters_of(parts) == letters
