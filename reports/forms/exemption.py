"""What of a report the public may not read, and why."""

from typing import Any, cast

from crispy_forms_gds.layout import Field
from django import forms
from django.db.models import QuerySet

from portal.forms import PortalForm, initial_from
from reports.models import Exemption

WITHOUT_GROUND = "Enter why it is kept from the public"
MISSING = {
    **dict.fromkeys(Exemption.Ground, "Enter why the public interest is in keeping it from the public"),
    Exemption.Ground.CONFIDENTIAL: "Enter the government department’s terms, or the court order or enactment, that "
    "forbid making it public",
}


class ExemptionChoice(PortalForm):
    """Asks whether a part of a report is exempt; only where the report has exemptions."""

    exemption = forms.ModelChoiceField(
        Exemption.objects.none(),
        required=False,
        empty_label="The public may read it",
        label="Exempt information",
        error_messages={"invalid_choice": "Choose an exemption of this report"},
    )

    def __init__(self, *args: Any, exemptions: QuerySet | None = None, **kwargs: Any) -> None:
        self.exemptions = list(exemptions) if exemptions is not None else []
        super().__init__(*args, **kwargs)
        if self.exemptions:
            self.offer(exemption=cast(QuerySet, exemptions))

    def exemption_layout(self) -> list[Any]:
        """Return the field where there is something to choose."""
        return ["exemption"] if self.exemptions else []


class ExemptionForm(PortalForm):
    """A ground and why it holds."""

    submit_label = "Save"

    ground = forms.ChoiceField(
        choices=[("", "Choose a ground"), *Exemption.Ground.choices],
        help_text="Local Government Act 1972: Schedule 12A, Part 1 (exempt) or section 100A(3) (confidential)",
        error_messages={
            "required": "Choose the ground",
            "invalid_choice": "Choose a ground from the list",
        },
    )
    reasoning = forms.CharField(
        widget=forms.Textarea,
        required=False,
        label="Why it is kept from the public",
        help_text="For exempt information, why the public interest is in keeping it back. "
        "For confidential information, the terms on which a government department gave it, or the court order or "
        "enactment that forbids making it public. It stands in the full edition only.",
    )

    def __init__(self, *args: Any, editing: Exemption | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "ground", "reasoning")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the reasoning short."""
        return ["ground", Field.textarea("reasoning", rows=4)]

    def clean(self) -> dict[str, Any]:
        """Ask for what the ground needs: the public interest counts for exempt information only."""
        values = super().clean() or self.cleaned_data
        if not values.get("reasoning"):
            self.add_error("reasoning", MISSING.get(values.get("ground", ""), WITHOUT_GROUND))
        return values
