"""Signing off: two answers, kept apart."""

import datetime
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import long_text, refuse_beside
from actions.models import Evidence, SignOff
from actions.presenters.evidence import in_a_line
from actions.services.sign_off import check_look_again
from findings.rules.small_counts import SmallCounts
from portal.forms import DateField, PortalForm
from portal.forms.base import OPEN_AGAIN
from portal.wording import day

YES, NO = "yes", "no"


class EvidenceField(forms.ModelMultipleChoiceField):
    """Pieces of evidence, ticked."""

    widget = forms.CheckboxSelectMultiple
    hiding: SmallCounts

    def label_from_instance(self, obj: Evidence) -> str:
        return f"{obj.get_kind_display()}, {day(obj.dated_on)}: {in_a_line(obj, self.hiding)}"


class SignOffForm(PortalForm):
    """Was it delivered, has it made a difference, and what does that rest on?"""

    submit_label = "Save sign-off"

    was_delivered = forms.ChoiceField(
        label="Was it delivered as agreed?",
        choices=[(YES, "Yes"), (NO, "No, send it back to the lead")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether it was delivered as agreed"},
    )
    made_difference = forms.ChoiceField(
        label="Has it made a difference to children?",
        choices=SignOff.Difference.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether it has made a difference"},
    )
    evidence = EvidenceField(
        label="Evidence that this rests on",
        help_text="Evidence that you supplied yourself is left out",
        queryset=Evidence.objects.none(),
        required=False,
    )
    reason = long_text("How do you know?", "Enter how you know")
    look_again_on = DateField(
        label="Date to look again at the difference (optional)",
        help_text="Needed if it has not made a difference yet",
        required=False,
    )
    sign_offs_read = forms.IntegerField(widget=forms.HiddenInput, error_messages=OPEN_AGAIN)

    def __init__(
        self,
        *args: Any,
        evidence: QuerySet[Evidence],
        hiding: SmallCounts,
        on: datetime.date,
        **kwargs: Any,
    ) -> None:
        self.on = on
        super().__init__(*args, **kwargs)
        cast(EvidenceField, self.fields["evidence"]).hiding = hiding
        self.has_evidence = evidence.exists()
        self.offer(evidence=evidence)
        if not self.has_evidence:
            self.helper.layout.fields.remove("evidence")

    def clean(self) -> dict[str, Any]:
        """Turn the first answer into yes or no; ask for evidence of a yes, and for a date after ‘not yet’."""
        answer, difference = self.cleaned_data.get("was_delivered"), self.cleaned_data.get("made_difference")
        if answer == YES and not self.cleaned_data.get("evidence") and "evidence" not in self.errors:
            self.add_error(*self.evidence_missing())
        if difference and "look_again_on" not in self.errors:
            look_again_on = self.cleaned_data.get("look_again_on")
            refuse_beside(self, "look_again_on", check_look_again, difference, look_again_on, on=self.on)
        self.cleaned_data["was_delivered"] = answer == YES
        return self.cleaned_data

    def evidence_missing(self) -> tuple[str, str]:
        """Say what to do where a yes rests on nothing."""
        if self.has_evidence:
            return "evidence", "Select the evidence that the sign-off rests on"
        return (
            "was_delivered",
            "There is no evidence yet that you can rest a sign-off on. Ask the lead to add some, or select no",
        )
