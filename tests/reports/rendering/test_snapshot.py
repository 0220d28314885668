"""The one place that assembles a report."""

import datetime
import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.models import CouncilSettings
from reports.models import Implication, ImplicationKind, Section
from reports.rendering.snapshot import build_snapshot, frozen_content, preview_blocks
from tests.factories.actions import ActionFactory
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.reports import (
    AbbreviationFactory,
    ExemptionFactory,
    ImplicationKindFactory,
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
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True, position=3)
    SectionFactory(report=report, body="After.", position=4)
    asked = RecommendationFactory(report=report, text="Note <it>", reason="To know", position=1)

    sections = build_snapshot(report)["sections"]

    numbers = [block["number"] for section in sections for block in section["blocks"]]
    assert numbers == [1, 2, 3, 4, 5]
    point = {"record": asked.pk, "html": "Note &lt;it&gt;", "points": [], "reason": "To know", "exempt": None}
    lead = "Members are asked to"
    assert sections[2]["blocks"] == [
        {"type": "recommendations", "number": 4, "lead": lead, "points": [point], "exempt": None}
    ]


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
    section = SectionFactory(kind=Section.Kind.RECOMMENDATIONS, placed=True)

    assert build_snapshot(section.report)["sections"][0]["blocks"] == []


def test_what_stands_around_the_text_is_where_the_outline_puts_it():
    report = ReportFactory(background_papers="One\n\n Two ", approved=True, specialist_officers="Legal")
    kinds = ("wards", "contacts", "background")
    for position, kind in enumerate(kinds, start=1):
        SectionFactory(report=report, kind=kind, placed=True, position=position)

    sections = build_snapshot(report)["sections"]

    assert [section["kind"] for section in sections] == list(kinds)
    [wards], [contacts], [background] = (section["blocks"] for section in sections)
    assert (wards["lines"], background["lines"]) == (["All"], ["One", "Two"])
    assert {row["term"]: row["text"] for row in contacts["rows"]} == {
        "Author": report.author_contact,
        "Chief officer responsible for the report": report.chief_officer_contact,
        "Report approved": "Yes, on 29 May 2026",
        "Specialist officers": "Legal",
    }


def test_implications_are_answered_denied_or_seen_to_be_missing():
    ImplicationKind.objects.all().delete()
    report = SectionFactory(kind=Section.Kind.IMPLICATIONS, placed=True).report
    kinds = [ImplicationKindFactory(name=name) for name in ("Money", "Law", "People")]
    ImplicationKindFactory(is_active=False)
    Implication.objects.create(report=report, kind=kinds[0], text="It costs.\n\nMuch.")
    Implication.objects.create(report=report, kind=kinds[1], is_none=True)

    blocks = build_snapshot(report)["sections"][0]["blocks"]

    assert [(block["html"], block.get("is_answered")) for block in blocks] == [
        ("<strong>Money.</strong> It costs.", True),
        ("Much.", None),
        ("<strong>Law.</strong> None.", True),
        ("<strong>People.</strong> <em>Not answered yet.</em>", False),
    ]


def test_section_follows_the_record_until_it_is_taken_over():
    section = SectionFactory(kind=Section.Kind.ACTIONS, body="")

    def words():
        return build_snapshot(section.report)["sections"][0]["blocks"][0]["html"]

    assert words() == "No action had been agreed by the end of the period."

    ActionFactory(agreed_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC))

    assert words().startswith("By the end of the period one action had been agreed")
    section.body, section.taken_over = "Ours.", True
    section.save()
    assert words() == "Ours."


def test_abbreviations_are_found_wherever_the_reader_meets_them():
    report = ReportFactory()
    for short in ("AAA", "BBB", "CCC", "DDD"):
        AbbreviationFactory(short=short, meaning=f"Meaning of {short}")
    SectionFactory(report=report, heading="The AAA", body="Text.\n\n- a point\n  - by the BBB", position=1)
    RecommendationFactory(report=report, reason="The CCC asked", position=1)
    for position, kind in ((2, "recommendations"), (3, "abbreviations")):
        SectionFactory(report=report, kind=kind, placed=True, position=position)

    snapshot = build_snapshot(report)

    assert [row["short"] for row in snapshot["abbreviations"]] == ["AAA", "BBB", "CCC"]
    [listed] = snapshot["sections"][-1]["blocks"]
    assert listed["rows"] == snapshot["abbreviations"]


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

    rendering = RenderingFactory(report=report)
    report.title = "As changed"

    assert frozen_content(report) == rendering.snapshot


def test_as_many_queries_for_one_measure_as_for_three():
    report = ReportFactory()
    for position, kind in enumerate(Section.Kind, start=1):
        SectionFactory(report=report, kind=kind, body="", position=position)
    counts = []
    for number in (1, 2):
        for _ in range(number):
            MeasurementFactory(measured_on=datetime.date(2026, 3, 31))
            RecommendationFactory(report=report, exemption=ExemptionFactory(report=report))
            Implication.objects.create(report=report, kind=ImplicationKindFactory(), is_none=True)
        with CaptureQueriesContext(connection) as captured:
            build_snapshot(report)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_sections_that_were_read_already_are_not_read_again_where_there_are_none():
    report = ReportFactory()
    SectionFactory(report=report, heading="Read meanwhile", position=1)

    assert build_snapshot(report, records=[])["sections"] == []
