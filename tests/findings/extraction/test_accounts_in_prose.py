"""Reviews that tell in running text what was found: where it is looked for, and where a paragraph is parted."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

VISIT = """\
# Focused visit to Aldmere children's services

## Main findings

{text}
"""
LETTER = """\
# Peer challenge of Aldmere, 4 to 7 June

## Theme 1: The front door

{text}

## Theme 2: Placements

What could be even better:

- Searches for a home begin late.
"""


def asked(text: str, filename: str = "letter.md") -> list[tuple[str, str]]:
    return [(c.kind.value, c.text) for c in read(text, filename).candidates if c.asks_kind]


def test_paragraph_is_parted_where_its_verdict_turns():
    text = VISIT.format(
        text="Visits are purposeful. There were forty in May. Plans are too vague. Dates are seldom set. "
        "Families speak highly of their workers."
    )
    found = read(text).candidates

    assert [(c.kind.value, c.text) for c in found] == [
        (S, "Visits are purposeful. There were forty in May."),
        (A, "Plans are too vague. Dates are seldom set."),
        (S, "Families speak highly of their workers."),
    ]
    assert [c.source_ref for c in found] == [f"Main findings, paragraph 1, part {n}" for n in (1, 2, 3)]
    assert {(c.lines, c.selected) for c in found} == {((5,), False)}


def test_paragraph_after_a_parted_one_is_the_second():
    text = VISIT.format(text="Visits are purposeful. Plans are too vague.\n\nPanels are prompt and well run.")
    assert [c.source_ref.split(", ", 1)[1] for c in read(text).candidates] == [
        "paragraph 1, part 1",
        "paragraph 1, part 2",
        "paragraph 2",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Panels are well chaired, but reports for them are often late.",
            ["Panels are well chaired", "but reports for them are often late."],
        ),
        (
            "Panels are well chaired; reports for them are poor.",
            ["Panels are well chaired", "reports for them are poor."],
        ),
        ("Panels are well chaired, but they start too late.", None),
        ("Panels are well chaired but remain too long.", None),
        ("Although panels are well chaired, reports for them are poor.", None),
        ("Panels are well chaired, but reports for them come from six teams.", None),
        ("A mother said: “They were kind and helpful. Nobody told me why they were late.”", None),
        ("Panels are well chaired by Mr. Poor and by his deputies in every week of the year.", None),
    ],
)
def test_clause_is_parted_only_where_it_says_something_whole(text, parts):
    assert [said for _, said in asked(VISIT.format(text=text))] == (parts or [text])


def test_numbered_findings_are_not_parted():
    text = "# Report\n\n## Key findings\n\n1. Visits are purposeful. Plans are too vague.\n2. Panels are prompt.\n"
    assert [said for _, said in asked(text)] == [
        "Visits are purposeful. Plans are too vague.",
        "Panels are prompt.",
    ]


def test_numbered_paragraph_that_names_its_topic_is_parted():
    text = "# Report\n\n## Findings\n\n2.1 Time. Visits are purposeful. Plans are too vague.\n"
    assert [kind for kind, _ in asked(text)] == [S, A]


def test_themes_of_a_review_by_peers_are_read_where_they_plainly_praise_or_find_fault():
    text = LETTER.format(
        text="**Callers.** Callers are helped quickly by people who know the county.\n\n"
        "**History.** The hub was set up in 2019 and has forty staff.\n\n"
        "**Schools.** Nobody could tell us why so few schools ring the hub before they write to it."
    )
    assert [kind for kind, _ in asked(text)] == [S, A]
    assert [said.split(" ")[0] for _, said in asked(text)] == ["Callers.", "Schools."]
    assert ticked(text) == [(A, "Theme 2: Placements", "Searches for a home begin late.")]


@pytest.mark.parametrize(
    "text",
    [
        "1. Callers are helped quickly by people who know the county.",
        "Strengths and areas for improvement are set out below for each of the teams.",
        "How well do the teams in the county help callers who are at their wits' end?",
        "We then agreed with you the following priorities:\n\n### Calls\n\nCallers need better help than this at once.",
    ],
)
def test_what_is_no_account_of_a_theme_is_not_offered(text):
    assert asked(LETTER.format(text=text)) == []


def test_policy_is_no_review():
    text = "# Policy on visits\n\n## Visits\n\nVisits must be purposeful, and workers should never be late for them.\n"
    assert asked(text) == []


def test_inspection_is_summed_up_before_its_first_heading():
    text = (
        "# Inspection of Aldmere local authority children's services\n\nLead inspector: one of HMI\n\n"
        "At the last inspection, records were poor. Since then records have become clear and full. "
        "Meetings with health, however, are not yet regular.\n\n## What needs to improve\n\n- Meetings\n"
    )
    assert asked(text) == [
        (S, "Since then records have become clear and full."),
        (A, "Meetings with health, however, are not yet regular."),
    ]


def test_self_evaluation_needs_no_headings_of_a_kind():
    text = "# Self-evaluation of Aldmere\n\n## Fostering\n\nOur carers are well trained. We have too few of them.\n"
    assert asked(text) == [(S, "Our carers are well trained."), (A, "We have too few of them.")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Carers told inspectors that the help line is a good one.", S),
        ("However, the report says the help line closes too early.", A),
        ("Ofsted also recognised that carers are well trained.", S),
        ("Concern was expressed that carers wait too long for a call.", A),
    ],
)
def test_news_of_an_inspection_tells_what_was_said(text, kind):
    assert asked(f"Carers in Aldmere\n\n{text}\n", "news.txt") == [(kind, text)]


def test_reviewers_recommendations_in_a_committees_paper_are_no_decisions():
    text = """\
# Report to the Children's Committee

## Wards affected

All.

## Auditors' recommendations

The audit made two recommendations to the service:

1. Agree one form for all teams.
2. Give every team a list of interpreters.

## Recommendation

That the Committee notes the audit.
"""
    assert [said for _, _, said in ticked(text)] == [
        "Agree one form for all teams.",
        "Give every team a list of interpreters.",
    ]


def test_account_after_recommendations_is_asked_about():
    text = """\
# Inspection of Aldmere local authority children's services

## Recommendations

The force should:

- clear the queue

The new team works hard and finds missing children quickly.
"""
    assert [kind for kind, _, _ in ticked(text)] == [A]
    assert asked(text) == [(S, "The new team works hard and finds missing children quickly.")]


def test_what_people_prefer_is_no_area():
    text = "## Areas to improve\n\n- 60% of staff prefer to meet in person\n- Rooms are too small\n"
    assert ticked(text) == [(A, None, "Rooms are too small")]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [("Multi-agency audit of neglect", [S, A]), ("Policy on the multi-agency audit of neglect", [])],
)
def test_audit_without_headings_of_a_kind_is_an_account_and_a_policy_on_audits_is_none(title, kinds):
    text = f"# {title}\n\n## Plans\n\nPlans are written clearly and shared. Too many have no dates in them.\n"
    assert [kind for kind, _ in asked(text)] == kinds
