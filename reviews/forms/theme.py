"""A standing theme of the council."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed
from django import forms

from portal.forms import PortalForm, WholeNumberField, initial_from
from reviews.models import Theme


class ThemeForm(PortalForm):
    """A theme's name, what belongs to it, and its place among the others."""

    name = forms.CharField(max_length=120, error_messages={"required": "Enter the name of the theme"})
    description = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label="Description (optional)",
        help_text="What belongs to this theme",
    )
    position = WholeNumberField(
        required=False,
        max_value=999,
        label="Place in the order (optional)",
        error_messages={"invalid": "Enter the place in the order as a whole number, like 2"},
    )

    def __init__(self, *args: Any, editing: Theme | None = None, **kwargs: Any) -> None:
        if editing:
            kwargs["initial"] = initial_from(editing, *self.base_fields)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the number short."""
        shown = [
            Field.text("name"),
            Field.textarea("description", rows=4),
            Field.text("position", field_width=Fixed.TWO),
        ]
        return [*shown, "is_active"] if "is_active" in self.fields else shown


class ThemeEditForm(ThemeForm):
    """A theme that exists, with whether it can still be chosen."""

    is_active = forms.BooleanField(
        required=False,
        label="In use",
        help_text="Clear the box to stop the theme being chosen for new findings",
    )
