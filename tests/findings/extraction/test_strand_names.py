"""Strands as their document names them: with their number, by sections round a table, by who spoke."""

from findings.extraction.strand_names import strand_key
from tests.findings.extraction.helpers import A, S, chosen, read, references, ticked


def test_number_of_a_strand_is_part_of_its_name():
    text = """\
# Review

## Standard 1: Governance

### Strengths

- The board asks for figures

## KLOE 2 – Are children heard?

### Areas for development

- Few are asked twice
"""
    assert ticked(text) == [
        (S, "Standard 1: Governance", "The board asks for figures"),
        (A, "KLOE 2 – Are children heard?", "Few are asked twice"),
    ]


def test_number_of_a_section_is_none_of_its_name():
    text = """\
# Review

## Section 3: Governance

### Strengths

- The board asks

## 4. Training

### Strengths

- All go
"""

    assert ticked(text) == [(S, "Governance", "The board asks"), (S, "Training", "All go")]


def test_kind_with_the_number_of_a_strand():
    assert ticked("# Review\n\n## Theme 2: Training – strengths\n\n- All staff are trained\n") == [
        (S, "Theme 2: Training", "All staff are trained")
    ]


def test_strand_named_without_its_number_is_the_same():
    text = """\
# Review

## Theme 1: Training

### Strengths

- All staff are trained

## Theme 2: Voice

### Strengths

- Children are heard (also relates to Training)
"""
    assert [c.also_relates_to for c in chosen(text)] == [(), ("Theme 1: Training",)]
    assert strand_key("Theme 1: Training") == strand_key("training")


def test_strands_of_one_name_and_two_numbers_stay_two():
    text = """\
# Review

## Theme 1: Practice

### Strengths

- Visits are warm

## Theme 2: Practice

### Strengths

- Plans are short
"""
    assert read(text).strands == ("Theme 1: Practice", "Theme 2: Practice")


def test_aspects_of_one_audit_are_no_strands():
    text = """\
# Report of the year

## Audit of exploitation

| What auditors looked at | What was good | What could be better |
|---|---|---|
| Plans | Police were specific | Two plans differed |

## Audit of neglect

| Standard | What was good | What could be better |
|---|---|---|
| Plans | Goals were few | Reviews were late |
"""
    assert ticked(text) == [
        (S, "Audit of exploitation", "Police were specific"),
        (A, "Audit of exploitation", "Two plans differed"),
        (S, "Plans", "Goals were few"),
        (A, "Plans", "Reviews were late"),
    ]
    assert references(text)[0] == "Table 1 (What was good), row 'Plans', paragraph 1"


def test_cases_are_no_strands():
    text = """\
# Audit

## Case by case

| Child | Good practice | Learning |
|---|---|---|
| A | The nurse visited | The plan was late |
"""
    assert {strand for _, strand, _ in ticked(text)} == {"Case by case"}


def test_review_among_the_parts_of_a_report_is_a_strand():
    text = """\
# Report of the year

## Serious incidents

There were five.

## Local practice review: Baby R

The reviewer found examples of good practice:

- The midwife asked about worries at home

## Learning

More to come.
"""
    assert ticked(text) == [(S, "Local practice review: Baby R", "The midwife asked about worries at home")]


def test_title_of_an_annexed_report_is_no_strand():
    text = """\
# Committee

## Purpose

To bring the report.

# Appendix A

# Peer challenge of services for children in care

## Headlines

### Strengths

- Staff stay

## Theme 1: Homes

### Strengths

- Carers stay
"""
    assert ticked(text) == [(S, None, "Staff stay"), (S, "Theme 1: Homes", "Carers stay")]


def test_those_who_noted_strengths_are_no_strand():
    text = """\
# Audit

## Sharing information

Auditors noted as strengths:

- Daily meetings

and as areas to improve:

- Letters
"""
    assert ticked(text) == [
        (S, "Sharing information", "Daily meetings"),
        (A, "Sharing information", "Letters"),
    ]


def test_your_strengths_beside_areas_are_ticked_and_alone_are_not():
    text = "# Challenge\n\n## Your strengths\n\n- Staff stay\n"

    assert ticked(text) == []
    assert ticked(f"{text}\n## Areas for further consideration\n\n- Homes are few\n") == [
        (S, None, "Staff stay"),
        (A, None, "Homes are few"),
    ]
