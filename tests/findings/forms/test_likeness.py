"""Which name the words of a document mean."""

import pytest

from findings.forms.taking_over.likeness import best_match

MEASURES = {1: "Looked-after children", 2: "Children placed outside the area", 3: "Children"}
STRANDS = {
    1: "The experiences and progress of children who need help and protection",
    2: "The experiences and progress of children in care",
    3: "The experiences and progress of care leavers",
}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("children looked after by the local authority", 1),
        ("looked after children", 1),
        ("children", 3),
        ("children placed for adoption", None),
        ("members of staff", None),
        ("", None),
    ],
)
def test_measure_is_meant_by_nearly_the_same_words_only(words, meant):
    assert best_match(words, MEASURES) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The experiences and progress of children in care", 2),
        ("Help and protection", 1),
        ("Care leavers", 3),
        ("Experiences and progress", None),
        ("Leadership", None),
    ],
)
def test_strand_may_be_named_in_part(words, meant):
    assert best_match(words, STRANDS, either_way=True) == meant


def test_two_names_that_are_equally_like_it_are_no_suggestion():
    assert best_match("children in care", {1: "Children in care", 2: "Children, in care"}) is None
