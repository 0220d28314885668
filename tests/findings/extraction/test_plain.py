"""Letters in plain text, pasted or saved."""

import pytest

from tests.findings.extraction.helpers import A, S, chosen, read, references, ticked


@pytest.mark.parametrize("bullet", ["•", "-", "*", "–", "\uf0b7", "o", "◼", "+", "1.", "(a)", "i)"])
def test_bullets_of_every_make(bullet):
    text = f"STRENGTHS\n\n{bullet} Carers stay\n{bullet} Carers are heard\n"

    assert ticked(text, "letter.txt") == [(S, None, "Carers stay"), (S, None, "Carers are heard")]


@pytest.mark.parametrize(
    "heading",
    [
        "STRENGTHS",
        "Strengths",
        "Strengths:",
        "Strengths\n=========",
        "Key strengths\n-------------",
        "1. Strengths",
    ],
)
def test_headings_of_every_make(heading):
    text = f"We came in June and were made welcome.\n\n{heading}\n\n• Carers stay\n\nNext steps\n\n• Meet again\n"

    assert ticked(text, "letter.txt") == [(S, None, "Carers stay")]


def test_wrapped_and_indented_bullets():
    text = """\
Areas for development:

  • The service would do well to look again at how quickly
    it answers letters from families, and who signs them
  • Plans are long
      - they repeat the assessment
      - nobody reads the annex
  • Some wrapped lines
come back to the margin

Agreed actions:

  • Shorten the plans
"""
    assert [c.text for c in chosen(text, "letter.txt")] == [
        "The service would do well to look again at how quickly it answers letters from families, and who signs them",
        "Plans are long\n- they repeat the assessment\n- nobody reads the annex",
        "Some wrapped lines come back to the margin",
    ]


def test_sub_bullets_told_apart_by_their_sign():
    text = "STRENGTHS\n\n• Hubs\no north\no south\n• Helpline\n"

    assert [c.text for c in chosen(text, "letter.txt")] == ["Hubs\n- north\n- south", "Helpline"]


def test_strand_and_kind_headings_in_capitals():
    text = """\
LEADERSHIP

STRENGTHS

• Members ask good questions

AREAS FOR DEVELOPMENT

• Succession is thin

HELP AND PROTECTION

STRENGTHS

• Visits are on time

METHODOLOGY

• We read ten files
"""
    assert ticked(text, "letter.txt") == [
        (S, "LEADERSHIP", "Members ask good questions"),
        (A, "LEADERSHIP", "Succession is thin"),
        (S, "HELP AND PROTECTION", "Visits are on time"),
    ]


def test_kind_headings_over_strand_headings_of_the_same_make():
    text = """\
STRENGTHS

LEADERSHIP

• Members ask good questions

HELP AND PROTECTION

• Visits are on time

AREAS FOR DEVELOPMENT

LEADERSHIP

• Succession is thin

BACKGROUND

• We came in June
"""
    assert ticked(text, "letter.txt") == [
        (S, "LEADERSHIP", "Members ask good questions"),
        (S, "HELP AND PROTECTION", "Visits are on time"),
        (A, "LEADERSHIP", "Succession is thin"),
    ]


def test_unknown_heading_of_the_same_make_ends_a_list():
    text = "STRENGTHS\n\n• Carers stay\n\nTHE PEOPLE WE MET\n\n• Ten carers\n• Two nurses\n"

    assert ticked(text, "letter.txt") == [(S, None, "Carers stay")]


def test_strands_as_bare_lines():
    text = """\
Leadership

Strengths

- Members ask good questions

Areas for improvement

- Succession is thin

Help and protection

Strengths

- Visits are on time
"""
    assert ticked(text, "") == [
        (S, "Leadership", "Members ask good questions"),
        (A, "Leadership", "Succession is thin"),
        (S, "Help and protection", "Visits are on time"),
    ]


def test_numbered_strand_headings():
    text = """\
1. Leadership

Strengths:
• Members ask good questions

2. Help and protection

Strengths:
• Visits are on time

Areas for improvement:
• Notes are late
"""
    assert ticked(text, "letter.txt") == [
        (S, "Leadership", "Members ask good questions"),
        (S, "Help and protection", "Visits are on time"),
        (A, "Help and protection", "Notes are late"),
    ]


def test_inspectors_speaking_of_strands():
    text = """\
Areas of strength

The inspector for fostering found:
• Carers stay
And areas for further development:
• Few carers for teenagers

The inspector for adoption found:
• Matches last
"""
    assert ticked(text, "letter.txt") == [
        (S, "Fostering", "Carers stay"),
        (A, "Fostering", "Few carers for teenagers"),
        (S, "Adoption", "Matches last"),
    ]


