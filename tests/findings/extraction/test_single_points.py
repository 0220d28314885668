"""Lists with one numbered point, which looks like the title of a part and is none."""

import pytest

from findings.extraction.extracting import extract
from tests.findings.extraction.helpers import A, S, ticked
from tests.findings.extraction.writing import pdf

HTML = """\
<h1>Peer review</h1>
<h2>Strengths</h2><ol><li>Carers are paid on time</li></ol>
<h2>Areas for consideration</h2><ol><li>Chronologies are thin</li><li>Rooms</li></ol>
"""
MARKDOWN = """\
# Peer review

## Strengths

1. Carers are paid on time

## Areas for consideration

1. Chronologies are thin
2. Rooms
"""
PLAIN = MARKDOWN.replace("# ", "").replace("#", "")
FOUND = [(S, "Carers are paid on time"), (A, "Chronologies are thin"), (A, "Rooms")]


@pytest.mark.parametrize(
    ("text", "name"), [(PLAIN, "a.txt"), (MARKDOWN, "a.md"), (HTML, "a.html")], ids=["txt", "md", "html"]
)
def test_only_numbered_point_under_a_kind_is_a_finding(text, name):
    assert [(kind, words) for kind, _, words in ticked(text, name)] == FOUND


def test_only_numbered_point_on_a_page_is_a_finding():
    found = extract(pdf(HTML), filename="a.pdf").candidates

    assert [(c.kind.value, c.text) for c in found if c.selected] == FOUND


def test_only_recommendation_before_the_back_matter_is_kept():
    text = (
        "Peer review\n\nRecommendations\n\n1. Managers should sign each plan\n\nGlossary\n\nPlan: a paper\n"
    )

    assert ticked(text, "a.txt") == [(A, None, "Managers should sign each plan")]


def test_only_numbered_points_of_strands():
    text = """\
Peer review

Leadership

Strengths

1. Carers are paid on time

Areas for consideration

1. Chronologies are thin

Practice

Strengths

1. Plans are short

Areas for consideration

1. Homes are few
"""
    assert ticked(text, "a.txt") == [
        (S, "Leadership", "Carers are paid on time"),
        (A, "Leadership", "Chronologies are thin"),
        (S, "Practice", "Plans are short"),
        (A, "Practice", "Homes are few"),
    ]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_only_numbered_point_under_a_strand_of_a_kind(name):
    text = """\
# Peer review

## Strengths

**Governance**

1. Risks are written down
2. Partners attend

**Practice**

- Plans have dates

## Areas for consideration

**Governance**

1. Minutes record no challenge

**Practice**

- Fathers are left out
"""
    plain = text.replace("#", "").replace("*", "")
    assert ticked(text if name == "a.md" else plain, name) == [
        (S, "Governance", "Risks are written down"),
        (S, "Governance", "Partners attend"),
        (S, "Practice", "Plans have dates"),
        (A, "Governance", "Minutes record no challenge"),
        (A, "Practice", "Fathers are left out"),
    ]


def test_numbered_title_with_something_under_it_is_none_of_the_points():
    text = """\
Peer review

Strengths

1. Leadership

- Carers are paid on time

2. Practice

- Plans are short
"""
    assert ticked(text, "a.txt") == [
        (S, "Leadership", "Carers are paid on time"),
        (S, "Practice", "Plans are short"),
    ]


def test_numbered_title_of_a_part_that_is_divided_by_kind_is_no_point():
    text = """\
# Lessons

1. Leadership

## Strengths

- Carers are paid on time

## Areas for consideration

- Chronologies are thin
"""
    assert [words for _, _, words in ticked(text)] == ["Carers are paid on time", "Chronologies are thin"]


def test_only_point_after_the_sentence_that_leads_on_to_it():
    text = PLAIN.replace("Strengths\n", "Strengths\n\nThe team noted:\n")

    assert [(kind, words) for kind, _, words in ticked(text, "a.txt")] == FOUND


def test_only_paragraph_of_a_numbered_part():
    text = """\
# Peer review

## 3. Strengths

3.1 Carers are paid on time

## 4. Areas for consideration

4.1 Chronologies are thin
"""
    assert ticked(text) == [(S, None, "Carers are paid on time"), (A, None, "Chronologies are thin")]
