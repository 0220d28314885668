"""What other councils' papers say beside their findings: invented documents of the usual kinds."""

import pytest

from tests.findings.extraction.helpers import only, particulars

PLAN = """# Action plan after the inspection

| Ref | Area for improvement | Action | Lead officer | By when | Status |
|---|---|---|---|---|---|
| 1 | Assessments | Revise the practice standards | Head of Assessment | 30 September 2024 | On track |
| 2 | Assessments | Train all managers | Principal Social Worker | December 2024 | Delayed |
| 3 | Care leavers | Publish the local offer | Service Manager | tbc | |
"""


def test_rows_of_an_action_plan():
    found = particulars(PLAN)["actions"]

    assert only(found, "number", "detail", "text", "owner", "due", "due_as_written", "status_as_read") == [
        (
            "1",
            "Assessments",
            "Revise the practice standards",
            "Head of Assessment",
            "2024-09-30",
            "30 September 2024",
            "On track",
        ),
        (
            "2",
            "Assessments",
            "Train all managers",
            "Principal Social Worker",
            "2024-12",
            "December 2024",
            "Delayed",
        ),
        ("3", "Care leavers", "Publish the local offer", "Service Manager", None, "tbc", None),
    ]


GRADES = """# Inspection of Northmere local authority children's services

Inspection dates: 4 to 15 March 2024

| Judgement | Grade |
|---|---|
| The impact of leaders on social work practice with children and families | Good |
| The experiences and progress of children in care | Outstanding |
| Overall effectiveness | Requires improvement to be good |

Services for care leavers are good and staff are outstanding in their commitment.
"""


def test_table_of_grades():
    found = particulars(GRADES)

    assert only(found["judgements"], "subject", "grade") == [
        ("The impact of leaders on social work practice with children and families", "Good"),
        ("The experiences and progress of children in care", "Outstanding"),
        ("Overall effectiveness", "Requires improvement to be good"),
    ]
    assert found["metadata"]["provider"] == "Ofsted"
    assert (found["metadata"]["onsite_from"], found["metadata"]["onsite_to"]) == ("2024-03-04", "2024-03-15")


def test_grade_in_a_sentence_is_reported_with_its_body():
    found = particulars("# Update\n\nIn May 2023 Ofsted judged our fostering service to be Outstanding.\n")

    assert only(found["judgements"], "body", "grade") == [("Ofsted", "Outstanding")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Practice in the team is good.",
        "We want every service to be judged Good.",
        "Of the 40 inspected, 12 councils were judged Inadequate.",
        "The majority attend good or outstanding schools.",
    ],
)
def test_praise_hope_and_tallies_are_no_grades(sentence):
    assert particulars(f"# Update\n\n{sentence}\n")["judgements"] == []


SCRUTINY = """# Independent scrutineer's report 2023-24

1. I attended each meeting of the executive and read 14 audits.

2. Partners share what they know, and attendance at meetings is good.

3. Subject to the matters raised in paragraph 2, I can give assurance that the arrangements comply with
Working Together to Safeguard Children 2023.

Independent Scrutineer, 5 July 2024
"""


def test_assurance_with_its_standard_and_what_it_holds_back():
    statement = particulars(SCRUTINY)["assurance_statement"]

    assert only([statement], "standard", "qualified", "qualification", "date", "given_by", "source_ref") == [
        (
            "Working Together to Safeguard Children (2023)",
            True,
            "Subject to the matters raised in paragraph 2",
            "2024-07-05",
            "Independent Scrutineer",
            "para 3",
        )
    ]


def test_assurance_without_reserve_is_unqualified():
    text = SCRUTINY.replace("Subject to the matters raised in paragraph 2, ", "")

    assert particulars(text)["assurance_statement"]["qualified"] is False


LETTER = """12 February 2025

Director of Children's Services, Eastholme Council

Dear partnership

# Joint targeted area inspection of Eastholme

This inspection took place from 13 to 17 January 2025. It was carried out by inspectors from Ofsted, the
Care Quality Commission and HMICFRS.

## Next steps

We have determined that Eastholme Council is the principal authority and should prepare a written
statement of proposed action. The chair of the partnership should send the written statement of action to
Ofsted by 27 May 2025.
"""


def test_requirement_carries_the_day_that_the_letter_names():
    found = particulars(LETTER)

    assert only(found["requirements"], "kind", "due", "owner") == [
        ("written statement of proposed action", "2025-05-27", "The chair of the partnership")
    ]
    assert found["commitments"] == []
    assert found["metadata"]["provider"] == "Ofsted, CQC, HMICFRS"
    assert found["metadata"]["framework"] == "JTAI"


def test_requirement_within_working_days_has_no_date_of_its_own():
    text = "# Letter\n\nThe local authority should send an action plan to us within 70 working days.\n"

    assert only(particulars(text)["requirements"], "kind", "due", "due_as_written") == [
        ("action plan", None, "within 70 working days")
    ]


