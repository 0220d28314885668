"""Rows as a file: text stays text, dates are dates, and nothing is a formula."""

import csv
import datetime
import io
import tempfile
from decimal import Decimal

import openpyxl
import pytest

from portal.exports import Column, as_csv, as_workbook

COLUMNS = [
    Column("Reference", lambda row: row[0], 12),
    Column("Words", lambda row: row[1], 60),
    Column("Day", lambda row: row[2]),
    Column("Number", lambda row: row[3]),
]
DAY = datetime.date(2026, 3, 31)
ROWS = [("F-2026-001", "Said plainly", DAY, 3), ("F-2026-002", "", None, Decimal("24.5"))]


def sheet_of(rows):
    with as_workbook("Findings", COLUMNS, rows) as file:
        return openpyxl.load_workbook(file).active


def lines_of(rows):
    text = "".join(as_csv(COLUMNS, rows))
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_workbook_has_a_frozen_heading_filters_and_widths():
    sheet = sheet_of(ROWS)

    assert [cell.value for cell in sheet[1]] == ["Reference", "Words", "Day", "Number"]
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("Findings", "A2", "A1:D3")
    assert [sheet.column_dimensions[letter].width for letter in "ABCD"] == [12, 60, 18, 18]


def test_workbook_keeps_dates_numbers_and_empty_cells():
    sheet = sheet_of(ROWS)

    assert [cell.value for cell in sheet[2]] == [
        "F-2026-001",
        "Said plainly",
        datetime.datetime(2026, 3, 31),
        3,
    ]
    assert (sheet["C2"].is_date, sheet["C2"].number_format) == (True, "dd/mm/yyyy")
    assert [sheet["C3"].value, sheet["D3"].value] == [None, 24.5]


@pytest.mark.parametrize("text", ["=1+1", "+44 1904", "-3", "@SUM(A1)", "\t=1"])
def test_text_that_begins_like_a_formula_stays_text(text):
    cell = sheet_of([("F", text, DAY, 1)])["B2"]

    assert (cell.data_type, cell.value, bool(cell.quotePrefix)) == ("s", text, False)
    assert lines_of([("F", text, DAY, 1)])[1][1] == f"'{text}"


def test_control_characters_are_left_out():
    rows = [("F", "bell\x07 and \x00nothing", DAY, 1)]

    assert sheet_of(rows)["B2"].value == "bell and nothing"
    assert lines_of(rows)[1][1] == "bell and nothing"


def test_csv_writes_dates_that_sort_and_numbers_as_they_are():
    assert lines_of(ROWS) == [
        ["Reference", "Words", "Day", "Number"],
        ["F-2026-001", "Said plainly", "2026-03-31", "3"],
        ["F-2026-002", "", "", "24.5"],
    ]


def test_moment_is_written_in_local_time():
    moment = datetime.datetime(2026, 7, 1, 12, 0, tzinfo=datetime.UTC)
    rows = [("F", "", moment, 1)]

    assert sheet_of(rows)["C2"].value == datetime.datetime(2026, 7, 1, 13, 0)
    assert lines_of(rows)[1][2] == "2026-07-01 13:00"


def test_csv_is_sent_while_rows_are_still_read():
    read = []

    def rows():
        for number in range(5_000):
            read.append(number)
            yield (f"F-{number}", "Words that fill a line", DAY, number)

    parts = as_csv(COLUMNS, rows())
    next(parts), next(parts)

    assert 0 < len(read) < 1_000


def test_rows_that_break_off_leave_no_file_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def rows():
        yield ROWS[0]
        raise OSError("The database is gone")

    with pytest.raises(OSError, match="The database is gone"):
        as_workbook("Findings", COLUMNS, rows())

    assert list(tmp_path.iterdir()) == []


def test_file_without_rows_has_its_heading():
    assert lines_of([]) == [["Reference", "Words", "Day", "Number"]]
    assert sheet_of([]).auto_filter.ref == "A1:D1"
