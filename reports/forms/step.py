"""A step that a report takes on confirmation, with its reason."""

from collections.abc import Sequence
from typing import Any, cast

from crispy_forms_gds.layout import Field
from django import forms

from portal.forms import ConfirmForm

NOT_ALL = (
    "Tick each part that becomes public. What has to stay exempt needs another version, with its exemption"
)


class PublicationForm(ConfirmForm):
    """Asks for the reason where one is wanted, and for each thing that becomes public whether it may."""

    reason = forms.CharField(widget=forms.Textarea)
    agreed = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="What becomes public with this version",
        help_text="It was exempt in the paper before and is not in this version. Tick what everybody may read.",
    )

    def __init__(
        self,
        *args: Any,
        disclosed: Sequence[tuple[str, str]],
        label: str,
        missing: str,
        hint: str = "",
        **kwargs: Any,
    ) -> None:
        self.disclosed, self.asks_why = disclosed, bool(label)
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label
            self.fields["reason"].help_text = hint
            self.fields["reason"].error_messages["required"] = missing
        else:
            del self.fields["reason"]
        if disclosed:
            cast(forms.ChoiceField, self.fields["agreed"]).choices = disclosed
            self.fields["agreed"].error_messages["required"] = NOT_ALL
        else:
            del self.fields["agreed"]

    def clean_agreed(self) -> list[str]:
        """Everything that becomes public must be agreed to: the version makes all of it public or none."""
        agreed: list[str] = self.cleaned_data["agreed"]
        if len(agreed) < len(self.disclosed):
            raise forms.ValidationError(NOT_ALL)
        return agreed

    def layout_fields(self) -> list[Any]:
        """Ask for the reason last."""
        reason = [Field.textarea("reason", rows=4)] if self.asks_why else []
        return [*(["agreed"] if self.disclosed else []), *reason]


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
