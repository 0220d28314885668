"""Findings kept in a spreadsheet."""

from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest

from findings.extraction.errors import UnreadableDocument
from findings.extraction.extracting import extract
from findings.extraction.particulars.gathering import particulars_of
from findings.extraction.readers.columns import Column, suggest_columns
from tests.findings.extraction.helpers import A, S
from tests.findings.extraction.writing import saved

ROWS = [
    ["Ref", "Theme", "Type", "Finding"],
    [1, "Fostering", "Strength", "Carers stay"],
    [2, "Fostering", "Area for improvement", "Few carers for teenagers"],
]
FOUND = [(S, "Fostering", "Carers stay"), (A, "Fostering", "Few carers for teenagers")]


def workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def ticked(
    data: bytes, filename: str, columns: dict[int, Column] | None = None
) -> list[tuple[str, str | None, str]]:
    candidates = extract(data, filename=filename, columns=columns).candidates
    return [(c.kind.value, c.theme, c.text) for c in candidates if c.selected]


def refused(data: bytes, filename: str, columns: dict[int, Column] | None = None) -> tuple[str, str]:
    with pytest.raises(UnreadableDocument) as error:
        extract(data, filename=filename, columns=columns)
    return error.value.reason, str(error.value)


def test_workbook_with_a_kind_for_each_finding():
    assert ticked(workbook(ROWS), "findings.xlsx") == FOUND


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_separator(separator):
    text = "\r\n".join(separator.join(map(str, row)) for row in ROWS)

    assert ticked(text.encode("utf-8-sig"), "findings.csv") == FOUND


def test_csv_with_quoted_line_breaks_and_separators():
    text = 'Strengths,Areas for improvement\n"Carers stay, and\nsay why",Letters\n'

    found = ticked(text.encode(), "findings.csv")

    assert [(kind, " ".join(text.split())) for kind, _, text in found] == [
        (S, "Carers stay, and say why"),
        (A, "Letters"),
    ]


def test_title_above_the_headings_and_columns_of_other_things():
    rows = [
        ["Findings of the review"],
        ["As of", date(2025, 3, 1)],
        [],
        ["Theme", "Finding", "Kind", "Owner", "Due"],
        ["Fostering", "Carers stay", "Strength", "Head of service", date(2025, 6, 1)],
    ]

    extraction = extract(workbook(rows), filename="findings.xlsx")

    assert [(c.kind.value, c.theme, c.text, c.lines) for c in extraction.candidates] == [
        (S, "Fostering", "Carers stay", (5,))
    ]
    assert extraction.lines[4] == "Fostering | Carers stay | Strength | Head of service | 2025-06-01"


def test_sheet_of_findings_among_others_and_hidden_sheets():
    book = openpyxl.Workbook()
    book.create_sheet("Notes").append(["Read me", "first"])
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden.append(["Strengths"])
    sheet = book.create_sheet("Findings")
    for row in ROWS:
        sheet.append(row)

    assert ticked(saved(book), "findings.xlsx") == FOUND


def test_columns_chosen_by_a_person_win_over_their_headings():
    rows = [["A", "B", "C"], ["Carers stay", "Strength", "Fostering"]]

    assert ticked(workbook(rows), "findings.xlsx", {0: Column.FINDING, 1: Column.KIND, 2: Column.STRAND}) == [
        (S, "Fostering", "Carers stay")
    ]


def test_headings_suggest_columns_and_say_what_is_doubled():
    suggestion = suggest_columns(["Ref.", "Theme", "Finding", "Details", "Owner", "Findings (final)", ""])

    assert suggestion.columns == {0: Column.REFERENCE, 1: Column.STRAND, 2: Column.FINDING, 5: Column.FINDING}
    assert suggestion.doubled == ((Column.FINDING, ("Finding", "Findings (final)")),)


