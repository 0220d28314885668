"""What an invented committee paper says: paragraphs, recommendations, promises, figures, people."""

from typing import Any

import pytest
from markdown_it import MarkdownIt

from tests.findings.extraction.helpers import only, particulars

PAPER = """# Safeguarding children: half-yearly report

Report to the Children and Families Scrutiny Committee

4 June 2024

## Introduction

1. The Committee asked for this report in November 2023. It covers the work of the service since December 2023.

## Children in need of help

2. On 31 March 2024 there were 412 children in need. This compares with 389 children in need on 31 March 2023.

3. Of the 96 audits completed between January and March, 71% were graded good. Twelve audits were
returned to the team.

4. A new duty rota will be introduced by September 2024 and the results will be reported to the October
2024 meeting of the Board.

5. The Multi-Agency Safeguarding Hub (MASH) has moved. In 2022 it had no manager.

## Workforce

6. The number of agency social workers has fallen from 31 on 1 April 2023 to 19. Agency staff cost £1.2m last year.

7. We have agreed to review the training offer [TO] in the autumn.

## Council Plan

8. This report supports the following Council Plan 2023-2027 priorities:

- a. safe and well
- b. learning for life

## Recommendations

9. The Committee is recommended to:

- (a) note the progress set out in this report;
- (b) agree to receive a further report in six months, to include:
  - the results of audits
  - the cost of agency staff

Reason: So that the Committee can be assured that children are safe.

## Contact details

**Author:**

Head of Safeguarding and Quality
Tel: 01632 960123

**Chief Officer responsible for the report:**

Director of Children's Services

**Wards Affected:** All

**Background Papers:** Inspection report, 2022

**Annexes**

Annex A – Audit findings
Annex B and C – Workforce figures

**Abbreviations**

MASH – Multi-Agency Safeguarding Hub
TO – Training Offer
"""


@pytest.fixture(scope="module")
def paper() -> dict[str, Any]:
    return particulars(PAPER)


def test_paragraphs_of_a_committee_paper(paper):
    assert only(paper["paragraphs"], "number", "section") == [
        (1, "Introduction"),
        (2, "Children in need of help"),
        (3, "Children in need of help"),
        (4, "Children in need of help"),
        (5, "Children in need of help"),
        (6, "Workforce"),
        (7, "Workforce"),
        (8, "Council Plan"),
        (9, "Recommendations"),
    ]


def test_recommendations_with_points_under_them(paper):
    assert paper["recommendations"] == [
        {"number": "9.a", "text": "note the progress set out in this report;", "verb": "note"},
        {
            "number": "9.b",
            "text": "agree to receive a further report in six months, to include:",
            "sub": ["the results of audits", "the cost of agency staff"],
            "verb": "agree",
        },
    ]
    assert paper["reason"] == "So that the Committee can be assured that children are safe."


def test_promises_with_their_dates(paper):
    assert only(paper["commitments"], "due", "dated", "source_ref") == [
        ("2024-09", True, "para 4"),
        ("in the autumn", False, "para 7"),
    ]


def test_measures_with_their_dates(paper):
    found = only(paper["measures"], "value", "unit", "date", "source_ref")

    assert found == [
        (412, "children", "2024-03-31", "para 2"),
        (389, "children", "2023-03-31", "para 2"),
        (96, "audits", "2024-03-31", "para 3"),
        (71, "%", "2024-03-31", "para 3"),
        (12, "audits", "2024-03-31", "para 3"),
        (31, "workers", "2023-04-01", "para 6"),
        (19, "workers", None, "para 6"),
        (1200000, "GBP", None, "para 6"),
    ]


def test_glossary_annexes_and_plan(paper):
    assert only(paper["abbreviations"], "abbr", "meaning") == [
        ("MASH", "Multi-Agency Safeguarding Hub"),
        ("TO", "Training Offer"),
    ]
    assert paper["inline_abbreviations"] == {"MASH": "Multi-Agency Safeguarding Hub", "TO": "training offer"}
    assert [each["label"] for each in paper["annexes"]] == ["Annex A", "Annex B", "Annex C"]
    assert paper["council_plan"] == {
        "name": "Council Plan 2023-2027",
        "priorities": [
            {"letter": "a", "priority": "safe and well"},
            {"letter": "b", "priority": "learning for life"},
        ],
    }


def test_who_wrote_a_paper_and_when(paper):
    expected = {
        "title": "Safeguarding children: half-yearly report",
        "date": "2024-06-04",
        "author": None,
        "author_role": "Head of Safeguarding and Quality",
        "author_phone": "01632 960123",
        "chief_officer_role": "Director of Children's Services",
        "committee": "Children and Families Scrutiny Committee",
        "period": "since December 2023",
        "wards_affected": "All",
        "background_papers": "Inspection report, 2022",
    }

    assert {field: paper["metadata"][field] for field in expected} == expected


def test_paper_states_no_grade_action_or_assurance(paper):
    assert (paper["judgements"], paper["actions"], paper["assurance_statement"]) == ([], [], None)


def test_paper_reads_the_same_as_a_web_page(paper):
    page = f"<html><body>{MarkdownIt().render(PAPER)}</body></html>"

    found = particulars(page, "paper.html")

    for part in (
        "recommendations",
        "reason",
        "commitments",
        "measures",
        "council_plan",
        "annexes",
        "metadata",
    ):
        assert found[part] == paper[part]


def test_day_of_publication_and_framework_stand_at_the_head():
    text = """\
# Aldmoor Constabulary: national child protection inspection

Published on: 20 February 2025

## Summary

The force must send its plan by 20 May 2025. The last inspection was on 3 June 2019.

## Abbreviations used in this report

PPN: Public protection notice
"""
    found = particulars(text)

    assert [found["metadata"][field] for field in ("date", "framework", "provider")] == [
        "2025-02-20",
        "National child protection inspection",
        "HMICFRS",
    ]
    assert found["abbreviations"] == [{"abbr": "PPN", "meaning": "Public protection notice"}]
