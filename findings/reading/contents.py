"""All that is read in a document, as plain data; knows nothing of the database."""

from collections.abc import Mapping
from typing import Any

from findings.extraction.extracting import extract
from findings.extraction.formats import label
from findings.extraction.particulars.gathering import particulars_of
from findings.extraction.readers.columns import Column
from findings.extraction.readers.documents import open_spreadsheet
from findings.reading.passages import passages_of

SHOWN_ROWS = 3
PARTICULARS = (
    "metadata",
    "methodology",
    "judgements",
    "measures",
    "actions",
    "committee_recommendations",
    "reason",
    "council_plan",
    "commitments",
    "abbreviations",
    "assurance_statement",
    "requirements",
)


def read_contents(data: bytes, *, filename: str, columns: Mapping[int, str] | None = None) -> dict[str, Any]:
    """Read a document; of a spreadsheet whose columns nobody has settled, only the sheet is described.

    Raises `UnreadableDocument`.
    """
    sheet = None if columns is not None else open_spreadsheet(data, filename=filename)
    if sheet is not None:
        return {"sheet": describe(sheet)}
    settled = None if columns is None else {index: Column(held) for index, held in columns.items()}
    extracted = extract(data, filename=filename, columns=settled)
    particulars = particulars_of(extracted.blocks, extracted.lines).as_dict()
    passages = passages_of(extracted.blocks, extracted.candidates, pages=extracted.pages)
    return {
        "name": label(filename),
        "candidates": [candidate.as_dict() for candidate in extracted.candidates],
        "strands": list(extracted.strands),
        "passages": [passage.as_dict() for passage in passages],
        "particulars": {name: particulars[name] for name in PARTICULARS if particulars[name]},
    }


def describe(sheet: Any) -> dict[str, Any]:
    """The headings of a spreadsheet, its first rows, and what its columns seem to hold."""
    below = sheet.rows[sheet.heading_row + 1 :]
    return {
        "headings": list(sheet.headings),
        "rows": [list(row) for row in below if any(row)][:SHOWN_ROWS],
        "row_count": sum(1 for row in below if any(row)),
        "suggested": {str(index): held.value for index, held in sheet.suggestion.columns.items()},
    }