def test_missing_column_is_named():
    assert refused(workbook([["Owner", "Due"], ["Head of service", "June"]]), "plan.xlsx") == (
        "columns",
        "“plan.xlsx” has no column of findings: its columns are “Owner”, “Due”. Head the column that holds them "
        "“Finding”, or head two columns “Strengths” and “Areas for improvement”.",
    )


def test_doubled_columns_are_named():
    assert refused(workbook([["Finding", "Finding"], ["a", "b"]]), "plan.xlsx") == (
        "columns",
        "“plan.xlsx” has more than one column for “Finding”: columns A and B. "
        "Keep one of them, or give the other another heading.",
    )


def test_formula_saved_without_its_value_is_refused():
    rows = [["Kind", "Finding"], ["Strength", '=CONCATENATE("Carers"," stay")']]

    assert refused(workbook(rows), "plan.xlsx") == (
        "formula",
        "“plan.xlsx” holds a formula in row 2 whose result was not saved with it. "
        "Open it in Excel, save it and upload it again.",
    )


@pytest.mark.parametrize("filename", ["long.xlsx", "long.csv"])
def test_hundred_thousand_rows_are_refused(filename):
    rows = [["Finding", "Kind"], *[["Carers", "Strength"]] * 100_000]
    if filename.endswith("csv"):
        data = "\n".join(",".join(row) for row in rows).encode()
    else:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
        data = saved(book)

    assert refused(data, filename) == (
        "too_long",
        f"“{filename}” has more than 5,000 rows or 2,000,000 characters, too many to check at once. "
        "Take it in in parts.",
    )


def test_empty_workbook_is_said_to_be_empty():
    assert refused(workbook([]), "plan.xlsx") == (
        "empty",
        "“plan.xlsx” has no text in it. Upload a file that has text in it.",
    )


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    """A workbook with several sheets."""
    written = openpyxl.Workbook()
    written.remove(written.active)
    for title, rows in sheets.items():
        sheet = written.create_sheet(title.replace("_", " "))
        for row in rows:
            sheet.append(list(row))
    return saved(written)


def test_each_sheet_that_says_of_which_kind_its_findings_are_is_read():
    data = book(
        Fostering=[["Strengths", "Areas for improvement"], ["Carers stay", "Carers wait"]],
        Overall=[
            ["Question", "Answer"],
            ["What is going well", "Leaders know the service"],
            [None, "children are heard"],
            ["Even better if", "small groups had help"],
            ["Next steps", "A visit in May"],
        ],
        Survey=[["Question", "Agree"], ["I know whom to tell", 0.9]],
    )

    assert ticked(data, "audit.xlsx") == [
        (S, "Fostering", "Carers stay"),
        (A, "Fostering", "Carers wait"),
        (S, None, "Leaders know the service"),
        (S, None, "children are heard"),
        (A, None, "small groups had help"),
    ]


def test_sheets_of_abbreviations_and_actions_are_read_for_what_they_hold():
    data = book(
        Findings=[["Finding", "Kind"], ["Carers stay", "Strength"]],
        Action_log=[
            ["No", "Action agreed at the event", "Lead", "Due"],
            [1, "Train the volunteers", "Chair", "May 2024"],
        ],
        Abbreviations=[["LADO", "Local Authority Designated Officer"]],
    )

    extraction = extract(data, filename="audit.xlsx")
    held = particulars_of(extraction.blocks, extraction.lines)

    assert ticked(data, "audit.xlsx") == [(S, None, "Carers stay")]
    assert [(action.text, action.owner) for action in held.actions] == [("Train the volunteers", "Chair")]
    assert held.abbreviations == {"LADO": "Local Authority Designated Officer"}


