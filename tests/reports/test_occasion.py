"""The day since when people ask what has changed: the first that the last published report does not tell of."""

import datetime

from portal.registry import latest_occasions
from reports.registration import first_day_unreported
from tests.factories.reports import ReportFactory


def test_before_the_first_published_report_there_is_none(db):
    ReportFactory(period_start_on=datetime.date(2025, 1, 1), period_end_on=datetime.date(2025, 6, 30))

    assert first_day_unreported() is None
    assert latest_occasions() == []


def test_it_is_the_day_after_the_period_of_the_last_published_report(db):
    for year in (2025, 2024):
        ReportFactory(
            published=True,
            period_start_on=datetime.date(year, 1, 1),
            period_end_on=datetime.date(year, 12, 31),
        )

    assert latest_occasions() == [("the last committee report", datetime.date(2026, 1, 1))]


def test_report_published_before_its_period_ended_tells_until_then(db):
    ReportFactory(
        published=True,
        period_start_on=datetime.date(2026, 1, 1),
        period_end_on=datetime.date(2026, 6, 30),
        published_at=datetime.datetime(2026, 5, 29, 9, 0, tzinfo=datetime.UTC),
    )

    assert first_day_unreported() == datetime.date(2026, 5, 30)
