"""The form on which the candidates of a document are checked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from findings.models import Candidate, Intake, Kind, Prominence
from findings.services.intake import Correction, words_of
from portal.forms import PortalForm


class IntakeCheckForm(PortalForm):
    """The candidates of an intake, each with its own fields, corrected and ticked."""

    def __init__(
        self,
        *args: Any,
        intake: Intake,
        candidates: Sequence[Candidate],
        recorded: Mapping[tuple[str, str], str],
        strands: Iterable[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, editing=intake, **kwargs)
        self.candidates, self.recorded = candidates, recorded
        names = [*strands]
        for candidate in candidates:
            if candidate.strand_name and candidate.strand_name not in names:
                names.append(candidate.strand_name)
        self.strand_choices = [("", "No strand"), *((name, name) for name in names)]
        for candidate in candidates:
            self._add_fields(candidate)

    def _add_fields(self, candidate: Candidate) -> None:
        number, prefix = candidate.position, candidate.pk
        self.fields |= {
            f"{prefix}-is_selected": forms.BooleanField(required=False, initial=candidate.is_selected),
            f"{prefix}-kind": forms.ChoiceField(choices=Kind.choices, required=False, initial=candidate.kind),
            f"{prefix}-text": forms.CharField(
                required=False,
                initial=candidate.text,
                max_length=20_000,
                error_messages={"max_length": f"Shorten finding {number} to 20,000 characters or fewer"},
            ),
            f"{prefix}-prominence": forms.ChoiceField(
                choices=Prominence.choices, initial=candidate.prominence
            ),
            f"{prefix}-strand": forms.ChoiceField(
                choices=self.strand_choices, required=False, initial=candidate.strand_name
            ),
            f"{prefix}-new_strand": forms.CharField(
                required=False,
                max_length=300,
                error_messages={
                    "max_length": f"Shorten the strand of finding {number} to 300 characters or fewer"
                },
            ),
        }
        if candidate.also_relates_to:
            self.fields[f"{prefix}-also"] = forms.MultipleChoiceField(
                choices=[(name, name) for name in candidate.also_relates_to],
                required=False,
                initial=candidate.also_relates_to,
            )

    def clean(self) -> dict[str, Any]:
        """Ask what a finding needs of those that are selected, and for at least one to accept."""
        cleaned = super().clean() or self.cleaned_data
        selected = [row for row in self.candidates if cleaned.get(f"{row.pk}-is_selected")]
        for row in selected:
            self._require(row, "text", f"Enter the words of finding {row.position}")
            self._require(
                row,
                "kind",
                f"Choose whether finding {row.position} is a strength or an area for consideration",
            )
        if self.is_accepting and not selected:
            self.add_error(None, "Select at least one finding, or set the document aside")
        return cleaned

    def _require(self, candidate: Candidate, name: str, message: str) -> None:
        field = f"{candidate.pk}-{name}"
        if field not in self.errors and not self.cleaned_data.get(field):
            self.add_error(field, message)

    def recorded_as(self, candidate: Candidate) -> str:
        """The reference under which the review has these words already, or nothing."""
        return self.recorded.get(words_of(candidate.kind, candidate.text), "")

    @property
    def is_accepting(self) -> bool:
        """Whether the candidates are accepted now, rather than kept for later."""
        return "accept" in self.data

    @property
    def corrections(self) -> dict[int, Correction]:
        """How each candidate was left."""
        return {candidate.pk: self._correction(candidate.pk) for candidate in self.candidates}

    def _correction(self, prefix: int) -> Correction:
        values = self.cleaned_data
        return Correction(
            is_selected=values[f"{prefix}-is_selected"],
            kind=values[f"{prefix}-kind"],
            text=values[f"{prefix}-text"].replace("\r\n", "\n"),
            prominence=values[f"{prefix}-prominence"],
            strand_name=values[f"{prefix}-new_strand"] or values[f"{prefix}-strand"],
            also_relates_to=values.get(f"{prefix}-also", []),
        )
