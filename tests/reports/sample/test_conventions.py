"""The sample's paper keeps the conventions of committee papers, read from the words of its PDF."""

import re

import pypdfium2
import pytest

from reports.models import Edition, ImplicationKind
from tests.reports.kept_back import file_of, lines_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sample_council")]
RUNNING = re.compile(
    r"Page \d+ of \d+$|^Fenwold Council\b.+|^Children and Young People Scrutiny Committee, .+"
)
NUMBER = re.compile(r"(\d+)\.")
LETTER = re.compile(r"[a-z]\)")
"""The letters of points come after all other words of a page."""
MARGIN = 88
"""In points from the edge of the page: numbers of paragraphs stand left of it, their words to the right."""


@pytest.fixture
def paper():
    """The bytes of the public paper."""
    edition = Edition.objects.get(report__title="Bi-annual safeguarding report", audience="public")
    return file_of(edition, "pdf")


@pytest.fixture
def lines(paper):
    """Its lines without what every page repeats."""
    return [line for line in lines_of(paper) if not RUNNING.search(line)]


@pytest.fixture
def body(lines):
    """The lines after the contents, whose entries end in the number of a page."""
    last = max(place for place, line in enumerate(lines) if re.search(r"\. \. \.", line))
    return lines[last + 1 :]


def part(body, heading, until=None):
    """The lines below a heading, up to another."""
    after = body[body.index(heading) + 1 :]
    return after[: after.index(until)] if until else after


def test_title_block_names_the_committee_the_day_and_whose_report_it_is(lines):
    assert lines[:7] == [
        "Fenwold Council",
        "Children and Young People Scrutiny Committee",
        "16 June 2026",
        "Report of the Director of Children’s Services",
        "Bi-annual safeguarding report",
        "1 November 2025 to 30 April 2026",
        "Contents",
    ]


def test_paragraphs_are_numbered_on_through_all_sections(paper):
    pages = pypdfium2.PdfDocument(paper)
    beside = [page.get_textpage().get_text_bounded(right=MARGIN).split() for page in pages]

    found = [int(number[1]) for words in beside for number in map(NUMBER.fullmatch, words) if number]

    assert found == list(range(1, 52))


def test_sections_around_the_text_come_in_their_order(body):
    wanted = [
        "Introduction",
        "Implications",
        "Recommendations",
        "Contact details",
        "Wards affected",
        "Background papers",
        "Annexes",
        "Abbreviations",
        "Annex A: How the figures are counted",
        "Annex B: What young scrutineers asked",
    ]

    assert [line for line in body if line in wanted] == wanted


def test_each_implication_is_answered_and_none_is_said(body):
    said = part(body, "Implications", "Recommendations")
    answered = [line for line in said if re.match(r"\d+\. [A-Z]", line)]

    # Of one the second paragraph is exempt.
    assert len(answered) == ImplicationKind.objects.filter(is_active=True).count() + 1
    assert answered[1].startswith(
        "42. Paragraph 42 is not published: it is exempt under paragraph 3 of Part 1 of"
    )
    assert [line for line in answered if line.endswith(" None.")] == [
        "45. Legal. None.",
        "48. Property. None.",
        "50. Other. None.",
    ]


def test_each_recommendation_is_lettered_and_has_its_reason(body):
    asked = part(body, "Recommendations", "Contact details")
    letters = filter(LETTER.fullmatch, part(body, "Recommendations", "Background papers"))

    assert asked[0] == "51. Members are asked to:"
    assert list(letters) == ["a)", "b)", "c)"]
    begin = [line.split()[0] for line in asked if line.startswith(("Note ", "Ask ", "Reason: "))]
    assert begin == ["Note", "Reason:", "Ask", "Reason:", "Ask", "Reason:"]


def test_contact_details_say_who_answers_and_when_it_was_approved(body):
    details = part(body, "Contact details", "Wards affected")

    terms = ["Author", "Chief officer responsible for the report", "Report approved", "Specialist officers"]
    assert [line for line in details if line in terms] == terms
    assert details[details.index("Report approved") + 1] == "Yes, on 29 May 2026"
    assert part(body, "Wards affected", "Background papers")[0] == "All"


def test_papers_annexes_and_abbreviations_are_listed(body):
    assert part(body, "Background papers", "Annexes") == [
        "Independent scrutineer’s assurance report, and the partners’ reply",
        "Letter of the joint targeted area inspection",
    ]
    assert [line[:8] for line in part(body, "Annexes", "Abbreviations")] == ["Annex A:", "Annex B:"]
    assert part(body, "Abbreviations", "Annex A: How the figures are counted") == [
        "Abbreviation Meaning",
        "ICB Integrated care board",
        "ILACS Inspection of local authority children’s services",
        "JTAI Joint targeted area inspection",
    ]
