"""The form on which an officer ticks what is taken over from a document."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from findings.forms.taking_over.abbreviations import AbbreviationPart
from findings.forms.taking_over.facts import FactPart
from findings.forms.taking_over.figures import FigurePart
from findings.forms.taking_over.judgements import JudgementPart
from findings.forms.taking_over.known import Known
from findings.forms.taking_over.rows import Part, Row
from findings.services.taking_over import TakenOver
from portal.fields import instruct
from portal.forms import PortalForm
from portal.wording import count, joined

NOTHING_TICKED = "Tick what you want to record"


@dataclass(frozen=True)
class ShownRow:
    """A row with its box and fields, as they stand; no box where there is nothing to tick."""

    row: Row
    tick: BoundField | None
    fields: list[BoundField]


class TakeOverForm(PortalForm):
    """What a document says beside its findings; nothing is ticked until somebody does. Carries the review's version."""

    submit_label = "Record what is ticked"

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, editing=known.review, **kwargs)
        data = known.intake.particulars
        self.judgements, self.figures = JudgementPart(known, data), FigurePart(known, data)
        self.abbreviations, self.facts = AbbreviationPart(known, data), FactPart(known, data)
        self.corrected: dict[str, list[str]] = {}
        self.parts: Sequence[Part] = (self.facts, self.judgements, self.figures, self.abbreviations)
        for part in self.parts:
            for row in part.offered:
                self._add_fields(part, row)

    def _add_fields(self, part: Part, row: Any) -> None:
        """A box, and below it what can be corrected; the page shows that once the box is ticked."""
        corrected = part.fields(row)
        self.corrected[row.prefix] = list(corrected)
        attrs = {"data-aria-controls": f"{row.prefix}-fields"} if corrected else {}
        self.fields[row.tick] = forms.BooleanField(
            required=False,
            label=row.label,
            help_text="\n".join(row.lines),
            widget=forms.CheckboxInput(attrs=attrs),
        )
        for name, field in corrected.items():
            instruct(field, name)
            self.fields[name] = field

    @property
    def shown(self) -> list[tuple[Part, list[ShownRow]]]:
        """The parts of which the document has something, with their rows."""
        return [(part, [self._show(row) for row in part.rows]) for part in self.parts if part.rows]

    def _show(self, row: Any) -> ShownRow:
        names = self.corrected.get(row.prefix, ())
        return ShownRow(row, None if row.tag else self[row.tick], [self[name] for name in names])

    @property
    def can_record(self) -> bool:
        """Whether anything can be ticked."""
        return any(part.offered for part in self.parts)

    def ticked(self, part: Part) -> list[Any]:
        """The rows of a part that were ticked."""
        return [row for row in part.offered if self.cleaned_data.get(row.tick)]

    def clean(self) -> dict[str, Any]:
        """Check what is ticked only, and ask for a tick where there is none."""
        cleaned = super().clean() or self.cleaned_data
        chosen = [(part, self.ticked(part)) for part in self.parts]
        for part, ticked in chosen:
            for row in part.offered:
                if row not in ticked:
                    for name in self.corrected[row.prefix]:
                        self.errors.pop(name, None)
            part.check(self, ticked)
        if not any(ticked for _, ticked in chosen) and not self.is_there_already:
            first = next((row.tick for part in self.parts for row in part.offered), None)
            self.add_error(first, NOTHING_TICKED)
        return cleaned

    @property
    def is_there_already(self) -> bool:
        """Whether something was ticked that somebody has recorded since the page was opened."""
        return any(row.tick in self.data for part in self.parts for row in part.rows if row.tag)

    @property
    def chosen(self) -> TakenOver:
        """What was ticked, as it is to be recorded."""
        return TakenOver(
            facts=self.facts.chosen(self, self.ticked(self.facts)),
            judgements=self.judgements.chosen(self, self.ticked(self.judgements)),
            figures=self.figures.chosen(self, self.ticked(self.figures)),
            abbreviations=self.abbreviations.chosen(self, self.ticked(self.abbreviations)),
        )

    @property
    def counted(self) -> str:
        """How much is recorded, in words: 1 judgement and 2 values; nothing where all of it was there."""
        chosen = self.chosen
        numbers = (
            (len(chosen.facts), "detail of the review", "details of the review"),
            (len(chosen.judgements), "judgement", "judgements"),
            (len(chosen.figures), "value", "values"),
            (len(chosen.abbreviations), "abbreviation", "abbreviations"),
        )
        return joined(count(number, one, many) for number, one, many in numbers if number)
