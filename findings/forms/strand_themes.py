"""Choosing themes for several strands."""

from collections.abc import Sequence
from typing import Any

from crispy_forms_gds.layout import Div, Field
from django import forms

from findings.forms.under_strands import bar
from portal.fields import instruct
from portal.forms import PortalForm
from reviews.models import Strand, Theme


class StrandThemesForm(PortalForm):
    """The council's themes for each of the strands; those left open stay without."""

    submit_label = "Save"

    def __init__(self, *args: Any, strands: Sequence[Strand], themes: Sequence[Theme], **kwargs: Any) -> None:
        self.strands = {f"strand_{strand.pk}": strand for strand in strands}
        self.themes = {theme.pk: theme for theme in themes}
        super().__init__(*args, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Add a field for each strand, its themes close together."""
        choices = [(theme.pk, theme.name) for theme in self.themes.values()]
        for name, strand in self.strands.items():
            field = forms.TypedMultipleChoiceField(
                label=strand.name,
                choices=choices,
                coerce=int,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                error_messages={"invalid_choice": f"Select the themes of “{strand.name}” from the list"},
            )
            instruct(field, name)
            self.fields[name] = field
        return [
            Div(*(Field.checkboxes(name, small=True) for name in self.strands), css_class="portal-strands")
        ]

    def hidden_layout(self) -> list[Any]:
        """Keep the button in sight below the strands."""
        *hidden, button = super().hidden_layout()
        return [*hidden, bar(button, counts=False)]

    @property
    def chosen(self) -> dict[Strand, list[Theme]]:
        """The strands that were given themes, with them."""
        return {
            strand: [self.themes[key] for key in self.cleaned_data[name]]
            for name, strand in self.strands.items()
            if self.cleaned_data.get(name)
        }

    def clean(self) -> dict[str, Any]:
        """Ask for one theme at least."""
        values = super().clean() or self.cleaned_data
        if not self.chosen and not self.errors:
            self.add_error(next(iter(self.strands), None), "Select a theme for at least one strand")
        return values
