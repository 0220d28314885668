"""A download of measures comes back as an upload, as it is or with new days and values."""

import csv
import datetime
import io
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from findings.models import Measurement
from portal.models import CouncilSettings
from tests.factories.findings import MeasureFactory, MeasurementFactory

pytestmark = pytest.mark.django_db
UPLOAD, CONFIRM = reverse("findings:measure_upload"), reverse("findings:measure_upload_confirm")
OLD, NEW = datetime.date(2026, 3, 31), datetime.date(2026, 6, 30)


@pytest.fixture
def register(officer):
    """Measures of every kind that a download can hold."""
    CouncilSettings.objects.create(small_counts_below=5)
    care = MeasureFactory(name="Children in care", counts_children=False)
    MeasurementFactory(measure=care, measured_on=OLD, value=1341, source="=Case system")
    again = MeasureFactory(name="-Re-referrals", unit="percent", counts_children=False)
    MeasurementFactory(measure=again, measured_on=OLD, value=24, numerator=35, denominator=139)
    missing = MeasureFactory(name="Children missing")
    MeasurementFactory(measure=missing, measured_on=OLD, value=3)
    ended = MeasureFactory(name="Contacts", is_active=False)
    MeasurementFactory(measure=ended, measured_on=OLD, value=7)
    MeasureFactory(name="Without a value yet")


def downloaded(client, form):
    response = client.get(reverse("findings:measure_export", args=[form]))
    return b"".join(response.streaming_content)


def changed(form, data, **values):
    """The file of a download with new values in the rows of some measures, saved by another program."""
    if form == "csv":
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        for row in rows[1:]:
            row[1:5] = values.get(row[0].lstrip("'-").split()[0], row[1:5])
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        return text.getvalue().encode()
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book.active.iter_rows(min_row=2, max_col=5):
        for cell, value in zip(row[1:], values.get(row[0].value.lstrip("-").split()[0], ()), strict=False):
            cell.value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def check(client, form, data):
    return client.post(UPLOAD, {"sheet": SimpleUploadedFile(f"measures.{form}", data)})


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_download_uploaded_as_it_is_adds_nothing(client, register, form):
    page = check(client, form, downloaded(client, form))

    assert [fault.message for fault in page.context["form"].faults] == []
    assert (page.context["shown"], page.context["form"].there_already) == ([], 4)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_first_value_of_a_measure_needs_its_source(client, register, form):
    day = "30/06/2026" if form == "csv" else NEW
    values = {
        "Children": [day, 1355, None, None],
        "Re-referrals": [day, None, 40, 139],
        "Without": [day, 2, None, None],
    }

    page = check(client, form, changed(form, downloaded(client, form), **values))

    assert [fault.message for fault in page.context["form"].faults] == ["Enter the source of the value"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_changed_rows_of_a_download_become_values_and_the_others_stay(client, register, form):
    day = "30/06/2026" if form == "csv" else NEW
    values = {"Children": [day, 1355, None, None], "Re-referrals": [day, None, 40, 139]}

    page = check(client, form, changed(form, downloaded(client, form), **values))
    sealed = page.context["confirm"].initial["values_sealed"]
    client.post(CONFIRM, {"values_sealed": sealed})

    added = Measurement.objects.filter(measured_on=NEW).order_by("measure__name")
    assert list(added.values_list("measure__name", "value", "numerator", "denominator")) == [
        ("-Re-referrals", Decimal("28.78"), 40, 139),
        ("Children in care", Decimal(1355), None, None),
        ("Children missing", Decimal(1355), None, None),
    ]
    assert Measurement.objects.get(measure__name="Children in care", measured_on=NEW).source == "=Case system"


def test_words_for_a_small_count_are_no_new_value(client, register):
    data = changed("csv", downloaded(client, "csv"), Children=["30/06/2026", "Fewer than 5", "", ""])
    faults = check(client, "csv", data).context["form"].faults
    assert [(fault.place, fault.message) for fault in faults] == [
        ("C3", "Enter the value as a number, like 24.5"),
        ("C4", "Enter the value as a number, like 24.5"),
    ]


def test_new_value_of_a_measure_that_is_no_longer_in_use_is_refused(client, register):
    data = changed("csv", downloaded(client, "csv"), Contacts=["30/06/2026", "9", "", ""])
    faults = check(client, "csv", data).context["form"].faults
    assert [fault.message for fault in faults] == [
        "There is no measure “Contacts” in use. Enter a name from the register"
    ]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_empty_template_has_the_headings_of_a_download_and_takes_values(client, register, form):
    response = client.get(reverse("findings:measure_template", args=[form]))
    data = b"".join(response.streaming_content)
    if form == "csv":
        filled = data + b"Children in care,30/06/2026,1355,,,Case system\r\n"
        headings = data.decode("utf-8-sig").strip().split(",")
    else:
        book = openpyxl.load_workbook(io.BytesIO(data))
        headings = [cell.value for cell in book.active[1]]
        book.active.append(["Children in care", NEW, 1355, None, None, "Case system"])
        out = io.BytesIO()
        book.save(out)
        filled = out.getvalue()

    page = check(client, form, filled)

    assert headings == ["Measure", "Date", "Value", "Numerator", "Denominator", "Source"]
    assert [words for _, _, words in page.context["shown"]] == ["1,355"]
    assert response.headers["Content-Disposition"].startswith('attachment; filename="measures-template-2')


def test_upload_page_offers_the_template(client, register):
    page = client.get(UPLOAD).content.decode()
    assert 'href="/measures/template.xlsx"' in page
    assert 'href="/measures/template.csv"' in page
