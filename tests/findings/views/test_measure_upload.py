"""Values of measures from a spreadsheet: every fault by its cell, nothing half-saved, nothing twice."""

import datetime
import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from findings.measure_sheets.cells import MOST_ROWS
from findings.models import Measurement
from portal.models import Role
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db
UPLOAD, CONFIRM = reverse("findings:measure_upload"), reverse("findings:measure_upload_confirm")
HEADINGS = ["Measure", "Date", "Value", "Numerator", "Denominator", "Source"]


@pytest.fixture
def measures(officer):
    MeasureFactory(name="Children in care")
    MeasureFactory(name="Re-referrals", unit="percent")


def workbook(*rows, headings=HEADINGS, percent=()):
    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    for place in percent:
        book.active[place].number_format = "0.0%"
    data = io.BytesIO()
    book.save(data)
    return SimpleUploadedFile("values.xlsx", data.getvalue())


def rewritten(book, *, old, new):
    """The workbook with its sheet changed as no spreadsheet program would."""
    data = io.BytesIO()
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(data, "w") as changed:
        for name in source.namelist():
            part = source.read(name)
            changed.writestr(name, part.replace(old, new, 1) if "worksheets/" in name else part)
    return SimpleUploadedFile("values.xlsx", data.getvalue())


def text(*lines, name="values.csv"):
    return SimpleUploadedFile(name, "\r\n".join(lines).encode())


def check(client, file):
    return client.post(UPLOAD, {"sheet": file})


def add(client, page):
    sealed = page.context["confirm"].initial["values_sealed"]
    return client.post(CONFIRM, {"values_sealed": sealed}, follow=True)


def faults(page):
    return [(fault.place, fault.message) for fault in page.context["form"].faults]


def test_values_are_shown_first_and_added_on_confirmation(client, measures):
    rows = [
        ["Children in care", datetime.datetime(2026, 3, 31), 341, None, None, "Case system"],
        ["re-referrals", "30/06/2026", None, 35, 139, "Annual report"],
        ["Re-referrals", "31 March 2026", 0.245, None, None, "Annual report"],
    ]
    page = check(client, workbook(*rows, percent=["C4"]))
    assert [words for _, _, words in page.context["shown"]] == ["341", "25.18%", "24.5%"]
    assert not Measurement.objects.exists()

    answer = add(client, page)

    assert "3 values added" in answer.content.decode()
    added = Measurement.objects.order_by("value").values_list("value", "numerator", "denominator", "source")
    assert list(added) == [
        (Decimal("24.50"), None, None, "Annual report"),
        (Decimal("25.18"), 35, 139, "Annual report"),
        (Decimal("341.00"), None, None, "Case system"),
    ]


def test_cell_that_shows_a_percentage_is_taken_in_as_it_shows(client, measures):
    shares = [1, 0, 0.206060606, 0.245]
    rows = [
        ["Re-referrals", f"{day}/06/2026", share, None, None, "Annual report"]
        for day, share in enumerate(shares, start=1)
    ]
    add(client, check(client, workbook(*rows, percent=["C2", "C3", "C4", "C5"])))
    added = Measurement.objects.order_by("measured_on").values_list("value", flat=True)
    assert list(added) == [Decimal(100), Decimal(0), Decimal("20.61"), Decimal("24.5")]


def test_row_numbered_two_thousand_million_does_not_hold_the_page_up(client, measures):
    values = ["Children in care", "31/03/2026", 341, None, None, "Case system"]
    numbered = rewritten(workbook(values, values), old=b'<row r="3"', new=b'<row r="2000000000"')

    page = check(client, numbered)

    assert [words for _, _, words in page.context["shown"]] == ["341"]


def test_workbook_with_a_document_type_is_refused(client, measures):
    values = ["Children in care", "31/03/2026", 341, None, None, "Case system"]
    declared = rewritten(workbook(values), old=b"<worksheet", new=b"<!DOCTYPE worksheet []><worksheet")
    assert check(client, declared).context["form"].errors["sheet"] == [
        "“values.xlsx” is damaged or is not a spreadsheet. Save it again as .xlsx or .csv"
    ]