def test_lines_of_a_second_sheet_follow_those_of_the_first():
    sheet = [["Strengths", "Areas for improvement"], ["Carers stay", None]]
    extraction = extract(book(One=sheet, Two=[["Notes"], *sheet]), filename="audit.xlsx")

    assert [candidate.lines for candidate in extraction.candidates] == [(2,), (5,)]
    assert extraction.lines[4] == "Carers stay"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        *[
            (words, S)
            for words in ("Strength", "S", "Positive", "Good practice", "What went well", "strengths:")
        ],
        *[
            (words, A)
            for words in (
                "A",
                "Area",
                "Areas",
                "AFI",
                "Area for consideration",
                "Improve",
                "Improvement",
                "Weakness",
                "Concern",
                "Development",
                "Even better if",
                "Recommendation",
                "What needs to improve",
            )
        ],
    ],
)
def test_kind_of_a_row_is_understood_as_the_field_writes_it(said, kind):
    rows = [["Finding", "Kind"], ["Carers stay", said]]

    assert ticked(workbook(rows), "findings.xlsx") == [(kind, None, "Carers stay")]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([["Finding", "Kind"], ["Carers stay", ""]], "Its row does not say of which kind it is"),
        ([["Finding", "Kind"], ["Carers stay", "Tbc"]], "Marked “Tbc” in its row, which names no kind"),
        ([["Finding", "Owner"], ["Carers stay", "Ann"]], "No column says of which kind it is"),
    ],
)
def test_row_without_a_kind_that_is_understood_asks_for_it(rows, reason):
    (candidate,) = extract(workbook(rows), filename="findings.xlsx").candidates

    assert (candidate.text, candidate.asks_kind, candidate.selected) == ("Carers stay", True, False)
    assert candidate.reason.startswith(f"{reason}; ")


def test_every_row_of_a_long_sheet_comes_back_in_its_order():
    said = ("Strength", "", "n/a", "Area", "?", "red")
    rows = [["Finding", "Kind"], *[[f"carers number {n}", said[n % 6]] for n in range(300)]]

    found = extract(workbook(rows), filename="findings.xlsx").candidates

    assert [candidate.text for candidate in found] == [f"carers number {n}" for n in range(300)]


def test_place_of_a_row_is_its_reference_or_else_its_number():
    rows = [["Para", "Finding", "Kind"], ["4.2", "Carers stay", "S"], ["", "Few carers", "A"]]

    found = extract(workbook(rows), filename="findings.xlsx").candidates

    assert [candidate.source_ref for candidate in found] == ["4.2", "Row 3"]


def test_prominence_of_a_row():
    rows = [
        ["Finding", "Kind", "Prominence"],
        ["Carers stay", "Strength", "Headline"],
        ["Write to carers", "Area", "Recommendation"],
        ["Publish the plan", "Recommendation", ""],
        ["Letters are late", "Area", "Detail"],
    ]

    found = extract(workbook(rows), filename="findings.xlsx").candidates

    assert [candidate.prominence for candidate in found] == [
        "headline",
        "recommendation",
        "recommendation",
        "detail",
    ]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("What was found", Column.FINDING),
        ("What the team found", Column.FINDING),
        ("Issue", Column.FINDING),
        ("Issue raised", Column.FINDING),
        ("Comments", Column.FINDING),
        ("Theme heading", Column.STRAND),
        ("Type of finding", Column.KIND),
        ("Para no.", Column.REFERENCE),
        ("Prominence", Column.PROMINENCE),
    ],
)
def test_headings_of_the_field_suggest_their_columns(heading, column):
    assert suggest_columns([heading]).columns == {0: column}


def test_sheets_that_are_named_by_kind():
    data = book(
        **{
            "Strengths": [["Theme", "Finding"], ["Leadership", "Leaders are seen in the teams."]],
            "Areas for development": [["Theme", "Finding"], ["Leadership", "Data are thin."]],
        }
    )
    found = extract(data, filename="audit.xlsx").candidates
    assert [(c.kind.value, c.theme, c.text) for c in found if c.selected] == [
        (S, "Leadership", "Leaders are seen in the teams."),
        (A, "Leadership", "Data are thin."),
    ]
