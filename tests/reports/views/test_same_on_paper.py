"""A paper shows the same on screen and in its PDF."""

import datetime
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actions.models import Status
from reports.models import Section
from reports.rendering.page import page_html
from reports.rendering.pictures import inlined
from tests.factories.actions import ActionFactory
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.reports import EditionFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """A published report with bars, a line, and the tables beside them."""
    for status in (Status.IN_PROGRESS, Status.PAUSED, Status.DELIVERED):
        ActionFactory(status=status)
    measure = MeasureFactory(name="Children in care")
    for month in (1, 2, 3):
        day = datetime.date(2026, month, 28)
        MeasurementFactory(measure=measure, measured_on=day, value=Decimal(300 + month))
    report = ReportFactory(published=True)
    for position, kind in enumerate((Section.Kind.ACTIONS, Section.Kind.MEASURES), start=1):
        SectionFactory(report=report, kind=kind, position=position)
    return EditionFactory(report=report)


def tables_of(page):
    """The captions and cells of a page's tables, but for those that say on screen what a picture shows."""
    return [
        [cell.get_text(" ", strip=True) for cell in table.select("caption, th, td")]
        for table in BeautifulSoup(page, "lxml").find_all("table")
        if table.find_parent("figure") is None
    ]


def test_charts_are_the_same_pictures(client, member, edition):
    printed = page_html(edition.snapshot)
    charts = [
        (section["record"], place)
        for section in edition.snapshot["sections"]
        for place, _ in enumerate((b for b in section["blocks"] if b["type"] == "chart"), start=1)
    ]
    assert len(charts) == 2

    for record, place in charts:
        address = reverse("reports:paper_chart", args=[edition.report_id, record, place])
        assert inlined(client.get(address).content.decode()) in printed


def test_tables_have_the_same_cells(client, member, edition):
    shown = client.get(reverse("reports:paper_detail", args=[edition.report_id])).content

    assert len(tables_of(shown)) == 2
    assert tables_of(shown) == tables_of(page_html(edition.snapshot))
