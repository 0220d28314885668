"""What officers wrote beside the marks and lists that would have kept it right: typed references, bare promises."""

import pytest

from reports.checks import Known, promises, typed
from tests.reports.rendering.snapshots import paragraph, section

OURS = frozenset({5})


def told(found):
    return [(finding.place, finding.message) for finding in found]


def test_typed_reference_is_found_whether_or_not_it_leads_anywhere(find):
    blocks = [paragraph(3, "See paragraph 4, paragraphs 9–11 and Annex B."), paragraph(4, "And Annex A.")]

    found = find(typed.CHECK, *blocks, known=Known(written=OURS), annexes=[{"letter": "A"}])

    assert told(found) == [
        (
            "Paragraph 3",
            "“paragraph 4” is typed, so it is no link and stays as it is when the numbers change.",
        ),
        ("Paragraph 3", "“paragraphs 9–11” is typed, and the report has none."),
        ("Paragraph 3", "“Annex B” is typed, and the report has none."),
        ("Paragraph 4", "“Annex A” is typed, so it is no link and stays as it is when the numbers change."),
    ]
    assert {finding.fix_url for finding in found} == {"/reports/1/sections/5/edit/"}


@pytest.mark.parametrize(
    "text",
    [
        'See paragraph <a href="#paragraph-4">4</a> and <a href="#annex-A">Annex A</a>.',
        "It is exempt under paragraph 3 of Part 1 of Schedule 12A.",
        "Paragraph 12 of the reviewers’ letter and Annex C to it say so.",
    ],
)
def test_links_and_references_to_other_documents_are_right(find, text):
    assert find(typed.CHECK, paragraph(3, text), known=Known(written=OURS)) == []


def test_what_the_record_says_is_not_looked_through_for_typed_references(find):
    assert (
        find(typed.CHECK, section(6, "Progress", paragraph(3, "See paragraph 4.")), known=Known(written=OURS))
        == []
    )


def test_promise_is_found_until_it_is_recorded(find):
    wording = "We will bring a further update on early help to the next meeting in June."
    text = paragraph(3, f"Much was done. {wording}")

    [found] = find(promises.CHECK, text, known=Known(written=OURS))

    assert (found.place, found.message) == (
        "Paragraph 3",
        f"It seems to promise something, and is no commitment: “{wording}”",
    )
    assert found.fix_url.startswith("/reports/1/commitments/add/?sentence=")
    assert find(promises.CHECK, text, known=Known(written=OURS, promised=(wording,))) == []
    assert find(promises.CHECK, text, known=Known()) == []
