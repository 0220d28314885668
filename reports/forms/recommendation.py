"""A recommendation to the committee."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms

from portal.forms import initial_from
from reports.forms.exemption import ExemptionChoice
from reports.models import Recommendation


class RecommendationForm(ExemptionChoice):
    """What the committee is asked to do, and why."""

    submit_label = "Save"

    text = forms.CharField(
        widget=forms.Textarea,
        label="Recommendation",
        help_text=(
            "It goes on from the words before the recommendations, such as “Members are asked to”. "
            "Begin a line with a dash and a space for a point below it."
        ),
        error_messages={"required": "Enter what the committee is asked to do"},
    )
    reason = forms.CharField(
        widget=forms.Textarea, error_messages={"required": "Enter the reason for the recommendation"}
    )

    def __init__(self, *args: Any, editing: Recommendation | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "text", "reason", "exemption")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep both short."""
        return [Field.textarea("text", rows=3), Field.textarea("reason", rows=3), *self.exemption_layout()]
