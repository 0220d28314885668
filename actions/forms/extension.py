"""Asking for a later due date, and deciding."""

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms

from actions.forms.fields import long_text, refuse_beside
from actions.models import Action, Extension
from actions.services.extension import check_committee
from portal.forms import DateField, PortalForm
from portal.wording import day


class ExtensionForm(PortalForm):
    """A request for a later due date."""

    submit_label = "Ask for the extension"

    due_asked_on = DateField(label="New due date", missing="Enter the new due date")
    reason = long_text("Why is more time needed?", "Enter why more time is needed")

    def __init__(self, *args: Any, action: Action, on: datetime.date, **kwargs: Any) -> None:
        self.action = action
        self.on = on
        super().__init__(*args, **kwargs)

    def clean_due_asked_on(self) -> datetime.date:
        """Check that the new date is later than the due date and than today."""
        asked: datetime.date = self.cleaned_data["due_asked_on"]
        if asked <= self.action.due_on:
            raise forms.ValidationError(
                f"The new due date must be after the due date, {day(self.action.due_on)}"
            )
        if asked <= self.on:
            raise forms.ValidationError(f"The new due date must be after today, {day(self.on)}")
        return asked


class DecisionForm(PortalForm):
    """A manager's answer to a request, or what a committee decided, which a manager records."""

    submit_label = "Save decision"

    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[(Extension.Decision.GRANTED, "Grant it"), (Extension.Decision.REFUSED, "Refuse it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether you grant or refuse the extension"},
    )
    reason = long_text("Why?", "Enter the reason for your decision")
    committee = forms.CharField(
        label="Committee that decided this (optional)",
        help_text="Leave this empty if the decision is your own",
        max_length=200,
        required=False,
    )
    met_on = DateField(
        label="Date of its meeting (optional)", help_text="Needed if a committee decided", required=False
    )

    def __init__(self, *args: Any, on: datetime.date, committees: Sequence[str] = (), **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)
        if committees:
            # Where the council keeps its committees, nobody types their names.
            typed = self.fields["committee"]
            self.fields["committee"] = forms.ChoiceField(
                label=typed.label,
                help_text=typed.help_text,
                choices=[("", "None: the decision is my own"), *((name, name) for name in committees)],
                required=False,
                error_messages={"invalid_choice": "Select a committee from the list"},
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a committee and its meeting together."""
        if not {"committee", "met_on"} & self.errors.keys():
            committee, met_on = self.cleaned_data["committee"], self.cleaned_data["met_on"]
            field = "committee" if met_on and not committee else "met_on"
            refuse_beside(self, field, check_committee, committee, met_on, on=self.on)
        return self.cleaned_data
