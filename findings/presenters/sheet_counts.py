"""What became of the rows of a spreadsheet, said on the page where its findings are checked."""

from collections.abc import Sequence

from findings.models import Candidate, Document, Reading
from portal.wording import count, joined


def rows_said(document: Document, candidates: Sequence[Candidate]) -> str:
    """How many rows were taken, how many ask for their kind, how many have no words; nothing for other documents."""
    reading = Reading.objects.filter(document=document, sheet__isnull=False).only("sheet").first()
    if reading is None or not reading.sheet:
        return ""
    asked = {line for row in candidates if row.asks_kind for line in row.source_lines}
    taken = {line for row in candidates for line in row.source_lines} - asked
    total = reading.sheet["row_count"]
    without = max(total - len(taken) - len(asked), 0)
    parts = [
        f"{len(taken)} say which kind they are" if len(taken) != 1 else "1 says which kind it is",
        f"{len(asked)} ask for their kind" if len(asked) != 1 else "1 asks for its kind",
        f"{without} {'hold' if without != 1 else 'holds'} no words of a finding",
    ]
    said = [part for number, part in zip((len(taken), len(asked), without), parts, strict=True) if number]
    return f"The spreadsheet has {count(total, 'row')} below its headings: {joined(said)}."