def test_workbook_that_breaks_off_is_refused(client, measures):
    values = ["Children in care", "31/03/2026", 341, None, None, "Case system"]
    broken = rewritten(workbook(values), old=b"</row></sheetData>", new=b"</sheetData>")
    assert check(client, broken).context["form"].errors["sheet"] == [
        "“values.xlsx” is damaged or is not a spreadsheet. Save it again as .xlsx or .csv"
    ]


def test_csv_in_the_encoding_of_excel_is_read(client, measures):
    data = 'Measure,Date,Value,Source\r\nChildren in care,31/03/2026,"1,341",Children’s system\r\n'
    page = check(client, SimpleUploadedFile("values.csv", data.encode("cp1252")))
    add(client, page)
    assert Measurement.objects.get().source == "Children’s system"
    assert Measurement.objects.get().value == 1341


def test_second_upload_adds_nothing(client, measures):
    lines = ["Measure,Date,Value,Source", "Children in care,2026-03-31,341,Case system"]
    first = check(client, text(*lines))
    add(client, first)

    again = add(client, first)
    page = check(client, text(*lines)).content.decode()

    assert "0 values added. 1 value was there already" in again.content.decode()
    assert "Nothing is left to add" in page
    assert Measurement.objects.count() == 1


def test_every_fault_is_said_by_its_cell_and_nothing_is_saved(client, measures):
    rows = [
        ["Children in care", "31/03/2026", 341, None, None, "Case system"],
        ["Unknown", "31/03/2026", 1, None, None, "Case system"],
        ["Children in care", "someday", 5, None, None, "Case system"],
        ["Children in care", "30/06/2026", "=A1+1", None, None, "Case system"],
        ["Children in care", "31/03/2026", 7, None, None, "Case system"],
        ["Re-referrals", "31/03/2026", 24, 35, 139, "Case system"],
        ["Re-referrals", "30/06/2026", 10, None, None, None],
        ["Re-referrals", "31/02/2026", 10, None, None, "Case system"],
        ["Re-referrals", "30 February 2026", 10, None, None, "Case system"],
    ]

    page = check(client, workbook(*rows))

    assert faults(page) == [
        ("A3", "There is no measure “Unknown” in use. Enter a name from the register"),
        ("B4", "Enter the date of the value, like 31/03/2026"),
        ("C5", "Replace the formula with its value"),
        ("B6", "Row 2 has a value for the same measure and day. Keep one of them"),
        ("C7", "35 of 139 is 25.18%. Correct the value or the numbers"),
        ("F8", "Enter the source of the value"),
        ("B9", "“31/02/2026” is not a real date. Enter the date of the value"),
        ("B10", "“30 February 2026” is not a real date. Enter the date of the value"),
    ]
    assert page.context["form"].errors["sheet"] == [
        "Correct 8 cells of “values.xlsx”, then upload it again. Nothing was saved"
    ]
    assert "confirm" not in page.context
    assert not Measurement.objects.exists()


EMPTY = [None] * 6


def test_cells_below_empty_rows_are_named_as_excel_names_them(client, measures):
    values = ["Children in care", "31/03/2026", 341, None, None, "Case system"]
    rows = [
        EMPTY,
        HEADINGS,
        EMPTY,
        values,
        EMPTY,
        ["Unknown", *values[1:]],
        values,
        ["Children in care", None, 5, None, None, "Case system"],
    ]

    page = check(client, workbook(*rows, headings=EMPTY))

    assert faults(page) == [
        ("A7", "There is no measure “Unknown” in use. Enter a name from the register"),
        ("B8", "Row 5 has a value for the same measure and day. Keep one of them"),
        ("B9", "Enter the date of the value, like 31/03/2026"),
    ]


def test_cells_of_a_csv_below_empty_lines_and_broken_ones_are_named_as_excel_names_them(client, measures):
    lines = ["Measure,Date,Value,Source", "", '"Children\r\nin care",31/03/2026,1,x', ",,,", "Unknown,,1"]

    page = check(client, text(*lines))

    assert [place for place, _ in faults(page)] == ["A3", "A5", "B5"]


