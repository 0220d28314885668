"""Numbered paragraphs of a part that only say of which kind the list after them is; the next of them ends it."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked

BODY = """{one}3. Early help

{two}3.1 Strengths found by the team:
{mark} Families know whom to ring.
{mark} Workers stay with a family for as long as they are needed.

{two}3.2 {areas}
{mark} Plans are not shared with schools.
{mark} Fathers are seldom asked what they think.

{two}3.3 {after}

{one}4. Children in care

{two}4.1 Inspectors were positive about several things:
{mark} Carers are well supported.

{two}4.2 {areas}
{mark} Some children wait too long for a match.
"""
EXPECTED = [
    (S, "Early help", "Families know whom to ring."),
    (S, "Early help", "Workers stay with a family for as long as they are needed."),
    (A, "Early help", "Plans are not shared with schools."),
    (A, "Early help", "Fathers are seldom asked what they think."),
    (S, "Children in care", "Carers are well supported."),
    (A, "Children in care", "Some children wait too long for a match."),
]


@pytest.mark.parametrize("mark", ["•", "-", "(i)"])
@pytest.mark.parametrize(
    "areas",
    [
        "Areas where improvement is needed:",
        "Areas in which more work is still required:",
        "Areas for development",
        "Inspectors were critical of:",
        "The team was concerned about the following:",
    ],
)
@pytest.mark.parametrize(
    "after",
    [
        "Position in May. A parents' group has met twice and the plan now goes to every school.",
        "Since then a new panel has looked at ninety plans and closed a third of them.",
    ],
)
def test_counted_label_holds_until_the_next_paragraph_of_its_count(mark, areas, after):
    text = BODY.format(one="", two="", mark=mark, areas=areas, after=after)
    assert ticked(text, "report.txt") == EXPECTED


def test_counted_label_under_headings():
    text = BODY.format(
        one="## ", two="", mark="-", areas="Areas for improvement:", after="A plan was made in May."
    )
    assert ticked(text.replace(":\n-", ":\n\n-"), "report.md") == EXPECTED


def test_label_with_its_number_typed_before_it():
    text = (
        "<h2>What inspectors found</h2><p>2.1 Particular strengths were:</p><ul><li>Calls are answered.</li></ul>"
        "<p>2.2 A new telephone system was bought in May and the waiting time has been published since.</p>"
        "<h2>Other news</h2><p>3.1 The office moves in July.</p>"
    )
    assert ticked(text, "report.html") == [(S, None, "Calls are answered.")]
