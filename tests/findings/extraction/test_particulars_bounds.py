"""Text without end or sense is read through in reasonable time."""

import itertools
import time

import pytest

from findings.extraction.blocks import Heading, Paragraph
from findings.extraction.particulars.flattened import flattened_plans
from findings.extraction.particulars.gathering import particulars_of
from findings.extraction.particulars.judgements import judgements
from findings.extraction.particulars.methodology import methodology
from findings.extraction.particulars.passages import Passage, Unit

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


def test_who_reviewed_is_sought_once_in_a_paragraph_of_many_sentences():
    passage = Passage("1.1.1." * 150_000, Unit.PARAGRAPH, (1,))
    began = time.process_time()

    assert methodology([passage]) == {}
    assert time.process_time() - began < _SECONDS


def test_endless_table_of_grades_is_read_in_reasonable_time():
    lines = ["Judgement    Grade", *(f"Services {name}    Good" for name in range(1000, 5000))]
    began = time.process_time()

    assert [each.subject for each in judgements([], [], lines)] == ["Services 1000"]
    assert time.process_time() - began < _SECONDS


def test_endless_table_of_unlike_grades_is_read_in_reasonable_time():
    letters = "bcdfghjklmnp"
    names = ["".join(each) for each in itertools.islice(itertools.product(letters, repeat=4), 4_000)]
    began = time.process_time()

    found = judgements([], [], ["Judgement    Grade", *(f"Team {name}    Good" for name in names)])

    assert len(found) == len(names)
    assert time.process_time() - began < _SECONDS


def test_titles_of_a_plan_that_come_again_and_again_begin_no_plan_inside_it():
    began = time.process_time()

    flattened_plans([], ["Area", "Action", "Write to carers"] * 1_500)

    assert time.process_time() - began < _SECONDS
