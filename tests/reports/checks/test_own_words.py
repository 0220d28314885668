"""What officers wrote beside the marks and lists that would have kept it right: typed references, bare promises."""

import pytest

from reports.checks import promises, typed
from reports.models import Commitment
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph, section

OURS = frozenset({5})


def told(found):
    return [(finding.place, finding.message) for finding in found]


def test_typed_reference_is_found_whether_or_not_it_leads_anywhere(find):
    blocks = [paragraph(3, "See paragraph 4, paragraphs 9–11 and Annex B."), paragraph(4, "And Annex A.")]

    found = find(
        typed.CHECK,
        *blocks,
        known=known_for(written=OURS),
        annexes=[{"letter": "A", "kind": "pdf", "blocks": []}],
    )

    assert told(found) == [
        (
            "Paragraph 3",
            "“paragraph 4” is typed, so it is no link and stays as it is when the numbers change.",
        ),
        ("Paragraph 3", "“paragraphs 9–11” is typed, and the report has no such place."),
        ("Paragraph 3", "“Annex B” is typed, and the report has no such place."),
        ("Paragraph 4", "“Annex A” is typed, so it is no link and stays as it is when the numbers change."),
    ]
    assert {finding.fix_url for finding in found} == {"/reports/1/sections/5/edit/"}


@pytest.mark.parametrize(
    "text",
    [
        'See paragraph <a href="#paragraph-4">4</a> and <a href="#annex-A">Annex A</a>.',
        "It is exempt under paragraph 3 of Part 1 of Schedule 12A.",
        "It is exempt under paragraphs 1 and 2 of Part 1 of Schedule 12A, or paragraphs 1–3 of it.",
        "Paragraph 4.2 says so.",
        "Paragraph 12 of the reviewers’ letter and Annex C to it say so.",
    ],
)
def test_links_and_references_to_other_documents_are_right(find, text):
    assert find(typed.CHECK, paragraph(3, text), known=known_for(written=OURS)) == []


def test_whole_row_of_numbers_is_quoted(find):
    [found] = find(typed.CHECK, paragraph(3, "See paragraphs 3, 4 and 5."), known=known_for(written=OURS))

    assert found.message.startswith("“paragraphs 3, 4 and 5” is typed")


def test_reasons_and_annexes_of_officers_are_looked_through_too(find):
    point = {"record": 7, "html": "Note it", "points": [], "reason": "As paragraph 9 says", "exempt": None}
    asked = {"type": "recommendations", "number": 4, "points": [point], "exempt": None}
    annexes = [
        {
            "letter": letter,
            "record": 8,
            "title": "More",
            "kind": kind,
            "blocks": [paragraph(1, "See Annex D.")],
        }
        for letter, kind in (("A", "text"), ("B", "word"))
    ]

    found = find(typed.CHECK, asked, annexes=annexes)

    assert [(row.place, row.message, row.fix_url) for row in found] == [
        (
            "Recommendation 1",
            "“paragraph 9” is typed, and the report has no such place.",
            "/reports/1/recommendations/7/edit/",
        ),
        ("Annex A", "“Annex D” is typed, and the report has no such place.", "/reports/1/annexes/8/edit/"),
    ]


def test_what_the_record_says_is_not_looked_through_for_typed_references(find):
    assert (
        find(
            typed.CHECK,
            section(6, "Progress", paragraph(3, "See paragraph 4.")),
            known=known_for(written=OURS),
        )
        == []
    )


def test_promise_is_found_until_it_is_recorded(find):
    wording = "We will bring a further update on early help to the next meeting in June."
    text = paragraph(3, f"Much was done. {wording}")

    [found] = find(promises.CHECK, text, known=known_for(written=OURS))

    assert (found.place, found.message) == (
        "Paragraph 3",
        f"This may be a promise, and it is not recorded as a commitment: “{wording}”",
    )
    assert found.fix_url.startswith("/reports/1/commitments/add/?sentence=")
    assert (
        find(promises.CHECK, text, known=known_for(written=OURS, commitments=(Commitment(wording=wording),)))
        == []
    )
    assert find(promises.CHECK, text, known=known_for()) == []
