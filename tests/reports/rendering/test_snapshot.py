"""The one place that assembles a report."""

import datetime
import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.models import CouncilSettings
from reports.models import Section
from reports.rendering.snapshot import build_snapshot, frozen_content, preview_blocks
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.reports import (
    AbbreviationFactory,
    RecommendationFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


def test_paragraphs_are_numbered_over_all_sections_and_the_recommendations():
    report = ReportFactory()
    SectionFactory(report=report, body="One.\n\nTwo.", position=1)
    SectionFactory(report=report, body="Three.", position=2)
    RecommendationFactory(report=report, text="Note it", reason="To know", position=1)

    snapshot = build_snapshot(report)

    numbers = [block["number"] for section in snapshot["sections"] for block in section["blocks"]]
    assert numbers == [1, 2, 3]
    assert snapshot["recommendations"] == {"number": 4, "points": [{"text": "Note it", "reason": "To know"}]}


def test_snapshot_is_plain_data_that_survives_being_stored():
    report = ReportFactory()
    SectionFactory(report=report, kind=Section.Kind.MEASURES, position=1)
    MeasurementFactory(measured_on=datetime.date(2026, 3, 31), value=Decimal("4.50"))

    snapshot = build_snapshot(report)

    assert json.loads(json.dumps(snapshot)) == snapshot


def test_tables_and_charts_are_numbered_over_all_sections():
    report = ReportFactory()
    measure = MeasureFactory()
    for month in (1, 2):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 1))
    for position in (1, 2):
        SectionFactory(report=report, kind=Section.Kind.MEASURES, body="Text.", position=position)

    snapshot = build_snapshot(report)

    placed = [
        (block["type"], block["place"])
        for section in snapshot["sections"]
        for block in section["blocks"]
        if "place" in block
    ]
    assert placed == [("table", 1), ("chart", 1), ("table", 2), ("chart", 2)]


def test_report_without_recommendations_asks_nothing():
    assert build_snapshot(ReportFactory())["recommendations"] is None


def test_abbreviations_are_found_wherever_the_reader_meets_them():
    report = ReportFactory(background_papers="One\n\n Two ")
    for short in ("AAA", "BBB", "CCC", "DDD"):
        AbbreviationFactory(short=short, meaning=f"Meaning of {short}")
    SectionFactory(report=report, heading="The AAA", body="Text.\n\n- a point\n  - by the BBB", position=1)
    RecommendationFactory(report=report, reason="The CCC asked", position=1)

    snapshot = build_snapshot(report)

    assert [row["short"] for row in snapshot["abbreviations"]] == ["AAA", "BBB", "CCC"]
    assert snapshot["background_papers"] == ["One", "Two"]


def test_council_and_approval_are_in_the_snapshot():
    CouncilSettings.objects.create(pk=1, name="Fen Council", primary_colour="#123456")

    snapshot = build_snapshot(ReportFactory(approved=True))

    assert (snapshot["council"]["name"], snapshot["council"]["primary_colour"]) == ("Fen Council", "#123456")
    assert snapshot["contacts"]["approved_on"] == "2026-05-29"
    assert build_snapshot(ReportFactory())["contacts"]["approved_on"] is None


def test_preview_is_numbered_as_in_the_report():
    report = ReportFactory()
    SectionFactory(report=report, body="One.\n\nTwo.", position=1)
    section = SectionFactory(report=report, body="As saved.", position=2)

    [block] = preview_blocks(section, "As typed.")

    assert (block["number"], block["html"]) == (3, "As typed.")


def test_frozen_content_is_that_of_the_newest_rendering():
    report = ReportFactory(approved=True)
    assert frozen_content(report) is None

    RenderingFactory(report=report, snapshot={"title": "As approved"})

    assert frozen_content(report) == {"title": "As approved"}


def test_as_many_queries_for_one_measure_as_for_three():
    report = ReportFactory()
    for position, kind in enumerate(Section.Kind, start=1):
        SectionFactory(report=report, kind=kind, position=position)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            MeasurementFactory(measured_on=datetime.date(2026, 3, 31))
        with CaptureQueriesContext(connection) as captured:
            build_snapshot(report)
        counts.append(len(captured))

    assert counts[0] == counts[1]
