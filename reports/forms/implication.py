"""What a report means for one matter, and the council's list of what to say."""

from typing import Any

from crispy_forms_gds.layout import Field, Fluid
from django import forms

from portal.forms import PortalForm, initial_from
from reports.models import Implication, ImplicationKind


class ImplicationForm(PortalForm):
    """What follows, or that nothing does."""

    submit_label = "Save"

    text = forms.CharField(required=False, widget=forms.Textarea, label="What the report means")
    is_none = forms.BooleanField(required=False, label="There are none")

    def __init__(self, *args: Any, editing: Implication | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "text", "is_none")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the text short."""
        return [Field.textarea("text", rows=5), "is_none"]

    def clean(self) -> dict[str, Any]:
        """Hold to one of the two answers."""
        values = super().clean() or self.cleaned_data
        is_none, has_text = values["is_none"], bool(values.get("text"))
        if is_none and has_text:
            self.add_error("is_none", "Enter what the report means, or say that there are none, not both")
        if not is_none and not has_text:
            self.add_error("text", "Enter what the report means, or say that there are none")
        return values


class ImplicationKindForm(PortalForm):
    """One kind on the council's list."""

    submit_label = "Save"

    name = forms.CharField(max_length=100, error_messages={"required": "Enter the name, such as Financial"})
    position = forms.IntegerField(
        min_value=0,
        max_value=999,
        label="Place in the list",
        help_text="Kinds with a smaller number come first",
        error_messages={
            "required": "Enter the place in the list as a number",
            "invalid": "Enter the place in the list as a number",
            "min_value": "Enter a place in the list from 0 to 999",
            "max_value": "Enter a place in the list from 0 to 999",
        },
    )
    is_active = forms.BooleanField(
        required=False,
        initial=True,
        label="Reports are asked about it",
        help_text="Answers given before are kept",
    )

    def __init__(self, *args: Any, editing: ImplicationKind | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "name", "position", "is_active")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the fields as long as what is written in them."""
        return [
            Field.text("name", field_width=Fluid.TWO_THIRDS),
            Field.text("position", field_width=Fluid.ONE_QUARTER),
            "is_active",
        ]