def test_row_with_fewer_cells_than_headings_is_named_by_its_number(client, measures):
    page = check(client, text("Measure,Value,Source,Date", "", "Children in care,1,x"))
    assert faults(page) == [("Row 3", "Enter the date of the value, like 31/03/2026")]


def test_columns_that_come_twice_below_empty_rows_are_named_as_excel_names_them(client, measures):
    page = check(client, text("", "", "Measure,Date,Value,Value,Source", "a,b,1,2,c"))
    assert page.context["form"].errors["sheet"] == [
        "“values.csv” has the column “Value” twice, in C3 and D3. Keep one of them"
    ]


def test_another_value_on_the_same_day_is_a_fault(client, measures):
    MeasurementFactory(
        measure=MeasureFactory(name="Contacts"), measured_on=datetime.date(2026, 3, 31), value=10
    )
    page = check(client, text("Measure,Date,Value,Source", "Contacts,31/03/2026,11,Case system"))
    assert faults(page) == [("C2", "31 March 2026 has the value 10 already. Correct that one on its page")]


def test_value_recorded_between_check_and_confirmation_is_not_written_over(client, measures):
    measure = MeasureFactory(name="Contacts")
    page = check(client, text("Measure,Date,Value,Source", "Contacts,31/03/2026,11,Case system"))
    MeasurementFactory(measure=measure, measured_on=datetime.date(2026, 3, 31), value=10)

    answer = add(client, page).content.decode()

    assert "Somebody has recorded another value as Contacts on 31 March 2026. Upload the file again" in answer
    assert [row.value for row in Measurement.objects.all()] == [10]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (text(""), "“values.csv” is empty. Upload a file that has values in it"),
        (text("Measure,Date,Value,Source"), "“values.csv” has headings only. Enter values below them"),
        (
            text("Measure,Date,Source", "a,b,c"),
            "“values.csv” has no column “Value”. Put the headings in the first row",
        ),
        (
            text("Value", "3"),
            "“values.csv” has no column “Measure”, “Date” and “Source”. Put the headings in the first row",
        ),
        (
            text("Measure,Date,Value,Value,Source", "a,b,1,2,c"),
            "“values.csv” has the column “Value” twice, in C1 and D1. Keep one of them",
        ),
        (
            text("PK\x03\x04 no zip", name="values.xlsx"),
            "“values.xlsx” is damaged or is not a spreadsheet. Save it again as .xlsx or .csv",
        ),
        (
            text("MZ of a program", name="values.exe"),
            "“values.exe” is not a spreadsheet. Upload a .xlsx or .csv file",
        ),
        (
            text("a,b", name="values.xlsx"),
            "“values.xlsx” is not an Excel spreadsheet although its name says so. Save it again as .xlsx or .csv",
        ),
        (
            text("\x00\x01", name="values.csv"),
            "“values.csv” is not a spreadsheet. Upload a .xlsx or .csv file",
        ),
        (
            text("Measure,Date,Value,Source", *["Children in care,31/03/2026,1,x"] * 100_000),
            f"“values.csv” has more than {MOST_ROWS:,} rows. Upload it in parts",
        ),
    ],
    ids=[
        "empty",
        "headings",
        "no value",
        "one column",
        "doubled",
        "damaged",
        "another name",
        "no workbook",
        "not text",
        "too long",
    ],
)
def test_file_that_cannot_be_taken_in_is_refused_with_its_reason(client, measures, file, message):
    file.seek(0)
    assert check(client, file).context["form"].errors["sheet"] == [message]


def test_nothing_is_added_without_the_seal(client, measures):
    answer = client.post(CONFIRM, {"values_sealed": "W10:forged"}, follow=True)
    assert "Upload the file again" in answer.content.decode()
    assert not Measurement.objects.exists()


def test_values_are_uploaded_by_those_who_record(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    assert client.get(UPLOAD).status_code == 403
    assert client.post(CONFIRM).status_code == 403
