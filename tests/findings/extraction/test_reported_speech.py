"""What reviewers praised or found fault with, as somebody else reports it, or as they say in their own voice."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

PAPER = """# Report to the Scrutiny Committee

Report of the Director

## Recommendations

The Committee is asked to note this report.

## Keeping children safe

1.1 {text}

## Background papers

None.
"""
ACCOUNT = """# Annual assurance report of the independent scrutineer

## Meeting need early

{text}
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Inspectors praised the warmth of residential staff.", S),
        ("The lead inspector was very complimentary about the work of the virtual school.", S),
        ("Ofsted commended the council on the stability of its workforce.", S),
        ("In particular, the peer team was struck by how well young people know their rights.", S),
        ("The reviewers spoke highly of the chair.", S),
        ("Inspectors commented favourably on the visibility of the director.", S),
        ("Peers were struck by the energy of the participation team.", S),
        ("Inspectors found that the hub is now a safer service than at the time of the last inspection.", S),
        ("The reviewers concluded that thresholds are well understood by schools.", S),
        ("Inspectors considered that practice with disabled children remains too variable.", A),
        ("Auditors noted that chronologies are still weak.", A),
        ("Reviewers were critical of the time that assessments take.", A),
        ("The inspection report criticised the quality of chronologies.", A),
        ("Auditors raised serious concerns about the recording of visits.", A),
    ],
)
def test_verdict_that_a_paper_reports_is_ticked(text, kind):
    assert ticked(PAPER.format(text=text)) == [(kind, "Keeping children safe", text)]


@pytest.mark.parametrize(
    "text",
    [
        "We are pleased with the progress of the new team.",
        "The panel was pleased with the plan.",
        "At the previous inspection, inspectors praised the training offer.",
        "Inspectors praised the training offer but were critical of how few attend.",
        "Ofsted was satisfied that the action plan met its requirements.",
        "They were critical of the delay.",
        "Inspectors found that plans are effective and that visits are late.",
        "Inspectors found that few plans are well written.",
        "Inspectors noted that services were strong in 2016.",
        "Inspectors judged that the service is good.",
        "The peer team found that members are ambitious, and that the service now needs to turn plans into change.",
    ],
)
def test_what_is_no_plain_verdict_of_reviewers_is_not_ticked(text):
    assert ticked(PAPER.format(text=text)) == []


def test_they_are_the_reviewers_of_the_paragraph_before():
    text = "Inspectors praised the duty team.\n\n1.2 They were critical of how long families wait.\n\n1.3 They left."
    assert ticked(PAPER.format(text=text)) == [
        (S, "Keeping children safe", "Inspectors praised the duty team."),
        (A, "Keeping children safe", "They were critical of how long families wait."),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I remain worried about the wait for help at school.", A),
        ("I cannot give assurance that every agency hears the child.", A),
        ("I am able to give good assurance about the quality of first visits.", S),
        ("Early help is a real strength. Families find it without being sent.", S),
        ("The presence of a health visitor in the hub is a strength.", S),
        ("The school nurses are exemplary. They visit at weekends.", S),
        ("I can offer reassurance on the quality of strategy meetings.", S),
        ("I am far less encouraged by the pace of change in the disabled children's team.", A),
        ("I have little confidence in how schools are told. Two of nine heads had heard.", A),
        ("It is to the partners' credit that the report was published in full.", S),
        ("Thresholds remain an area of concern. They are read differently in each team.", A),
        ("Parents spoke warmly of their family support workers and of the crèche.", S),
    ],
)
def test_verdict_in_the_voice_of_the_scrutineer_is_ticked(text, kind):
    assert ticked(ACCOUNT.format(text=text)) == [(kind, "Meeting need early", text)]


@pytest.mark.parametrize(
    "text",
    [
        "Plans are weaker than they were, and it is hard to see from the records why that is so in most of the teams.",
        "It is my opinion that the multi-agency arrangements are effective. I am able to give only partial assurance"
        " about the arrangements for neglect.",
    ],
)
def test_account_without_a_plain_verdict_is_not_ticked(text):
    assert ticked(ACCOUNT.format(text=text)) == []


def test_challenges_that_say_who_should_do_what_are_recommendations():
    text = """# Annual assurance report of the independent scrutineer

## Challenges for next year

- The partners should publish what they decide.
- Health agencies must count the children who wait.
"""
    assert [(c.kind.value, c.recommendation, c.selected) for c in read(text).candidates] == [
        (A, True, True)
    ] * 2


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Inspectors were positive about many parts of the service:", S),
        ("The panel was critical of:", A),
        ("Parents spoke highly of:", S),
        ("They suggested that the council might look again at:", A),
        ("Where I am less sure", None),
        ("What I am not yet convinced of", A),
        ("Inspectors noted good progress in these areas:", S),
        ("The review team identified a number of strengths:", S),
        ("The peer team also identified the following challenges for the council:", A),
        ("I would challenge the partnership to achieve:", None),
        ("I would challenge the partnership to:", A),
        ("Three things still trouble me:", A),
        ("I have been encouraged by:", S),
        ("What pleases me", S),
        ("My recommendations to the partnership", A),
        ("What keeps me awake at night", A),
    ],
)
def test_reported_verdict_leads_on_to_a_list(lead, kind):
    expected = [(kind, None, "Plans for every child"), (kind, None, "Visits to every home")]
    assert ticked(f"{lead}\n\n- Plans for every child\n- Visits to every home\n") == (
        expected if kind else []
    )


def test_what_a_panel_is_to_note_is_no_finding():
    text = (
        "6. Recommendations\n\n6.1 That the Panel notes the report.\n\n6.2 That the Panel agrees to visit.\n"
    )
    assert read(text, "paper.txt").candidates == ()
