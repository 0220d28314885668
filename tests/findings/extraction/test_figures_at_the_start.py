"""Findings that begin with a figure, which looks like the number of a paragraph."""

import pytest

from tests.findings.extraction.helpers import S, references, ticked


@pytest.mark.parametrize("filename", ["report.txt", "report.md"])
@pytest.mark.parametrize(
    "text",
    [
        "2.6 per cent of pupils were excluded, which is fewer than in the county around.",
        "12.5 percent of posts are vacant, down from twice as many.",
        "4.1 % of referrals are closed without a visit, and leaders know of each one.",
        "1.5 working days is how long a first call takes, and families say that it helps.",
        "1.2 million pounds went into short breaks, as parents had asked.",
    ],
)
def test_figure_before_its_unit_stays_in_the_finding(text, filename):
    document = f"Peer review of Selworth\n\nStrengths\n\n{text}\n"

    assert ticked(document, filename) == [(S, None, text)]
    assert references(document, filename) == ["Strengths, paragraph 1"]


def test_figure_before_its_unit_stays_in_a_point():
    text = "3.4 per cent of visits were late, against nine a year ago."

    assert ticked(f"Strengths\n\n- Calls are answered.\n- {text}\n", "report.txt")[1] == (S, None, text)


@pytest.mark.parametrize(
    "words", ["notes are kept by each of the teams.", "Days in care are falling for all ages."]
)
def test_number_of_a_paragraph_is_no_part_of_the_finding(words):
    document = f"Peer review of Selworth\n\nStrengths\n\n2.6 {words}\n"

    assert ticked(document, "report.txt") == [(S, None, words)]
    assert references(document, "report.txt") == ["Strengths, para 2.6"]
