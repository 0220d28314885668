"""Registers as files: exactly the rows of the address, and only what the reader may see."""

import csv
import datetime
import io
import sqlite3

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.models import Finding
from portal.exports import ROWS_AT_ONCE, in_parts
from portal.models import CouncilSettings
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.reviews import FrameworkFactory, ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def rows_of(client, name, form, query=""):
    response = client.get(reverse(name, args=[form]) + query)
    data = b"".join(response.streaming_content)
    if form == "csv":
        return response, list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    return response, [list(row) for row in sheet.iter_rows(values_only=True)]


def make_findings(finding, number):
    Finding.objects.bulk_create(
        Finding(
            reference=f"F-{number}-{n}",
            review=finding.review,
            text="Said",
            kind="area",
            recorded_by=finding.recorded_by,
        )
        for n in range(number)
    )


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_export_has_the_rows_of_the_filter_in_their_order(client, officer, form):
    first = FindingFactory(reference="F-2026-001", kind="area", text="=HYPERLINK(1)")
    FindingFactory(kind="strength")
    second = FindingFactory(
        reference="F-2026-002", kind="area", review=first.review, correction="25.2 %, not 24 %"
    )
    second.themes.add(ThemeFactory(name="Neglect"))
    ActionFactory(reference="A-2026-001", findings=[second])

    response, (heading, *rows) = rows_of(client, "findings:finding_export", form, "?kind=area&sort=reference")

    assert heading[:4] == ["Reference", "Kind", "The reviewers’ words", "Correction"]
    assert [row[0] for row in rows] == ["F-2026-001", "F-2026-002"]
    assert rows[0][2] == ("'=HYPERLINK(1)" if form == "csv" else "=HYPERLINK(1)")
    assert (rows[1][3], rows[1][10], rows[1][16]) == ("25.2 %, not 24 %", "Neglect", "A-2026-001")
    assert response.headers["Content-Disposition"].endswith(f'.{form}"')


@pytest.mark.parametrize(
    "name", ["reviews:review_export", "findings:measure_export", "actions:action_export"]
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_register_can_be_downloaded(client, officer, name, form):
    ActionFactory(findings=[FindingFactory()])
    MeasurementFactory()

    _, rows = rows_of(client, name, form)

    assert len(rows) == 2
    assert len(rows[0]) == len(rows[1])


def test_export_asks_the_database_as_often_for_three_rows_as_for_one(client, officer):
    counts = []
    for _ in range(2):
        finding = FindingFactory()
        finding.themes.add(ThemeFactory())
        ActionFactory(findings=[finding])
        rows_of(client, "findings:finding_export", "csv")
        with CaptureQueriesContext(connection) as queries:
            rows_of(client, "findings:finding_export", "csv")
        counts.append(len(queries))
        FindingFactory()
    assert counts[0] == counts[1]


def test_export_asks_the_database_once_more_for_each_part(client, officer):
    finding = FindingFactory()
    counts = []
    for more in (ROWS_AT_ONCE, 0):
        with CaptureQueriesContext(connection) as queries:
            _, rows = rows_of(client, "findings:finding_export", "csv")
        counts.append((len(queries), len(rows)))
        make_findings(finding, more)
    assert counts == [(counts[0][0], 2), (counts[0][0] + 1, ROWS_AT_ONCE + 2)]


def test_rows_come_in_their_order_without_those_removed_meanwhile(django_assert_num_queries):
    finding = FindingFactory()
    make_findings(finding, ROWS_AT_ONCE)
    rows = in_parts(Finding.objects.order_by("-pk"))

    keys = [next(rows).pk]
    finding.delete()
    with django_assert_num_queries(1):
        keys += [row.pk for row in rows]

    assert keys == list(Finding.objects.order_by("-pk").values_list("pk", flat=True))


@pytest.mark.embedded
@pytest.mark.django_db(transaction=True)
def test_reader_of_many_rows_can_write_after_somebody_else_has_written(tmp_path):
    finding = FindingFactory()
    make_findings(finding, ROWS_AT_ONCE + 299)

    def read_and_write():
        other = sqlite3.connect(connection.settings_dict["NAME"])
        for number, row in enumerate(in_parts(Finding.objects.order_by("pk")), start=1):
            if number == 300:
                with other:
                    other.execute("UPDATE findings_finding SET source_ref = 'theirs'")
                Finding.objects.filter(pk=row.pk).update(source_ref="ours")
        other.close()
        return number, Finding.objects.filter(source_ref="ours").count()

    assert at_once([read_and_write], folder=tmp_path) == [(ROWS_AT_ONCE + 300, 1)]


def test_themes_and_actions_of_a_finding_stand_in_their_order(client, officer):
    finding = FindingFactory()
    for position, name in enumerate(("Neglect", "Leadership; voice", "Audit")):
        finding.themes.add(ThemeFactory(name=name, position=position))
    for reference in ("A-2026-1000", "A-2026-999", "A-2026-002"):
        ActionFactory(reference=reference, findings=[finding])
    _, (_, row) = rows_of(client, "findings:finding_export", "csv")
    assert (row[10], row[16]) == ("Neglect; Leadership; voice; Audit", "A-2026-002; A-2026-999; A-2026-1000")


def test_findings_of_an_action_stand_in_their_order(client, officer):
    findings = [FindingFactory(reference=reference) for reference in ("F-2026-1000", "F-2026-999")]
    ActionFactory(findings=findings)
    _, (_, row) = rows_of(client, "actions:action_export", "csv")
    assert row[3] == "F-2026-999; F-2026-1000"


def test_export_of_an_address_that_makes_no_sense_has_no_rows(client, officer):
    FindingFactory()
    _, rows = rows_of(client, "findings:finding_export", "csv", "?kind=nothing")
    assert len(rows) == 1


def test_unknown_form_of_export_is_not_found(client, officer):
    assert client.get("/findings/export.pdf").status_code == 404


def test_small_count_leaves_the_portal_as_words_even_for_an_officer(client, officer):
    CouncilSettings.objects.create(small_counts_below=5)
    measure = MeasureFactory(name="Children missing")
    MeasurementFactory(measure=measure, measured_on=datetime.date(2026, 1, 31), value=3)
    MeasurementFactory(measure=measure, measured_on=datetime.date(2026, 2, 28), value=12)

    _, (_, *rows) = rows_of(client, "findings:measure_export", "xlsx")

    assert [row[2] for row in rows] == ["Fewer than 5", 12]


def test_findings_by_framework_provider_and_year(client, officer):
    framework = FrameworkFactory()
    review = ReviewFactory(framework=framework, fieldwork_start_on=datetime.date(2019, 6, 3))
    wanted = FindingFactory(review=review)
    FindingFactory(review=ReviewFactory(fieldwork_start_on=datetime.date(2020, 1, 6)))

    for query in (f"framework={framework.pk}", f"provider={review.provider.pk}", "year=2019"):
        page = client.get(f"{reverse('findings:finding_list')}?{query}")
        assert list(page.context["page"]) == [wanted], query
