"""The scale of the ratings and the rules for actions, as administrators keep them."""

from typing import Any, cast

from crispy_forms_gds.choices import Choice
from django import forms

from actions.forms.fields import long_text
from actions.models import ActionRules, Colour, CountsAs, Rating, RatingLevel
from actions.rules.scale import Scale
from actions.services.confidence import FIRST
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

    def __init__(self, *args: Any, level: RatingLevel, **kwargs: Any) -> None:
        kwargs.setdefault("initial", initial_from(level, "name", "colour", "definition"))
        self.level = level
        super().__init__(*args, **kwargs)

    def clean_name(self) -> str:
        """Refuse a name that another level of delivery has, renamed by the council or not; rows of levels refuse it."""
        name: str = self.cleaned_data["name"]
        others = Scale.current().delivery if self.level.rating == Rating.DELIVERY else {}
        for code, level in others.items():
            if code != self.level.code and level.name.lower() == name.lower():
                raise forms.ValidationError("Another level of this scale has this name")
        return name


class ConfidenceLevelForm(RatingLevelForm):
    """A level of the lead's confidence: also its place in the order, and what it says about an action."""

    after = forms.ChoiceField(
        label="Place in the order",
        help_text="From the most confident to the least. Updates are compared by this order",
    )
    counts_as = forms.ChoiceField(
        label="What it says about an action",
        choices=[
            Choice(CountsAs.CONFIDENT, "Confident"),
            Choice(CountsAs.DOUBTFUL, "Doubtful", hint="Reports to committees name the action"),
            Choice(
                CountsAs.AT_RISK,
                "At risk",
                hint="Reports name the action, and the dashboard puts it among those that need attention",
            ),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Select what this level says about an action"},
    )
    is_active = forms.BooleanField(
        label="Leads can select it in new updates",
        help_text="Updates that have it keep it, whether it is offered or not",
        initial=True,
        required=False,
    )

    def __init__(
        self, *args: Any, scale: Scale, level: RatingLevel, editing: RatingLevel | None = None, **kwargs: Any
    ) -> None:
        others = [code for code in scale.confidence if code != level.code]
        before = [FIRST, *others][list(scale.confidence).index(level.code) if editing else len(others)]
        own = initial_from(level, "name", "colour", "definition", "counts_as", "is_active")
        super().__init__(*args, level=level, editing=editing, initial={**own, "after": before}, **kwargs)
        places = [(code, f"After “{scale.confidence[code].name}”") for code in others]
        cast(forms.ChoiceField, self.fields["after"]).choices = [(FIRST, "First"), *places]
        if editing is None:
            del self.fields["is_active"]

    def layout_fields(self) -> list[Any]:
        """Ask whether it is offered only about a level that there is."""
        asked = super().layout_fields()
        return [name for name in asked if name != "is_active" or self.level.pk]


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
