"""An organisation that carries out reviews and is not on the list yet."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms

from portal.forms import PortalForm
from portal.models import Organisation


class ProviderForm(PortalForm):
    """What is needed of an organisation before a review can name it; administrators add the rest."""

    submit_label = "Add the organisation"

    name = forms.CharField(
        max_length=200,
        help_text="In full, for example “Ofsted”",
        error_messages={"required": "Enter the organisation’s name"},
    )
    kind = forms.ChoiceField(
        choices=[("", "Select a kind"), *Organisation.Kind.choices],
        error_messages={"required": "Select the kind of organisation"},
    )

    def layout_fields(self) -> list[Any]:
        """The name at full width, then its kind."""
        return [Field.text("name"), Field.select("kind")]
