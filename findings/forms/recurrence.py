"""Linking a finding to an earlier one."""

from collections.abc import Iterable
from typing import Any, cast

from crispy_forms_gds.choices import Choice
from django import forms
from django.db.models import QuerySet

from findings.models import Finding, Kind, Recurrence
from findings.presenters.findings import shorten
from portal.forms import PortalForm

Outcome = Recurrence.Outcome

HINTS = {
    Outcome.RECURS: "An earlier review had the same concern",
    Outcome.SUSTAINED: "An earlier review praised the same thing",
    Outcome.LOST: "An earlier review praised what is now a concern",
}
EXPECTED = {
    Outcome.RECURS: (Kind.AREA, "Choose an earlier area for consideration, or another outcome"),
    Outcome.SUSTAINED: (Kind.STRENGTH, "Choose an earlier strength"),
    Outcome.LOST: (Kind.STRENGTH, "Choose an earlier strength, or another outcome"),
}


class RecurrenceForm(PortalForm):
    """An earlier finding out of those shown, and what became of it."""

    submit_label = "Confirm the link"

    earlier = forms.ModelChoiceField(
        Finding.objects.none(),
        widget=forms.RadioSelect,
        label="Which earlier finding?",
        error_messages={
            "required": "Choose the earlier finding",
            "invalid_choice": "Choose a finding of an earlier review",
        },
    )
    outcome = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="What became of it?",
        error_messages={"required": "Choose what became of the earlier finding"},
    )

    def __init__(
        self, *args: Any, finding: Finding, candidates: QuerySet, shown: Iterable[Finding], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offer(earlier=candidates)
        cast(forms.ModelChoiceField, self.fields["earlier"]).choices = [_choice(row) for row in shown]
        is_area = finding.kind == Kind.AREA
        outcomes = (Outcome.RECURS, Outcome.LOST) if is_area else (Outcome.SUSTAINED,)
        cast(forms.ChoiceField, self.fields["outcome"]).choices = [
            Choice(outcome.value, outcome.label, hint=HINTS[outcome]) for outcome in outcomes
        ]

    def clean(self) -> dict[str, Any]:
        """Hold the outcome to what the two findings are."""
        values = super().clean() or self.cleaned_data
        if "earlier" in values and "outcome" in values:
            kind, message = EXPECTED[Outcome(values["outcome"])]
            if values["earlier"].kind != kind:
                self.add_error("earlier", message)
        return values


def _choice(finding: Finding) -> Choice:
    hint = f"{finding.reference}, {finding.get_kind_display().lower()}, {finding.review}"
    return Choice(str(finding.pk), shorten(finding.text, 30), hint=hint)
