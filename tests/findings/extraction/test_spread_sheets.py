"""Returns in sheets of different shape: columns for every standard, remarks of those who checked, evidence."""

from collections.abc import Mapping, Sequence

import openpyxl

from findings.extraction.extracting import extract
from findings.extraction.readers.columns import Column
from tests.findings.extraction.helpers import A, S
from tests.findings.extraction.writing import saved

Rows = Sequence[Sequence[str | None]]


def _workbook(sheets: Mapping[str, Rows]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def _found(sheets: Mapping[str, Rows], columns: dict[int, Column] | None = None) -> list[tuple[object, ...]]:
    candidates = extract(_workbook(sheets), filename="returns.xlsx", columns=columns).candidates
    return [(c.selected, c.kind.value, c.theme, c.text, c.source_ref) for c in candidates]


def test_standards_in_merged_cells_above_pairs_of_columns():
    rows = [
        ["Returns of the partners"],
        ["Agency", "1. Governance", None, None, "2. Training", None, None],
        [None, "RAG", "What works", "Gaps", "RAG", "What works", "Gaps"],
        ["Police", "G", "Chief leads", "None", "A", "All trained", "Two late"],
        ["Fire", "R", None, "No lead", "G", "E-learning", None],
    ]
    assert _found({"Returns": rows}) == [
        (True, S, "1. Governance", "Chief leads", "Row 4, Police"),
        (True, S, "2. Training", "All trained", "Row 4, Police"),
        (True, A, "2. Training", "Two late", "Row 4, Police"),
        (True, A, "1. Governance", "No lead", "Row 5, Fire"),
        (True, S, "2. Training", "E-learning", "Row 5, Fire"),
    ]


def test_headings_that_name_a_standard_and_a_kind():
    rows = [
        ["Agency", "Governance - strengths", "Governance - gaps", "Training (strengths)", "Training (gaps)"],
        ["Police", "Chief leads", "No deputy", "All trained", "Two late"],
    ]
    assert _found({"Returns": rows}) == [
        (True, S, "Governance", "Chief leads", "Row 2, Police"),
        (True, A, "Governance", "No deputy", "Row 2, Police"),
        (True, S, "Training", "All trained", "Row 2, Police"),
        (True, A, "Training", "Two late", "Row 2, Police"),
    ]


def test_agencies_across_and_standards_down():
    rows = [
        ["Standard", "Police", None, "Fire", None],
        [None, "Strengths", "Gaps", "Strengths", "Gaps"],
        ["Governance", "Chief leads", "No deputy", "Board asks", None],
    ]
    assert _found({"Returns": rows}) == [
        (True, S, "Governance", "Chief leads", "Row 3, Police"),
        (True, A, "Governance", "No deputy", "Row 3, Police"),
        (True, S, "Governance", "Board asks", "Row 3, Fire"),
    ]


def test_columns_of_a_spread_sheet_may_be_settled_by_a_person():
    rows = [
        ["Agency", "Governance: strengths", "Governance: gaps", "Training: strengths", "Training: gaps"],
        ["Police", "Chief leads", "No deputy", "All trained", "Two late"],
    ]
    columns = {0: Column.REFERENCE, 1: Column.STRAND, 3: Column.AREA}

    assert [row[3] for row in _found({"Returns": rows}, columns)] == ["No deputy", "Two late"]


def test_remarks_of_those_who_checked_are_asked_about():
    rows = [
        ["Agency", "Standard", "Strengths reported", "Gaps reported", "Moderator's comments"],
        ["Police", "Hiring", "Checks are renewed", "Vetting is late", "Excellent practice, pass it on"],
        ["Fire", "Hiring", "Panels are trained", None, "Chased in May"],
    ]
    assert _found({"Returns": rows}) == [
        (False, S, "Hiring", "Excellent practice, pass it on", "Row 2"),
        (True, S, "Hiring", "Checks are renewed", "Row 2"),
        (True, A, "Hiring", "Vetting is late", "Row 2"),
        (False, S, "Hiring", "Chased in May", "Row 3"),
        (True, S, "Hiring", "Panels are trained", "Row 3"),
    ]


def test_remark_names_no_strand_of_its_sheet():
    rows = [
        ["Agency", "Strengths", "Gaps", "QA comment"],
        ["Fire", "Checks", "No lead", "Good return, share it"],
    ]

    assert {row[2] for row in _found({"Safer hiring": rows, "Training": rows})} == {
        "Safer hiring",
        "Training",
    }


def test_evidence_beside_gaps_alone_is_asked_about():
    rows = [["Standard", "RAG", "Evidence", "Gap"], ["Governance", "G", "Board asks each month", "No deputy"]]

    assert [row[:4] for row in _found({"Police": rows})] == [
        (False, S, "Governance", "Board asks each month"),
        (True, A, "Governance", "No deputy"),
    ]


def test_evidence_beside_strengths_is_no_finding():
    rows = [
        ["Standard", "Evidence", "Strengths", "Gaps"],
        ["Governance", "Minutes", "Board asks", "No deputy"],
    ]

    assert [row[3] for row in _found({"Police": rows})] == ["Board asks", "No deputy"]


def test_section_of_the_audit_is_the_strand():
    rows = [
        ["Section of the audit", "Schools", "What schools do well", "What schools find difficult"],
        ["1 Governance", "94%", "Governors visit", "Some posts are empty"],
    ]
    assert [row[:4] for row in _found({"Schools": rows})] == [
        (True, S, "1 Governance", "Governors visit"),
        (True, A, "1 Governance", "Some posts are empty"),
    ]


def test_signs_below_standards_and_comments_beside_ratings():
    signs = [["Agency", "Governance", None, "Training", None], [None, "+", "-", "+", "-"]]
    remarks = [["Agency", "Standard 1", "Standard 1 comments", "Standard 2", "Standard 2 comments"]]

    assert [
        row[:4] for row in _found({"A": [*signs, ["Police", "Chief leads", None, None, "Two late"]]})
    ] == [
        (True, S, "Governance", "Chief leads"),
        (True, A, "Training", "Two late"),
    ]
    assert [
        row[:4] for row in _found({"A": [*remarks, ["Police", "G", "Chief leads", "A", "Two are late"]]})
    ] == [
        (False, S, "Standard 1", "Chief leads"),
        (False, A, "Standard 2", "Two are late"),
    ]


def test_rows_that_say_of_which_kind_they_are_do_not_spread():
    rows = [["Standard", "Kind", "Finding"], ["Hiring", "Strength", "Checks"], ["Training", "Gap", "Few go"]]

    assert [row[:4] for row in _found({"A": rows})] == [
        (True, S, "Hiring", "Checks"),
        (True, A, "Training", "Few go"),
    ]
