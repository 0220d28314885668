"""The paper of the sample council as it is printed."""

import pytest

from tests.reports.sample.printed_paper import PrintedPaper

pytestmark = [pytest.mark.django_db, pytest.mark.embedded]


@pytest.fixture
def paper(public_paper):
    return PrintedPaper(public_paper)


def test_paper_has_a_title_block_one_row_of_numbers_and_its_sections_in_order(paper):
    ends = ["Recommendations", "Contact details", "Wards affected", "Background papers", "Annexes"]
    ends += ["Abbreviations", "Annex A: How the figures are counted", "Annex B: What young scrutineers asked"]

    assert paper.lines[:7] == [
        "Fenwold Council",
        "Children and Young People Scrutiny Committee",
        "16 June 2026",
        "Report of the Director of Children’s Services",
        "Bi-annual safeguarding report",
        "1 November 2025 to 30 April 2026",
        "Contents",
    ]
    assert paper.numbers == list(range(1, 52))
    assert [line for line in paper.body if line in ends] == ends
    said = paper.part("Implications", "Recommendations")
    nones = [line for line in said if line.endswith(" None.")]
    assert nones == ["45. Legal. None.", "48. Property. None.", "50. Other. None."]


def test_paper_gives_reasons_says_who_answers_for_it_and_lists_what_goes_with_it(paper):
    asked = paper.part("Recommendations", "Contact details")
    details = paper.part("Contact details", "Wards affected")
    terms = ["Author", "Chief officer responsible for the report", "Report approved", "Specialist officers"]

    begin = [line.split()[0] for line in asked if line.startswith(("Note ", "Ask ", "Reason: "))]
    assert (asked[0], begin) == (
        "51. Members are asked to:",
        ["Note", "Reason:", "Ask", "Reason:", "Ask", "Reason:"],
    )
    assert paper.letters("Recommendations", "Background papers") == ["a)", "b)", "c)"]
    assert [line for line in details if line in terms] == terms
    assert details[details.index("Report approved") + 1] == "Yes, on 29 May 2026"
    assert paper.part("Wards affected", "Background papers") == ["All"]
    assert len(paper.part("Background papers", "Annexes")) == 2
    assert [line[:8] for line in paper.part("Annexes", "Abbreviations")] == ["Annex A:", "Annex B:"]
    short = paper.part("Abbreviations", "Annex A: How the figures are counted")
    assert [line.split()[0] for line in short] == ["Abbreviation", "ICB", "ILACS", "JTAI"]
