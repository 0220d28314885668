"""What each review found under the headings of its own document."""

import datetime

import pytest

from findings.models import Finding, Kind, Prominence
from reports.drafting import default_outline, draft_text
from reports.facts import Facts
from reports.figures import figures
from reports.models import Section
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db
STRANDS = Section.Kind.STRANDS


def test_findings_are_quoted_under_their_strands_with_their_corrections(period, report_in_march):
    review = report_in_march("Peer # challenge")
    second, first = (
        StrandFactory(review=review, name=name, position=at) for name, at in (("Vision", 2), ("Help", 1))
    )
    FindingFactory(review=review, strand=second, text="Aims are plain.", kind=Kind.STRENGTH)
    FindingFactory(review=review, strand=first, text="Visits are late.")
    FindingFactory(review=review, strand=first, text="Plans are short", prominence=Prominence.HEADLINE)
    FindingFactory(
        review=review, strand=first, text="24% answered", kind=Kind.STRENGTH, correction="It is 25%."
    )
    FindingFactory(review=review, text="Bare *words*")
    ReviewFactory(title="Later", received_on=datetime.date(2026, 5, 2))

    assert draft_text(STRANDS, Facts(period)) == (
        "### Peer \\# challenge\n\n"
        "**Help.** One strength and two areas for consideration.\n\n"
        "- Strength: “24% answered” (correction: It is 25%)\n"
        "- Area for consideration: “Plans are short”\n"
        "- Area for consideration: “Visits are late”\n\n"
        "**Vision.** One strength and no areas for consideration.\n\n"
        "- Strength: “Aims are plain”\n\n"
        "**Under no strand.** No strengths and one area for consideration.\n\n"
        "- Area for consideration: “Bare \\*words\\*”"
    )
    [table] = figures(STRANDS, Facts(period))
    assert table["rows"] == [
        ["Peer # challenge", "Help", "1", "2"],
        ["Peer # challenge", "Vision", "1", "0"],
        ["Peer # challenge", "Under no strand", "0", "1"],
    ]


def test_long_list_is_quoted_whole(period, report_in_march):
    FindingFactory.create_batch(12, review=report_in_march("Audit"))

    text = draft_text(STRANDS, Facts(period))

    assert text.count("- Area for consideration: ") == 12


def test_of_five_thousand_findings_the_first_are_quoted_and_the_others_counted(period, report_in_march):
    review = report_in_march("Audit")
    first = FindingFactory(review=review)
    Finding.objects.bulk_create(
        Finding(
            review=review, kind=Kind.AREA, text=f"Area {n}", reference=f"F-{n}", recorded_by=first.recorded_by
        )
        for n in range(4_999)
    )

    text = draft_text(STRANDS, Facts(period))

    assert "No strengths and 5,000 areas for consideration." in text
    assert text.count("- Area for consideration: ") == 100
    assert text.endswith("- 4,900 more areas in the register of findings")


def test_review_without_findings_and_period_without_reviews_are_said_in_a_sentence(period, report_in_march):
    assert (
        draft_text(STRANDS, Facts(period))
        == "No review reported in the period, so there are no new findings."
    )

    report_in_march("Audit")

    assert draft_text(STRANDS, Facts(period)) == "### Audit\n\nNo finding of this review has been recorded."


def test_strands_need_as_many_queries_for_three_reviews_as_for_one(report_in_march, queries_of):
    def add():
        review = report_in_march("Audit")
        FindingFactory(review=review, strand=StrandFactory(review=review))

    add()
    first = queries_of(STRANDS)
    add()
    add()

    assert (first, queries_of(STRANDS)) == (2, 2)


def test_default_outline_tells_findings_once_and_what_changed_near_its_beginning():
    assert default_outline()[:2] == [Section.Kind.INTRODUCTION, Section.Kind.CHANGES]
    assert STRANDS not in default_outline()
    assert Section.Kind.FINDINGS in default_outline()
