"""The short forms that a document explains, to be added to the council's list."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms

from findings.forms.taking_over.rows import Part, Row
from findings.glossary import is_same_meaning

LONGEST_SHORT, LONGEST_MEANING = 20, 200


@dataclass(frozen=True)
class AbbreviationRow(Row):
    """A short form and what it stands for."""

    short: str = ""
    meaning: str = ""


class AbbreviationPart(Part):
    """Short forms; what the list says already stays."""

    title, heading_id = "Abbreviations", "abbreviations"

    @property
    def introduction(self) -> str:
        """What follows from ticking."""
        return "What you tick is added to the council’s list, from which reports explain the short forms that they use."

    def read(self) -> list[AbbreviationRow]:
        """The short forms in the document's order."""
        listed = {row["abbr"]: row["meaning"] for row in self.data.get("abbreviations", ())}
        return [
            self._row(number, short, meaning)
            for number, (short, meaning) in enumerate(listed.items(), start=1)
        ]

    def _row(self, number: int, short: str, meaning: str) -> AbbreviationRow:
        prefix, label = f"abbreviation-{number}", f"{short}: {meaning}"
        there = self.known.meanings.get(short)
        if there and is_same_meaning(there, meaning):
            return AbbreviationRow(
                prefix, label, tag="Recorded", colour="green", standing="On the council’s list."
            )
        if there:
            standing = f"On the council’s list “{short}” stands for “{there}”. It stays as it is."
            return AbbreviationRow(prefix, label, tag="Other meaning", colour="yellow", standing=standing)
        if len(short) > LONGEST_SHORT or len(meaning) > LONGEST_MEANING:
            standing = f"The list takes {LONGEST_SHORT} characters, and {LONGEST_MEANING} for the meaning."
            return AbbreviationRow(prefix, label, tag="Too long", colour="grey", standing=standing)
        return AbbreviationRow(prefix, label, short=short, meaning=meaning)

    def chosen(self, form: forms.BaseForm, ticked: Sequence[AbbreviationRow]) -> dict[str, str]:
        """The short forms to add, with their meanings."""
        return {row.short: row.meaning for row in ticked}
