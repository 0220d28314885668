"""A step that a report takes on confirmation, with its reason."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms

from portal.forms import ConfirmForm


class ReasonForm(ConfirmForm):
    """Asks for the reason as well."""

    reason = forms.CharField(widget=forms.Textarea)

    def __init__(self, *args: Any, label: str, missing: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label
        self.fields["reason"].error_messages["required"] = missing

    def layout_fields(self) -> list[Any]:
        """Keep the reason short."""
        return [Field.textarea("reason", rows=4)]
