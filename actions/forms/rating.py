"""The scale of the ratings and the rules for actions, as administrators keep them."""

from typing import Any

from django import forms

from actions.forms.fields import long_text
from actions.models import ActionRules, Colour, RatingLevel
from actions.rules.scale import Scale
from portal.forms import PortalForm, WholeNumberField, initial_from


class RatingLevelForm(PortalForm):
    """What a level is called, its colour, and what it means."""

    submit_label = "Save level"

    name = forms.CharField(max_length=40, error_messages={"required": "Enter what the level is called"})
    colour = forms.ChoiceField(
        choices=Colour.choices, help_text="The name is always shown with it", label="Colour of its tag"
    )
    definition = long_text(
        "What it means",
        "Enter what the level means",
        help_text="Shown to everybody who sees the rating, on screen and in print",
    )

    def __init__(self, *args: Any, editing: RatingLevel, **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial_from(editing, "name", "colour", "definition"))
        self.level = editing
        super().__init__(*args, editing=editing, **kwargs)

    def clean_name(self) -> str:
        """Refuse a name that another level of the scale has, renamed by the council or not."""
        name: str = self.cleaned_data["name"]
        for (rating, code), level in Scale.current().levels.items():
            is_other = rating == self.level.rating and code != self.level.code
            if is_other and level.name.lower() == name.lower():
                raise forms.ValidationError("Another level of this scale has this name")
        return name


class ActionRulesForm(PortalForm):
    """The numbers that the rules for actions depend on."""

    submit_label = "Save rules"

    at_risk_days = WholeNumberField(
        label="Days before its due date when an action with milestones to reach is at risk",
        min_value=0,
        max_value=365,
    )
    update_every_weeks = WholeNumberField(
        label="Weeks after which an action needs an update",
        help_text="Leads are reminded when they have not posted one for so long",
        min_value=1,
        max_value=52,
    )

    def __init__(self, *args: Any, editing: ActionRules, **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial_from(editing, "at_risk_days", "update_every_weeks"))
        super().__init__(*args, editing=editing, **kwargs)
