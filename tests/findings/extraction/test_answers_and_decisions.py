"""What a service answers, what a body is asked to decide and what words mean: none of it is a finding."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, ticked

ANSWERS = """\
| You said         | We will            |
|------------------|--------------------|
| Reviews are dull | Let you chair them |
| Letters are long | Cut them           |
"""


def test_column_of_what_will_be_done_is_none():
    assert ticked(f"## What should change: you said, we will\n\n{ANSWERS}") == [
        (A, None, "Reviews are dull"),
        (A, None, "Letters are long"),
    ]


def test_column_of_what_was_said_is_asked_about_where_no_heading_gives_a_kind():
    assert [(c.asks_kind, c.text) for c in read(f"## Answers\n\n{ANSWERS}").candidates] == [
        (True, "Reviews are dull"),
        (True, "Letters are long"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "What the partners say they will do",
        "What you told us you are already doing",
        "What are we going to do about it?",
        "What the council says",
        "What you told us about your plans",
        "Agreed by the organisation",
        "Words we have used",
        "What these words mean",
        "Jargon buster",
        "List of abbreviations",
    ],
)
def test_nothing_under_it_is_even_asked_about(title):
    text = f"# Review\n\n## What works well\n\n- Carers stay\n\n## {title}\n\n- A board will meet in May\n"
    assert [c.text for c in read(text).candidates] == ["Carers stay"]


@pytest.mark.parametrize(
    "text",
    [
        "Safeguarding partners are asked to: agree that the next audit takes place in spring.",
        "The lead partners are asked to:\n\n- note the audit\n- endorse the dates",
        "Glossary: ICB - integrated care board; LADO - the officer for allegations",
    ],
)
def test_decision_of_partners_and_glossary_are_not_ticked(text):
    assert ticked(f"# Section 11 audit\n\n## Recommendation\n\n{text}\n") == []


def test_what_partners_are_asked_to_do_better_still_is():
    text = "## Recommendations\n\nThe partners are asked to:\n\n- name one lead\n- publish the numbers\n"
    assert [text for _, _, text in ticked(text)] == ["name one lead", "publish the numbers"]


def test_what_young_people_want_a_board_to_do_is_recommended():
    text = "## What our council would like the Board to do\n\n1. Read letters out loud\n"
    assert [(c.kind.value, c.prominence.value) for c in chosen(text)] == [(A, "recommendation")]


def test_faces_before_a_heading_change_nothing():
    text = "## 😀 What you like\n\n- The bus\n\n## 🙁 What you do not like\n\n- Damp rooms\n"
    assert ticked(text) == [(S, None, "The bus"), (A, None, "Damp rooms")]


@pytest.mark.parametrize(
    "asks",
    [
        "Commissioners to review the contract for advocacy.",
        "The lead member and partners to agree a plan of visits.",
        "Children’s social care to ensure that letters are short.",
        "All schools to be told of the pathway.",
        "The integrated care board to agree a plan of visits.",
        "The designated doctor to review the pathway.",
        "Registered managers to review the rota.",
        "Social work managers to review the thresholds.",
        "The working group to agree a plan.",
        "Looked-after children's nurses to be consulted.",
        "The headteachers' forum to check with schools that letters are read.",
        "Special educational needs coordinators to strengthen oversight of plans.",
        "Attention to be given to fathers.",
        "All partners, including schools, to agree a protocol.",
        "Each school to have a lead for attendance.",
        "Adult services to attend strategy meetings.",
        "Play workers to agree a rota.",
    ],
)
def test_paragraph_that_says_who_is_to_do_what_is_recommended(asks):
    text = f"# Peer review\n\n## Recommendations\n\nPartners should agree who leads.\n\n{asks}\n"

    assert [(c.text, c.recommendation) for c in chosen(text)] == [
        ("Partners should agree who leads.", True),
        (asks, True),
    ]


@pytest.mark.parametrize(
    "tells",
    [
        "The board met to review the contract.",
        "Partners continue to share the costs.",
        "The council plans to publish a guide.",
        "Partners agreed to fund a worker.",
        "We met partners to agree a plan.",
        "Efforts to find a manager failed.",
        "Access to the hub is quick.",
        "Response to a crisis is quick.",
        "A strong commitment to children with complex needs.",
        "Close links to schools on the estate are valued by families.",
        "Thanks to staff on the wards for their time.",
        "Access to support that families need is quick.",
        "Attention to detail with families is strong.",
        "The right of children to be heard is known to staff.",
        "Partners asked managers to review the rota.",
        "The support for carers to find a home is valued.",
        "A commitment by leaders to improve the homes.",
        "Managers use the data to review the thresholds.",
        "Leaders come together to agree a plan.",
        "Families able to meet the staff.",
        "Managers give staff time to write the plans.",
    ],
)
def test_paragraph_that_tells_what_came_of_advice_is_not_ticked(tells):
    text = f"# Peer review\n\n## Recommendations\n\nPartners should agree who leads.\n\n{tells}\n"

    assert [c.text for c in chosen(text)] == ["Partners should agree who leads."]


def test_paragraph_that_recommends_outright_is_ticked_beside_a_list():
    text = """\
# Peer review

## Recommendations

We recommend that, immediately, partners agree who leads.

Partners should also:

- meet more often
- write a plan
"""
    assert [c.text for c in chosen(text)] == [
        "We recommend that, immediately, partners agree who leads.",
        "meet more often",
        "write a plan",
    ]


def test_paragraph_that_only_says_that_a_list_recommends_is_not_ticked():
    lead = "We recommend that you take up the points that are in the list below."
    text = f"# Peer review\n\n## Recommendations\n\n{lead}\n\n- Meet more\n- Plan\n"

    assert [c.text for c in chosen(text)] == ["Meet more", "Plan"]
