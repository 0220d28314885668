"""Naming a view of a register."""

from typing import Any

from crispy_forms_gds.layout import Field, Fluid
from django import forms

from portal.forms.base import PortalForm, initial_from
from portal.models import SavedView


class SavedViewForm(PortalForm):
    """The name of a view, and whether its register opens with it."""

    submit_label = "Save the view"

    name = forms.CharField(
        max_length=80,
        label="Name of the view",
        help_text="For example “Areas that wait for a response”",
        error_messages={"required": "Enter a name for the view"},
    )
    is_default = forms.BooleanField(
        required=False,
        label="Open the register with this view",
        help_text="“Clear filters” still shows everything",
    )

    def __init__(self, *args: Any, editing: SavedView | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *self.base_fields)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """A name of a readable width."""
        return [Field.text("name", field_width=Fluid.TWO_THIRDS), "is_default"]
