"""The period that a report is about, and the days that are suggested for it."""

import datetime

import pytest

from reports.facts import Period, suggested_days
from tests.factories.reports import MeetingFactory, ReportFactory

pytestmark = pytest.mark.django_db
ENDED = datetime.date(2025, 12, 31)
FIRST = datetime.date(2026, 1, 1)
PAPERS_OUT = datetime.date(2026, 7, 6)


@pytest.mark.parametrize(
    ("moment", "is_in"),
    [
        ("2025-12-31T23:59:59", False),
        ("2026-01-01T00:00:00", True),
        ("2026-06-30T22:59:59", True),
        ("2026-06-30T23:00:00", False),
    ],
)
def test_moment_is_in_a_period_by_the_clock_of_its_place(moment, is_in):
    period = Period(FIRST, datetime.date(2026, 6, 30))

    assert (datetime.datetime.fromisoformat(f"{moment}+00:00") in period) == is_in


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (datetime.date(2026, 3, 3), {"period_start_on": FIRST, "period_end_on": datetime.date(2026, 3, 3)}),
        (datetime.date(2031, 3, 3), {"period_start_on": FIRST, "period_end_on": PAPERS_OUT}),
        (ENDED, {"period_start_on": FIRST}),
    ],
)
def test_suggested_days_are_those_of_the_day_that_is_asked_for(on, expected):
    before = MeetingFactory(held_on=datetime.date(2026, 1, 13))
    ReportFactory(meeting=before, period_start_on=datetime.date(2025, 7, 1), period_end_on=ENDED)
    meeting = MeetingFactory(committee=before.committee, held_on=datetime.date(2026, 7, 14))

    assert suggested_days(meeting, on=on) == expected
