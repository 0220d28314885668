"""Text without end or sense is read through in reasonable time."""

import time

import pytest

from findings.extraction.blocks import Heading, Paragraph
from findings.extraction.particulars.gathering import particulars_of

_LONG = 25_000
_SECONDS = 5


@pytest.mark.parametrize(
    "words",
    ["from 1 ", "X should send ", "team of the ", "1 January ", "(AB) ", "Annex A ", "twenty ", "a" * 50],
)
def test_endless_text_is_read_in_reasonable_time(words):
    text = (words * _LONG)[:_LONG].strip()
    began = time.process_time()

    particulars_of([Heading("Review", 1, (1,)), Paragraph(text, (2,))], [text])

    assert time.process_time() - began < _SECONDS
