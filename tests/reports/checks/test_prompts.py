"""Texts with which an outline begins, and which officers left as they are."""

import datetime

import pytest

from reports.checks import results_of
from reports.models import Section
from tests.factories.reports import OutlineSectionFactory, ReportFactory, SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PROMPT = "Write here what *children* have said."
FOUND = ["It still is what the outline says: “Write here what children have said.”"]


def found(report):
    """What the check finds."""
    results = results_of(report, on=datetime.date(2026, 5, 1))
    return [row.finding.message for row in results if row.check.name == "prompts"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PROMPT, FOUND),
        (f"They said that they like their homes.\n\n{PROMPT}", FOUND),
        ("They said that they like their homes.", []),
        (f"{PROMPT} They like their homes.", []),
    ],
)
def test_text_that_still_is_its_outlines(body, expected):
    report = ReportFactory()
    OutlineSectionFactory(outline__committee=report.meeting.committee, body=PROMPT)
    SectionFactory(report=report, body=body)

    assert found(report) == expected


def test_outline_of_the_council_counts_and_that_of_another_committee_does_not():
    report = ReportFactory()
    SectionFactory(report=report, body=PROMPT)
    OutlineSectionFactory(body=PROMPT)
    assert found(report) == []

    OutlineSectionFactory(outline__committee=None, body=PROMPT)
    assert found(report) == FOUND


def test_what_the_record_writes_is_never_a_prompt():
    report = ReportFactory()
    OutlineSectionFactory(outline__committee=report.meeting.committee, body="Nothing is known.")
    SectionFactory(
        report=report,
        kind=Section.Kind.ACTIONS,
        taken_over=True,
        body="Nothing is known.",
        heading="Progress",
    )

    assert found(report) == []
