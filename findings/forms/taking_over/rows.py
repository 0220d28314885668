"""What the page of a document's particulars is made of: parts, each with its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from findings.forms.taking_over.known import Known

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Row:
    """One thing that a document says; with a standing it is recorded already, or cannot be, and is only shown."""

    prefix: str
    label: str
    lines: Sequence[str] = ()
    tag: str = ""
    colour: str = ""
    standing: str = ""

    @property
    def tick(self) -> str:
        """The name of the box by which it is chosen."""
        return self.named("take")

    def named(self, field: str) -> str:
        """The name of one of its fields."""
        return f"{self.prefix}-{field}"


class Part:
    """Things of one kind: the rows, their fields, what is wrong with them and what was chosen."""

    title = ""
    heading_id = ""

    def __init__(self, known: Known, data: Data) -> None:
        self.known, self.data = known, data
        self.document = known.intake.document
        self.rows: list[Any] = list(self.read())

    def read(self) -> Sequence[Row]:
        """The rows that the document has something for."""
        raise NotImplementedError

    @property
    def introduction(self) -> str:
        """What to know before ticking."""
        return ""

    @property
    def offered(self) -> list[Any]:
        """The rows that can be ticked."""
        return [row for row in self.rows if not row.tag]

    def fields(self, row: Any) -> dict[str, forms.Field]:
        """What can be corrected of a row before it is recorded, by name."""
        return {}

    def check(self, form: forms.BaseForm, ticked: Sequence[Any]) -> None:
        """Say what is wrong with the ticked rows."""

    def source_of(self, place: str) -> str:
        """Where a thing is taken from: the document and the place in it."""
        return ", ".join(filter(None, (self.document.name, place)))[:300]