def test_paragraphs_after_a_heading():
    text = """\
Strengths

Leaders know their staff by name, and the staff
know the children.

Schools trust the front door.

Areas for development

Case notes are uneven across the teams.

Thank you once more for your welcome.

Yours faithfully

Lead reviewer
"""
    assert ticked(text, "letter.txt") == [
        (S, None, "Leaders know their staff by name, and the staff know the children."),
        (S, None, "Schools trust the front door."),
        (A, None, "Case notes are uneven across the teams."),
    ]


def test_list_of_what_needs_to_improve():
    text = """\
What needs to improve?1
◼ The speed of first visits,
  above all at weekends (Outcome 9).

◼ Letters to families.

The experiences of children who need help: good
1.   Most visits are kind.
2.   Some are late.
"""
    assert ticked(text, "report.txt") == [
        (A, None, "The speed of first visits, above all at weekends (Outcome 9)."),
        (A, None, "Letters to families."),
    ]
    assert references(text, "report.txt") == [
        "What needs to improve?, bullet 1",
        "What needs to improve?, bullet 2",
    ]


def test_curly_quotes_and_odd_spaces_are_kept_and_tidied():
    text = "STRENGTHS\r\n\r\n•\u00a0The\u00a0children’s “own\u200b book”\u2009works\r\n• Carers\tstay\r\n"

    assert ticked(text, "letter.txt") == [
        (S, None, "The children’s “own book” works"),
        (S, None, "Carers stay"),
    ]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system(ending):
    text = ending.join(["STRENGTHS", "", "• Carers stay", "• Carers are heard", ""])

    assert ticked(text, "letter.txt") == [(S, None, "Carers stay"), (S, None, "Carers are heard")]


def test_dash_inside_a_sentence_begins_no_bullet():
    text = """\
STRENGTHS

• It is not easy to let a stranger sit beside you
– but they talked with care
• Carers stay
"""

    assert [c.text for c in chosen(text, "letter.txt")] == [
        "It is not easy to let a stranger sit beside you – but they talked with care",
        "Carers stay",
    ]


def test_number_inside_a_sentence_begins_no_item():
    text = """\
STRENGTHS

• Everybody in the service could tell us what had changed since year
3. They were rightly proud of all that they had done in so short a time
• Carers stay with the service for longer than anywhere else nearby now
• Carers are heard by the people who decide about the children's lives
• Every child in the whole of the borough has a book of their own here
• Hubs open late
"""
    assert chosen(text, "letter.txt")[0].text.startswith(
        "Everybody in the service could tell us what had changed since year 3. They"
    )


def test_text_that_looks_like_markdown_is_read_as_markdown():
    extraction = read("## Strengths\n\n- **Carers** stay\n", "")

    assert extraction.format == "markdown"
    assert [c.text for c in extraction.candidates] == ["Carers stay"]


def test_shopping_list_gives_nothing():
    assert read("Shopping\n\n- milk\n- bread\n", "").candidates == ()


def test_greeting_and_signature_are_no_findings():
    text = "Dear colleague\n\nStrengths\n\n• Carers stay\n\nKind regards\n\nLead reviewer\nWestermoor\n"

    assert [c.text for c in read(text, "letter.txt").candidates] == ["Carers stay"]


def test_short_paragraphs_without_full_stops_are_points_not_headings():
    text = """\
Strengths

Excellent lead member

Committed staff

Sound money

Areas for consideration

Scrutiny of plans
"""
    assert ticked(text, "letter.txt") == [
        (S, None, "Excellent lead member"),
        (S, None, "Committed staff"),
        (S, None, "Sound money"),
        (A, None, "Scrutiny of plans"),
    ]


def test_headline_findings_of_unsaid_kind_are_left_to_the_reader():
    text = """\
Headline findings

Leaders have improved the front door, although more needs to be done.

What needs to improve in this area of social work practice

• The quality of plans

Main findings

Most children are seen quickly and by someone whom they know.
"""
    assert ticked(text, "letter.txt") == [(A, None, "The quality of plans")]
    assert [c.confidence for c in read(text, "letter.txt").candidates if not c.selected] == [0.3, 0.3]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", ["R{}.", "A{}.", "R{})"])
def test_letter_with_a_number_marks_the_points_of_a_list(mark, between):
    points = (
        "Partners should agree who leads.",
        "Carers need a plan of their own\nby May.",
        "The form is long.",
    )
    listed = between.join(f"{mark.format(at)} {point}" for at, point in enumerate(points, 1))
    text = f"Recommendations\n\n{listed}\n"

    assert [text for _, _, text in ticked(text, "review.txt")] == [
        point.replace("\n", " ") for point in points
    ]
    assert references(text, "review.txt")[1] == "Recommendations, item 2"


def test_letter_with_a_number_inside_a_sentence_begins_no_item():
    text = "Strengths\n\n- Visits meet outcome\n  A2 and homes are near the\n  A38. It is quiet there.\n"

    assert len(ticked(text, "review.txt")) == 1
