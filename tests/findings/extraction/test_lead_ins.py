"""Sentences and headings that lead on to findings, in the words that the field uses, and those that lead elsewhere."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, ticked


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("The council's services require improvement and are not yet good because:", A),
        ("The partnership is not yet good because", A),
        ("The force is inadequate because:", A),
        ("The service is outstanding because:", S),
        ("The board must deal with the following areas of significant weakness:", A),
        ("Reviewers identified these weaknesses in practice:", A),
        ("We remain concerned about:", A),
        ("We were pleased to see:", S),
        ("The panel was encouraged by:", S),
        ("Inspectors visited the hub and were impressed by:", S),
        ("We met staff who told us that the following areas need to improve:", A),
        ("I am assured that:", S),
        ("I am not yet assured that:", A),
        ("We were less assured about:", A),
        ("You might want to think about:", A),
        ("We would like leaders to reflect on:", A),
        ("There was evidence of good work, for example:", S),
        ("What I am worried about", A),
        ("What would make the service even better?", A),
        ("What young people told us is good", S),
        ("What children want to change", A),
        ("Promising practice", S),
        ("Immediate and priority action", A),
        ("Areas where further assurance is needed", A),
        ("What do we do well, and how do we know?", S),
        ("The areas we think you should concentrate on are:", A),
        ("The things that the team feels the partnership now needs to work on are:", A),
        ("The things that they said needed to improve were:", A),
        ("Schools said that what needed to change was:", A),
        ("The things young people thought were not good enough were:", A),
        ("What parents found hardest was:", A),
        ("What families said worked well was:", S),
        ("Among the things that carers found helpful were:", S),
        ("What stood out for us as strengths:", S),
        ("Three things have not moved as I had hoped:", A),
        ("The letter also pointed to matters that require attention, namely:", A),
        ("Inspectors were less complimentary about:", A),
        ("The letter recognised a number of positives, including:", S),
        ("Among the positive comments were:", S),
        ("Practitioners said they would value:", A),
        ("Practitioners told us these things help:", S),
        ("I also found some challenges for the partnership to address:", A),
        ("## Areas for improvement identified by Ofsted", A),
    ],
)
def test_kind_of_the_list_that_follows(lead, kind):
    assert ticked(f"{lead}\n\n- Plans for every child\n- Visits to every home\n") == [
        (kind, None, "Plans for every child"),
        (kind, None, "Visits to every home"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Inspectors reviewed the progress made in the following areas of concern:",
        "The visit focused on these areas for improvement:",
        "In 2019 inspectors made the following recommendations:",
        "Since then the service has taken the following actions on its areas for improvement:",
        "## Areas covered by the visit",
        "## Practice study: area for improvement",
        "## Suggestions for next steps",
        "The areas that the committee should focus on are:",
        "The areas that we will work on next year are:",
        "The board has agreed actions to tackle these challenges:",
    ],
)
def test_scope_earlier_reviews_and_what_was_done_are_no_findings(lead):
    assert ticked(f"{lead}\n\n- Plans for every child\n- Visits to every home\n") == []


@pytest.mark.parametrize(
    "lead",
    [
        "The areas for improvement were:",
        "The council was told to work on the following areas for improvement:",
    ],
)
def test_list_under_a_heading_about_an_earlier_review_is_not_ticked(lead):
    text = f"## Progress since the last inspection\n\n{lead}\n\n- Plans\n- Visits\n"

    assert ticked(text) == []
    assert [c.text for c in read(text).candidates] == ["Plans", "Visits"]


def test_sentence_that_ends_in_its_list_is_one_finding():
    text = """\
## Areas for improvement

The force should change how it answers calls, so that:

- children are asked after
- warnings reach the officer

Leaders should:

- agree one plan
- publish it
"""
    assert ticked(text) == [
        (A, None, "The force should change how it answers calls, so that:\n- children are asked after\n"
                  "- warnings reach the officer"),
        (A, None, "agree one plan"),
        (A, None, "publish it"),
    ]  # fmt: skip


def test_heading_of_one_finding_takes_its_list_for_a_part_of_it():
    text = "## Recommendation 2\n\nThe trust should write down for each of its wards:\n\n- who leads\n- who comes\n"

    assert [c.text for c in chosen(text)] == [
        "The trust should write down for each of its wards:\n- who leads\n- who comes"
    ]


def test_paragraph_before_a_list_is_offered_and_not_ticked():
    text = "## Strengths\n\nChildren are seen alone and their words are written down.\n\n- Carers stay\n"

    assert [(c.text, c.selected) for c in read(text).candidates] == [
        ("Children are seen alone and their words are written down.", False),
        ("Carers stay", True),
    ]


def test_paragraph_of_the_documents_count_after_bullets_is_not_ticked():
    text = "# Report\n\n" + "".join(
        f"{n}. The board met in each month of the year and read what each agency had written for it.\n\n"
        for n in range(1, 7)
    )
    text += (
        "## Areas for improvement\n\n- Plans\n\n7. I shall return to this in the spring of the next year.\n"
    )

    assert ticked(text) == [(A, None, "Plans")]


def test_who_is_asked_and_by_when_is_no_strand():
    text = """\
## Recommendations

### The Norrow Trust should:

1. keep notes

### Within three months

2. train its staff

### For the Safeguarding Board

3. ask schools
"""
    assert [theme for _, theme, _ in ticked(text)] == [None, None, "Safeguarding Board"]


def test_sentence_on_weaknesses_under_a_heading_of_one_leads_to_each_of_them():
    text = "## Area for priority action\n\nLeaders must act now to address weaknesses in:\n\n- visits\n- supervision\n"

    assert ticked(text) == [(A, None, "visits"), (A, None, "supervision")]


def test_grade_is_no_part_of_a_strand():
    text = """\
# Two services

## Leaving care: requires improvement to be good

### Strengths

- Advisers keep in touch

## Good

### Areas for improvement

- Housing
"""
    assert ticked(text) == [(S, "Leaving care", "Advisers keep in touch"), (A, None, "Housing")]
