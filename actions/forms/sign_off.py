"""Signing off: two answers, kept apart."""

import datetime
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import long_text, refuse_beside
from actions.models import Evidence, SignOff
from actions.presenters.evidence import in_a_line
from actions.services.sign_off import (
    SHOWN,
    check_difference_shown,
    check_look_again,
    check_rests_on_evidence,
)
from findings.rules.small_counts import SmallCounts
from portal.forms import DateField, PortalForm
from portal.forms.base import OPEN_AGAIN
from portal.wording import day

YES, NO = "yes", "no"
RESTS_ON = ("evidence", "difference_evidence")
NOTHING_SHOWS = "There is no evidence yet that you can rest a sign-off on. Ask the lead to add some, or "


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
    evidence = EvidenceField(
        label="Evidence that it was delivered",
        help_text="Evidence that you supplied yourself, and values that you recorded, are left out",
        queryset=Evidence.objects.none(),
        required=False,
    )
    made_difference = forms.ChoiceField(
        label="Has it made a difference to children?",
        choices=SignOff.Difference.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether it has made a difference"},
    )
    difference_evidence = EvidenceField(
        label="Evidence that it has made a difference",
        help_text="That something was done does not show that it helped. Select what shows that it did",
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
        self.has_evidence = evidence.exists()
        self.offer(**dict.fromkeys(RESTS_ON, evidence))
        for name in RESTS_ON:
            cast(EvidenceField, self.fields[name]).hiding = hiding
            if not self.has_evidence:
                self.helper.layout.fields.remove(name)

    def clean(self) -> dict[str, Any]:
        """Turn the first answer into yes or no; ask what each answer rests on, and for a date after ‘not yet’."""
        answer, difference = self.cleaned_data.get("was_delivered"), self.cleaned_data.get("made_difference")
        self.cleaned_data["was_delivered"] = answer == YES
        self.check_delivered(answer)
        if difference:
            self.check_difference(difference)
        return self.cleaned_data

    def check_delivered(self, answer: str | None) -> None:
        """Ask for evidence of a yes; where there is none, say what to do."""
        if answer == YES and not self.has_evidence:
            self.add_error("was_delivered", f"{NOTHING_SHOWS}select no")
        elif "evidence" not in self.errors:
            evidence = self.cleaned_data.get("evidence", ())
            refuse_beside(self, "evidence", check_rests_on_evidence, evidence, was_delivered=answer == YES)

    def check_difference(self, difference: str) -> None:
        """Ask for evidence of a difference, and for a day to look again where there is none yet."""
        if difference in SHOWN and not self.has_evidence:
            self.add_error("made_difference", f"{NOTHING_SHOWS}answer ‘Not yet’ or ‘Cannot tell’")
        elif "difference_evidence" not in self.errors:
            evidence = self.cleaned_data.get("difference_evidence", ())
            refuse_beside(self, "difference_evidence", check_difference_shown, difference, evidence)
        if "look_again_on" not in self.errors:
            look_again_on = self.cleaned_data.get("look_again_on")
            refuse_beside(self, "look_again_on", check_look_again, difference, look_again_on, on=self.on)
