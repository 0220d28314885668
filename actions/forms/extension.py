"""Asking for a later due date, and deciding."""

import datetime
from typing import Any

from django import forms

from actions.forms.fields import long_text
from actions.models import Action, Extension
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
    """A manager's answer to a request."""

    submit_label = "Save decision"

    decision = forms.ChoiceField(
        label="What do you decide?",
        choices=[(Extension.Decision.GRANTED, "Grant it"), (Extension.Decision.REFUSED, "Refuse it")],
        widget=forms.RadioSelect,
        error_messages={"required": "Select whether you grant or refuse the extension"},
    )
    reason = long_text("Why?", "Enter the reason for your decision")
