"""The headings of a review."""

from collections.abc import Iterable
from typing import Any, cast

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.db.models import QuerySet

from portal.forms import PortalForm, WholeNumberField, initial_from
from reviews.models import Strand, Theme


class UnusedStrandsForm(PortalForm):
    """Strands that nothing uses, to be removed at once; each stands for what it was when the page was opened."""

    submit_label = "Remove the strands"
    is_warning = True

    strands = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple,
        label="Which strands do you want to remove?",
        error_messages={
            "required": "Select the strands to remove",
            "invalid_choice": "Somebody has changed, removed or used one of these strands. Select again",
        },
    )

    def __init__(self, *args: Any, unused: Iterable[Strand], **kwargs: Any) -> None:
        self.unused = {f"{strand.pk}-{strand.version}": strand for strand in unused}
        super().__init__(*args, **kwargs)
        choices = [(key, strand.name) for key, strand in self.unused.items()]
        cast(forms.MultipleChoiceField, self.fields["strands"]).choices = choices

    def layout_fields(self) -> list[Any]:
        """The boxes close together."""
        return [Field.checkboxes("strands", small=True)]

    @property
    def chosen(self) -> list[Strand]:
        """The strands to remove."""
        return [self.unused[key] for key in self.cleaned_data["strands"]]


class StrandForm(PortalForm):
    """A heading as the document names it, its place, and the council's themes that it touches."""

    name = forms.CharField(
        max_length=300,
        help_text="In the words of the review’s document",
        error_messages={"required": "Enter the name of the strand"},
    )
    position = WholeNumberField(
        required=False,
        max_value=999,
        label="Place in the order (optional)",
        help_text="Strands are listed from the lowest number up",
        error_messages={"invalid": "Enter the place in the order as a whole number, like 2"},
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        required=False,
        label="Themes (optional)",
        help_text="New findings under this strand take these themes",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, themes: QuerySet, editing: Strand | None = None, **kwargs: Any) -> None:
        if editing:
            kwargs["initial"] = initial_from(editing, "name", "position", "themes")
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(themes=themes)

    def layout_fields(self) -> list[Any]:
        """Keep the number short and the themes close together."""
        return [
            Field.text("name"),
            Field.text("position", field_width=Fixed.TWO),
            Field.checkboxes("themes", small=True),
        ]
