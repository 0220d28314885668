"""What a migration does with the rows that are there."""

import datetime

import pytest

from reports.rendering.mentions import mentions_in
from reports.rendering.snapshot import build_snapshot
from tests.factories.reports import RecommendationFactory, ReportFactory, SectionFactory

BODY = """First.

- point A-2017-012
  - deeper F-2017-004 and <br> A-2017-013

> Said of A-2017-014 & A-2017-014.

|What|Who|
|-|-|
|A-2017-012: seen|police|
"""


@pytest.mark.django_db
def test_mentions_of_editions_from_before_are_those_that_new_ones_have(migrator):
    report = ReportFactory()
    SectionFactory(report=report, body=BODY, position=1)
    RecommendationFactory(report=report, text="Ask about A-2017-015", reason="F-2017-005", position=1)
    snapshots = [build_snapshot(report), build_snapshot(ReportFactory())]
    apps = migrator.apply_initial_migration(("reports", "0004_mentions")).apps
    person = apps.get_model("portal", "User").objects.create(email="one@council.example", name="One")
    committee = apps.get_model("reports", "Committee").objects.create(name="Scrutiny")
    day = datetime.date(2026, 6, 1)
    meeting = apps.get_model("reports", "Meeting").objects.create(committee=committee, held_on=day)
    report = apps.get_model("reports", "Report").objects.create(
        title="Report", meeting=meeting, period_start_on=day, period_end_on=day, drafted_by=person
    )
    editions = [
        apps.get_model("reports", "Edition").objects.create(
            report=report, number=number, snapshot=snapshot, page_count=1
        )
        for number, snapshot in enumerate(snapshots, start=1)
    ]

    apps = migrator.apply_tested_migration(("reports", "0005_fill_mentions")).apps

    rows = apps.get_model("reports", "Mention").objects.order_by("pk")
    expected = [(editions[0].pk, *found) for found in dict.fromkeys(mentions_in(snapshots[0]))]
    assert list(rows.values_list("edition_id", "reference", "place", "number")) == expected
    assert len(expected) == 7


@pytest.mark.django_db
def test_renderings_from_before_get_the_number_of_their_edition(migrator):
    apps = migrator.apply_initial_migration(("reports", "0005_fill_mentions")).apps
    person = apps.get_model("portal", "User").objects.create(email="one@council.example", name="One")
    committee = apps.get_model("reports", "Committee").objects.create(name="Scrutiny")
    day = datetime.date(2026, 6, 1)
    meeting = apps.get_model("reports", "Meeting").objects.create(committee=committee, held_on=day)
    report = apps.get_model("reports", "Report").objects.create(
        title="Report", meeting=meeting, period_start_on=day, period_end_on=day, drafted_by=person
    )
    make = apps.get_model("reports", "Rendering").objects.create
    asked = {"report": report, "snapshot": {}, "asked_by": person}
    for number in (1, 2):
        edition = apps.get_model("reports", "Edition").objects.create(
            report=report, number=number, snapshot={}, pdf="a.pdf", sha256="a" * 64, page_count=1
        )
        make(**asked, state="done", edition=edition, finished_at=edition.rendered_at)
    make(**asked, state="failed", failure="No.", finished_at=edition.rendered_at)

    apps = migrator.apply_tested_migration(("reports", "0007_number_renderings")).apps

    renderings = apps.get_model("reports", "Rendering").objects.order_by("pk")
    assert list(renderings.values_list("number", "audience")) == [(1, "public"), (2, "public"), (1, "public")]
    editions = apps.get_model("reports", "Edition").objects.order_by("pk")
    assert (
        list(editions.values_list("pdf", "pdf_sha256", "docx", "html_sha256"))
        == [("a.pdf", "a" * 64, "", "")] * 2
    )
