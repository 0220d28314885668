"""The tables of actions: no date and no number is broken in two by its column, on paper and in Word."""

import datetime

import pytest

from reports.models import Section
from reports.rendering.apart import make_files
from reports.rendering.snapshot import build_snapshot
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory
from tests.factories.reports import AnnexFactory, ReportFactory, SectionFactory
from tests.reports.rendering.office import words_of_pages, words_printed

pytestmark = pytest.mark.django_db
LONGEST_DATES = [datetime.date(2026, 9, 20 + day) for day in range(11)]
TABLES = 3


@pytest.fixture(scope="module")
def files(django_db_setup, django_db_blocker):
    """A report with its actions in the three tables that there are of them, all due in the longest month."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        # The day of the meeting is printed too: it must not be one of the dates counted.
        report = ReportFactory(approved=True, meeting__held_on=datetime.date(2026, 6, 16))
        finding = FindingFactory(review__received_on=report.period_start_on)
        for due_on in LONGEST_DATES:
            ActionFactory(
                due_on=due_on,
                findings=[finding],
                title="Join up the health assessments of children in the council’s care",
                success_measure="Assessments are complete within twenty working days",
                lead__job_title="Head of commissioning and partnerships",
            )
        SectionFactory(report=report, kind=Section.Kind.RESPONSES, heading="Response", position=1)
        SectionFactory(report=report, kind=Section.Kind.ACTIONS, heading="Progress", position=2)
        AnnexFactory(report=report, kind="plan", body="", position=1)
        snapshot = build_snapshot(report)
        transaction.set_rollback(True)
    return make_files(snapshot, lambda *progress: None, lambda: None)


def whole_dates(words):
    """Return how often each date stands in one line."""
    words = words.replace("\N{NO-BREAK SPACE}", " ")
    return [words.count(f"{day.day} September 2026") for day in LONGEST_DATES]


def test_dates_stand_whole_in_their_columns_of_the_pdf(files):
    assert whole_dates(words_of_pages(files.pdf)) == [TABLES] * len(LONGEST_DATES)


@pytest.mark.embedded
@pytest.mark.libreoffice
def test_dates_stand_whole_in_their_columns_in_word(files, tmp_path):
    assert whole_dates(words_printed(files.docx, tmp_path)) == [TABLES] * len(LONGEST_DATES)
