"""The form on which the candidates of a document are checked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from django import forms

from findings.forms.words_seen import candidates_sent, checksum, words_seen, words_shown
from findings.models import Candidate, Finding, Intake, Kind, Prominence
from findings.reading.intakes import words_of
from findings.services.intake import Correction
from portal.exceptions import StaleRecord
from portal.fields import instruct
from portal.forms import PortalForm
from portal.history import history_of
from portal.numbers import key_in, number_of

NOT_A_FINDING = "none"
MESSAGE_NAMES = {
    "answer": "kind",
    "is_selected": "tick",
    "kind": "kind",
    "text": "words",
    "prominence": "prominence",
    "strand": "strand",
    "new_strand": "new strand",
    "also": "further strands",
}
"""What messages call the fields of a finding."""
STEPS = {
    "accept": "Accept selected findings",
    "split": "Split in two",
    "merge": "Merge",
    "suggest": "Choose what is suggested",
    "add": "Add as a finding",
}
"""The buttons that do more than save, as the page calls them."""
ANSWERS = (*Kind.choices, (NOT_A_FINDING, "Not a finding"))


class IntakeCheckForm(PortalForm):
    """The candidates of an intake, each with its own fields, corrected and ticked."""

    def __init__(
        self,
        *args: Any,
        intake: Intake,
        candidates: Sequence[Candidate],
        recorded: Mapping[tuple[str, str], Finding],
        strands: Iterable[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, editing=intake, **kwargs)
        self.intake, self.candidates, self.recorded = intake, candidates, recorded
        names = [*strands]
        for candidate in candidates:
            if candidate.strand_name and candidate.strand_name not in names:
                names.append(candidate.strand_name)
        self.strand_choices = [("", "No strand"), *((name, name) for name in names)]
        for candidate in candidates:
            self._add_fields(candidate)

    def _add_fields(self, candidate: Candidate) -> None:
        number, prefix = candidate.position, candidate.pk
        fields: dict[str, forms.Field] = self._kind_fields(candidate) | {
            f"{prefix}-text": forms.CharField(
                required=False,
                initial=candidate.text,
                max_length=20_000,
                error_messages={"max_length": f"Shorten finding {number} to 20,000 characters or fewer"},
            ),
            f"{prefix}-prominence": forms.ChoiceField(
                choices=Prominence.choices,
                initial=candidate.prominence,
                error_messages={"required": f"Choose the prominence of finding {number}"},
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
            fields[f"{prefix}-also"] = forms.MultipleChoiceField(
                choices=[(name, name) for name in candidate.also_relates_to],
                required=False,
                initial=candidate.also_relates_to,
            )
        for name, field in fields.items():
            instruct(field, f"{MESSAGE_NAMES[name.rpartition('-')[2]]} of finding {number}")
        self.fields |= fields

    def _kind_fields(self, candidate: Candidate) -> dict[str, forms.Field]:
        """A box and a kind; or the three answers, where the document leaves the kind open."""
        prefix, kind = candidate.pk, candidate.kind
        if candidate.asks_kind:
            answer = kind if candidate.is_selected or not kind else NOT_A_FINDING
            return {f"{prefix}-answer": forms.ChoiceField(choices=ANSWERS, required=False, initial=answer)}
        return {
            f"{prefix}-is_selected": forms.BooleanField(required=False, initial=candidate.is_selected),
            f"{prefix}-kind": forms.ChoiceField(choices=Kind.choices, required=False, initial=kind),
        }

    def clean(self) -> dict[str, Any]:
        """Ask what a finding needs of those that are selected, and for at least one of them to accept."""
        cleaned = super().clean() or self.cleaned_data
        selected = [row for row in self.candidates if self._kind_of(row)[0]]
        for row in selected:
            self._require(row, "text", f"Enter the words of finding {row.position}")
            if not row.asks_kind:
                self._require(
                    row,
                    "kind",
                    f"Choose whether finding {row.position} is a strength or an area for consideration",
                )
        if self.is_accepting:
            for row in self.undecided:
                self._require(row, "answer", f"Choose what finding {row.position} is, or “Not a finding”")
        if self.is_accepting and self.candidates and not selected and not self.errors:
            self.add_error(None, "Select at least one finding, or set the document aside")
        return cleaned

    @property
    def undecided(self) -> list[Candidate]:
        """The candidates of which nobody has said yet, as the form was sent, what they are."""
        answers = {row.pk: f"{row.pk}-answer" for row in self.candidates if row.asks_kind}
        return [row for row in self.candidates if row.pk in answers and not self.data.get(answers[row.pk])]

    @property
    def gathered_errors(self) -> dict[str, str]:
        """What the error summary says of many findings to decide: one line, beside the first of them."""
        if not self.is_accepting or len(self.undecided) < 2:
            return {}
        names = [f"{row.pk}-answer" for row in self.undecided]
        message = f"{len(names)} findings wait for your choice. Choose what each is, or “Not a finding”"
        return dict.fromkeys(names, "") | {names[0]: message}

    def _kind_of(self, candidate: Candidate) -> tuple[bool, str]:
        """Whether a candidate is selected, and its kind; one that is no finding is kept under either of them."""
        values, prefix = self.cleaned_data, candidate.pk
        if not candidate.asks_kind:
            return bool(values.get(f"{prefix}-is_selected")), values.get(f"{prefix}-kind", "")
        answer = values.get(f"{prefix}-answer", "")
        if not answer and "suggest" in self.data:
            answer = candidate.suggested_kind
        if answer == NOT_A_FINDING:
            return False, candidate.suggested_kind or Kind.AREA
        return bool(answer), answer

    def _require(self, candidate: Candidate, name: str, message: str) -> None:
        field = f"{candidate.pk}-{name}"
        if field not in self.errors and not self.cleaned_data.get(field):
            self.add_error(field, message)

    @property
    def words_shown(self) -> str:
        """The candidates and their words as this page shows them."""
        return words_shown(self.candidates)

    @property
    def is_overtaken(self) -> bool:
        """Whether others have split or merged candidates since the page that was sent."""
        return self.is_bound and candidates_sent(self.data) != {candidate.pk for candidate in self.candidates}

    def catch_up(self) -> None:
        """Show what others split or merged as it is now, and the rest as it was typed; says so, and is never valid."""
        seen = words_seen(self.data.get("words_shown", ""))
        data = cast(Any, self.data).copy()
        for candidate in self.candidates:
            if seen.get(candidate.pk) != checksum(candidate):
                for name in self.fields_of(candidate):
                    data.setlist(name, _as_sent(self.fields[name].initial))
        data["version"] = str(self.intake.version)
        self.data = data
        self.full_clean()
        latest = next(iter(history_of(self.intake)[:1]), None)
        self.add_error(
            None,
            f"{latest.who if latest else 'Somebody'} split or merged findings after you opened this page. "
            "Those are shown as they are now, the others as you left them. Nothing of yours was saved yet. "
            "Check them, then go on",
        )
        self._explain_step()

    def explain_stale(self, stale: StaleRecord) -> None:
        """Say who changed what meanwhile, and that the step which was asked for is still to be done."""
        super().explain_stale(stale)
        self._explain_step()

    def _explain_step(self) -> None:
        label = next((label for name, label in STEPS.items() if name in self.data), None)
        if label:
            self.add_error(None, f"“{label}” was not carried out. Press it again")

    def fields_of(self, candidate: Candidate) -> list[str]:
        """The names of the fields of one candidate."""
        return [name for name in self.fields if name.startswith(f"{candidate.pk}-")]

    def recorded_as(self, candidate: Candidate) -> Finding | None:
        """The finding in which the review has these words already."""
        return self.recorded.get(words_of(candidate.kind, candidate.text))

    @property
    def is_accepting(self) -> bool:
        """Whether the candidates are accepted now, rather than kept for later."""
        return "accept" in self.data

    def pressed(self, button: str) -> int:
        """The candidate, or the passage, beside which a button was pressed; 0 where it names none."""
        return key_in(self.data, button)

    @property
    def split_at(self) -> int | None:
        """Where a script says that the words are to be split, in characters."""
        return number_of(self.data.get("split_at", ""))

    @property
    def corrections(self) -> dict[int, Correction]:
        """How each candidate was left."""
        return {candidate.pk: self._correction(candidate) for candidate in self.candidates}

    def _correction(self, candidate: Candidate) -> Correction:
        values, prefix = self.cleaned_data, candidate.pk
        is_selected, kind = self._kind_of(candidate)
        return Correction(
            is_selected=is_selected,
            kind=kind,
            text=values[f"{prefix}-text"].replace("\r\n", "\n"),
            prominence=values[f"{prefix}-prominence"],
            strand_name=values[f"{prefix}-new_strand"] or values[f"{prefix}-strand"],
            also_relates_to=values.get(f"{prefix}-also", []),
        )


def _as_sent(initial: Any) -> list[str]:
    """What a browser sends of a field that is left as it was shown."""
    if isinstance(initial, bool):
        return ["on"] if initial else []
    return list(initial) if isinstance(initial, list) else [initial or ""]
