"""What helps and what stands in the way, what struck reviewers, and what ends a list in Word."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("What social workers said works well", S),
        ("What carers told us helps most", S),
        ("What managers said gets in the way", A),
        ("What you told us makes it harder", A),
        ("What did not help", A),
        ("What was hardest", A),
        ("Where the partnership falls short", A),
        ("The weaker aspects", A),
        ("Strengths found across the county", S),
    ],
)
def test_headings_of_what_helps_and_what_hinders(label, kind):
    text = f"# Review\n\n## {label}\n\n- Rotas are shared on Fridays\n- Lunch is at one\n"
    assert {each for each, _, _ in ticked(text)} == {kind}


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("All in all the team considered this to be an area of real strength:", S),
        ("The panel thought that these would benefit from further work:", A),
        ("Reviewers came away with questions about:", A),
        ("The following points still need more attention:", A),
    ],
)
def test_sentences_before_a_list(lead, kind):
    text = f"# Review\n\n## Rotas\n\nThere are nine.\n\n{lead}\n\n- The board\n- The rota\n"
    assert [each for each, _, _ in ticked(text)] == [kind, kind]


@pytest.mark.parametrize(
    "lead",
    ["At the closing meeting the inspectors described:", "In his note of the visit the peer said that:"],
)
def test_what_somebody_said_on_an_occasion_is_asked_about(lead):
    text = f"# Report\n\n## Visit\n\n{lead}\n\n- A team that rings back\n- Rooms without windows\n"
    assert [c.text for c in read(text).candidates if c.asks_kind] == [
        "A team that rings back",
        "Rooms without windows",
    ]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("The mentors' scheme greatly impressed the panel. Each has two hours a week.", S),
        ("The state of the records troubled inspectors. Pages were missing.", A),
        ("One matter was felt to need attention, namely the letters sent to fathers.", A),
        ("The duty rota was judged to be a strength.", S),
    ],
)
def test_what_struck_reviewers_in_a_committees_paper(said, kind):
    text = f"# Report\n\n## Outcome of the visit\n\n### Duty\n\n{said}\n"
    assert [(each, found) for each, _, found in ticked(text)] == [(kind, said)]


SCRUTINEER = "# Yearly report of the Independent Scrutineer\n\n## 5. Schools\n\n5.1 "


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Attendance is the weak link. Nobody from the colleges has come.", A),
        ("The young inspectors are the best thing that I saw all year.", S),
        ("The audit group is going from strength to strength.", S),
        ("I am less satisfied about the data. They are shared, but they reach the board months late.", A),
    ],
)
def test_verdicts_in_a_scrutineers_counted_paragraphs(said, kind):
    text = f"{SCRUTINEER}{said}\n\n5.2 There were four meetings in the year and the minutes run to ninety pages.\n"
    assert [(each, found) for each, _, found in ticked(text)] == [(kind, said)]


def test_fault_that_is_taken_back_is_not_ticked():
    said = "I am less satisfied about the data. They were poor, but they are now excellent and timely."
    assert ticked(f"{SCRUTINEER}{said}\n") == []


def test_demand_that_says_what_is_to_be_included_is_no_announcement():
    text = "# Inspection\n\n## Areas for improvement\n\n"
    text += "Leaders should improve their plans, so that these include the views of parents.\n\nLeaders should meet.\n"
    assert len(ticked(text)) == 2
