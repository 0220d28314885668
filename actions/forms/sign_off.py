"""Signing off: two answers, kept apart; and a second look at the second of them."""

import datetime
from collections.abc import Iterable
from typing import Any, cast

from crispy_forms_gds.choices import Choice
from django import forms
from django.db.models import QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.html import format_html

from actions.forms.fields import long_text, refuse_beside
from actions.models import Evidence, SignOff
from actions.presenters.evidence import in_a_line, name_of
from actions.services.sign_off import (
    SHOWN,
    check_claims_nothing,
    check_difference_shown,
    check_look_again,
    check_rests_on_evidence,
)
from findings.rules.small_counts import SmallCounts
from portal.forms import DateField, PortalForm
from portal.forms.base import OPEN_AGAIN
from portal.wording import day

YES, NO = "yes", "no"
NOTHING_SHOWS = "There is no evidence yet that you can rest a sign-off on. Ask the lead to add some, or "


class PiecesToOpen(ModelChoiceIterator):
    """Pieces of evidence, each with a link to itself that leaves the form open."""

    def choice(self, obj: Evidence) -> Any:
        field = cast(EvidenceField, self.field)
        link = '<a class="govuk-link" href="{}" target="_blank" rel="noopener">{} (opens in a new tab)</a>. Added by {}'
        hint = format_html(link, obj.get_absolute_url(), name_of(obj, field.hiding), obj.added_by)
        return Choice(field.prepare_value(obj), field.label_from_instance(obj), hint=hint)


class EvidenceField(forms.ModelMultipleChoiceField):
    """Pieces of evidence, ticked."""

    widget = forms.CheckboxSelectMultiple
    iterator = PiecesToOpen
    hiding: SmallCounts

    def label_from_instance(self, obj: Evidence) -> str:
        return f"{obj.get_kind_display()}, {day(obj.dated_on)}: {in_a_line(obj, self.hiding)}"


class DifferenceForm(PortalForm):
    """Has it made a difference, what shows that, and when is it to be looked at again?"""

    submit_label = "Save sign-off"

    made_difference = forms.ChoiceField(
        label="Has it made a difference to children?",
        choices=SignOff.Difference.choices,
        widget=forms.RadioSelect,
        required=False,
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
        for name, field in self.fields.items():
            if isinstance(field, EvidenceField):
                field.queryset, field.hiding = evidence, hiding
                if not self.has_evidence:
                    self.helper.layout.fields.remove(name)

    def clean(self) -> dict[str, Any]:
        """Ask what the answer rests on, and for a date after ‘not yet’."""
        self.check_difference()
        return self.cleaned_data

    def check_difference(self, *, was_delivered: bool = True) -> None:
        """Ask for an answer with its evidence, and for a day to look again where there is no difference yet."""
        if "made_difference" in self.errors:
            return
        difference = self.cleaned_data["made_difference"]
        if difference in SHOWN and not self.has_evidence:
            self.add_error("made_difference", f"{NOTHING_SHOWS}answer ‘Not yet’ or ‘Cannot tell’")
        elif "difference_evidence" not in self.errors:
            evidence = self.cleaned_data["difference_evidence"]
            refuse_beside(
                self, None, check_difference_shown, difference, evidence, was_delivered=was_delivered
            )
        if difference and "look_again_on" not in self.errors:
            look_again_on = self.cleaned_data["look_again_on"]
            refuse_beside(self, "look_again_on", check_look_again, difference, look_again_on, on=self.on)


class LookAgainForm(DifferenceForm):
    """A second look at the difference that a signed-off action made."""

    submit_label = "Save what you found"


class SignOffForm(DifferenceForm):
    """Was it delivered, has it made a difference, and what does each answer rest on?"""

    field_order = ("was_delivered", "evidence")

    was_delivered = forms.ChoiceField(
        label="Was it delivered as agreed?",
        choices=[
            (YES, "Yes"),
            Choice(NO, "No, send it back to the lead", hint="Then only say below how you know"),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether it was delivered as agreed"},
    )
    evidence = EvidenceField(
        label="Evidence that it was delivered",
        help_text="Evidence that you supplied yourself, and values that you recorded, are left out",
        queryset=Evidence.objects.none(),
        required=False,
    )

    def __init__(self, *args: Any, undone: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["was_delivered"].help_text = ". ".join(undone)

    def clean(self) -> dict[str, Any]:
        """Turn the first answer into yes or no; ask what a yes rests on, and that a no claims nothing."""
        answer = self.cleaned_data.get("was_delivered")
        self.cleaned_data["was_delivered"] = answer == YES
        if answer == NO:
            self.check_sent_back()
        elif answer == YES and not self.has_evidence:
            self.add_error("was_delivered", f"{NOTHING_SHOWS}select no")
        elif answer == YES and "evidence" not in self.errors:
            refuse_beside(self, "evidence", check_rests_on_evidence, self.cleaned_data["evidence"])
        if "made_difference" not in self.errors:
            self.check_difference(was_delivered=answer != NO)
        return self.cleaned_data

    def check_sent_back(self) -> None:
        """Refuse evidence, and an answer that claims a difference, where it goes back to the lead."""
        difference, *evidence = (
            self.cleaned_data.get(name) or ()
            for name in ("made_difference", "evidence", "difference_evidence")
        )
        refuse_beside(self, None, check_claims_nothing, difference, *evidence)