AGREED = """Dear colleague

At the workshop we agreed the following priorities:

## 1. Supervision

Supervision was seen as uneven. It was agreed that the Safeguarding Board has work to do. A template
needs to be written.

## 2. Voice of the child

The youth council has agreed to design a survey. The results will be published.

These priorities can inform your plan. Thank you for your welcome.
"""


def test_agreed_priorities_with_their_steps():
    found = particulars(AGREED)["actions"]

    assert only(found, "type", "number", "title") == [
        ("agreed_priority", 1, "Supervision"),
        ("agreed_priority", 2, "Voice of the child"),
    ]
    assert [[step["text"] for step in each["actions"]] for each in found] == [
        ["It was agreed that the Safeguarding Board has work to do.", "A template needs to be written."],
        ["The youth council has agreed to design a survey.", "The results will be published."],
    ]


REVIEW = """# Peer review of Lowmoor

The team looked at three key lines of enquiry:

- a. How well do partners share what they know?
- b. Are plans timely?
- c. Is the workforce stable?

Eight peers spent four days on site, read 24 case files and spoke to more than 120 people.
"""


def test_lines_of_enquiry_and_method():
    found = particulars(REVIEW)

    assert only(found["scope"]["kloes"], "letter", "text") == [
        ("a", "How well do partners share what they know?"),
        ("b", "Are plans timely?"),
        ("c", "Is the workforce stable?"),
    ]
    assert found["scope"]["kloes_stated"] == 3
    assert found["methodology"] == {
        "case_files": 24,
        "discussions_with": "more than 120 people",
        "inspectors": "Eight peers",
        "length": "four days on site",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Children aged 16 to 18 live near paragraph 22 of Annex B.",
        "See section 47, tier 3 and page 12 of the 2019 report.",
        "Ring 01632 960123 on 4 May 2024 before 10:30.",
        "The plan for 2016 – 2020 covers 14-17 year olds.",
        "Some neighbourhoods are among the most deprived 20% of the country.",
        "It is within the top 10% in England.",
        "2.1 Homes feel like homes.",
        "3.2 Night staff are not trained.",
        "2 The experiences of children are good.",
    ],
)
def test_numbers_that_count_nothing_are_no_measures(sentence):
    assert particulars(f"# Report\n\n{sentence}\n")["measures"] == []


def test_approximate_numbers_keep_their_qualifier():
    found = particulars(
        "# Report\n\nMore than 1,250 children had a plan and none waited. About 8% of staff left.\n"
    )

    assert only(found["measures"], "value", "unit", "qualifier") == [
        (1250, "children", "more than"),
        (8, "%", "about"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board will no doubt face challenges in 2025.",
        "March 2025 will be a milestone for the service.",
        "Officers who will retire in 2026 were thanked.",
        "The service was reviewed in March 2024.",
        "Families will need to be patient.",
    ],
)
def test_forecasts_and_the_past_are_no_promises(sentence):
    assert particulars(f"# Report\n\n{sentence}\n")["commitments"] == []


def test_document_with_nothing_but_prose_says_nothing_else():
    found = particulars("Dear all,\n\nThank you for your hospitality.\n", "note.txt")

    empty = ("judgements", "actions", "recommendations", "commitments", "measures", "annexes", "requirements")
    assert {each: found[each] for each in empty} == {each: [] for each in empty}


def test_days_of_a_visit_are_no_measures():
    found = particulars("The services were inspected from 6 to 17 June 2022 on four visits.")

    assert only(found["measures"], "value", "unit") == [(4, "visits")]


def test_each_letter_after_that_the_committee_is_a_recommendation():
    paper = "2. RECOMMENDATIONS\n\n2.1 That the committee:\n\n    (a) notes the outcome;\n    (b) asks for a report.\n"

    assert only(particulars(paper, "paper.txt")["recommendations"], "number", "text") == [
        ("a", "notes the outcome;"),
        ("b", "asks for a report."),
    ]


def test_post_in_brackets_after_an_action_is_no_author():
    assert (
        particulars("## Actions\n\n1. Appoint a deputy by January 2024. (Head of Prevention)\n")["metadata"][
            "author"
        ]
        is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "In March 2021, 35 of the 139 local authorities (24%) were judged inadequate.",
        "In March 2021, 35 (24%) of 139 local authorities were judged inadequate.",
        "Of the 139 completed by March 2021:\n\n35 (24%) of local authorities were judged inadequate.",
    ],
)
def test_share_is_read_with_its_number_and_the_whole_that_it_is_of(text):
    found = particulars(f"## Figures\n\n{text}")["measures"][-1]

    assert (found["value"], found["percent"], found["out_of"]) == (35, 24.0, 139)
    assert found["as_written"] == text.split("\n")[-1].removeprefix("In March 2021, ").rstrip(".")


def test_whole_of_another_section_is_not_taken():
    text = "## One\n\nOf the 139 completed:\n\n## Two\n\n35 (24%) of local authorities were good."

    assert [row.get("out_of") for row in particulars(text)["measures"]] == [None]
