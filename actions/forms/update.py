"""Posting an update."""

from typing import Any, cast

from crispy_forms_gds.choices import Choice
from django import forms

from actions.forms.fields import long_text, refuse_beside
from actions.models import Action
from actions.rules.scale import Scale
from actions.services.progress import check_percent
from actions.statuses import OPEN
from portal.forms import PercentField, PortalForm

WHOLE_NUMBER = "Enter how much is done as a whole number from 0 to 100"


class UpdateForm(PortalForm):
    """What happened since, how much is done, and how sure the lead is."""

    submit_label = "Post update"

    narrative = long_text("What has happened since the last update", "Enter what has happened", rows=5)
    percent_complete = PercentField(
        label="How much is done, in per cent",
        help_text="A whole number from 0 to 100",
        error_messages={
            "required": "Enter how much is done",
            "invalid": WHOLE_NUMBER,
            "min_value": WHOLE_NUMBER,
            "max_value": WHOLE_NUMBER,
        },
    )
    confidence = forms.ChoiceField(
        label="How confident are you that it will be delivered on time?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select how confident you are"},
    )
    blockers = long_text("What is in the way (optional)", rows=3)
    is_delivered = forms.BooleanField(
        label="This action is delivered",
        help_text="A manager is then asked to sign it off",
        required=False,
    )

    def __init__(self, *args: Any, action: Action, scale: Scale, **kwargs: Any) -> None:
        self.action = action
        super().__init__(*args, **kwargs)
        levels = cast(forms.ChoiceField, self.fields["confidence"])
        levels.choices = [
            Choice(code, level.name, hint=level.definition) for code, level in scale.confidence.items()
        ]
        if action.status not in OPEN:
            del self.fields["is_delivered"]
            self.helper.layout.fields.remove("is_delivered")

    def clean(self) -> dict[str, Any]:
        """Check the percentage against the last update."""
        percent = self.cleaned_data.get("percent_complete")
        if percent is not None:
            blockers = self.cleaned_data.get("blockers", "")
            is_delivered = self.cleaned_data.get("is_delivered", False)
            refuse_beside(
                self,
                "blockers" if not is_delivered else "percent_complete",
                check_percent,
                self.action,
                percent,
                blockers=blockers,
                is_delivered=is_delivered,
            )
        return self.cleaned_data
