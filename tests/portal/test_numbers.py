"""Whole numbers in addresses and forms."""

import pytest

from portal.numbers import key_in, number_of


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("007", 7),
        ("999999999", 999_999_999),
        ("1000000000", None),
        ("", None),
        ("-1", None),
        ("1.0", None),
        (" 1", None),
        ("²", None),
        ("٣", None),
    ],
)
def test_number_of_a_text(text, number):
    assert number_of(text) == number


def test_key_in_an_address():
    assert [key_in({"review": "17", "theme": "x"}, name) for name in ("review", "theme", "strand")] == [
        17,
        0,
        0,
    ]
