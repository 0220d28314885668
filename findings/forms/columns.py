"""The form on which somebody says what the columns of a spreadsheet hold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms_gds.layout import Layout
from django import forms
from django.utils.text import Truncator
from openpyxl.utils import get_column_letter

from findings.extraction.readers.columns import OF_FINDINGS, Column
from findings.models import Reading
from portal.fields import instruct
from portal.forms import PortalForm

LABELS = {
    Column.FINDING: "The words of a finding",
    Column.KIND: "Whether it is a strength or an area for consideration",
    Column.STRAND: "Its strand",
    Column.REFERENCE: "Its place or number in the document",
    Column.STRENGTH: "The words of a strength",
    Column.AREA: "The words of an area for consideration",
    Column.PROMINENCE: "Whether it is a headline, a recommendation or a detail",
}
CHOICES = [("", "Nothing to take in"), *((column.value, label) for column, label in LABELS.items())]
EXAMPLE_WORDS = 15


class ColumnsForm(PortalForm):
    """One choice for each column of a spreadsheet, guessed from its heading."""

    submit_label = "Read the spreadsheet"

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sheet = reading.sheet or {"headings": [], "rows": [], "suggested": {}}
        self.headings: list[str] = sheet["headings"]
        for index in range(len(self.headings)):
            field = forms.ChoiceField(
                label=heading_of(self.headings, index),
                choices=CHOICES,
                required=False,
                initial=sheet["suggested"].get(str(index), ""),
                help_text=hint_of(sheet, index),
                error_messages={
                    "invalid_choice": f"Select what column {get_column_letter(index + 1)} holds from the list"
                },
            )
            instruct(field, f"column_{index}")
            self.fields[f"column_{index}"] = field
        self.helper.layout = Layout(*self.layout_fields(), *self.hidden_layout())

    def clean(self) -> dict[str, Any]:
        """Ask for one column of findings, and for no other thing twice."""
        cleaned = super().clean() or self.cleaned_data
        held = Counter(self.columns.values())
        if not any(held[column] for column in OF_FINDINGS):
            self.add_error("column_0", "Choose the column that holds the words of the findings")
        seen: set[str] = set()
        for index, column in self.columns.items():
            if column in seen:
                label = LABELS[Column(column)]
                self.add_error(f"column_{index}", f"Choose “{label}” for one column only")
            seen.add(column)
        return cleaned

    @property
    def columns(self) -> dict[int, str]:
        """What each column holds, of those that hold anything."""
        chosen = {index: self.cleaned_data.get(f"column_{index}") for index in range(len(self.headings))}
        return {index: column for index, column in chosen.items() if column}


def heading_of(headings: Sequence[str], index: int) -> str:
    """What a column is called: its heading, with its letter where several have the same."""
    heading, letter = headings[index].strip(), get_column_letter(index + 1)
    if not heading:
        return f"Column {letter}, without a heading"
    return f"{heading} (column {letter})" if is_doubled(headings, index) else heading


def is_doubled(headings: Sequence[str], index: int) -> bool:
    """Whether another column has the same heading."""
    folded = [heading.strip().lower() for heading in headings]
    return bool(folded[index]) and folded.count(folded[index]) > 1


def hint_of(sheet: Mapping[str, Any], index: int) -> str:
    """The first words that stand in a column, and that its heading is not the only one of its name."""
    doubled = "Another column has the same heading. " if is_doubled(sheet["headings"], index) else ""
    return doubled + example(sheet["rows"], index)


def example(rows: Sequence[Sequence[str]], index: int) -> str:
    """The first words that stand in a column."""
    value = next((row[index] for row in rows if index < len(row) and row[index].strip()), "")
    return f"For example: {Truncator(value).words(EXAMPLE_WORDS)}" if value else "Its first rows are empty"
