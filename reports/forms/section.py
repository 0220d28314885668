"""A section of a report."""

from typing import Any, cast

from crispy_forms_gds.layout import Button, Div, Field
from django import forms
from django.db.models import QuerySet

from portal.forms import PortalForm, initial_from
from portal.forms.base import OPEN_AGAIN
from reports.models import Section

PREVIEW = "preview"


class SectionForm(PortalForm):
    """A heading and its text; it can be read as it will be before it is saved."""

    submit_label = "Save"

    heading = forms.CharField(max_length=200, error_messages={"required": "Enter the heading"})
    body = forms.CharField(
        widget=forms.Textarea,
        label="Text",
        help_text=(
            "Leave an empty line between paragraphs; they number themselves. Begin each line of a list with "
            "a hyphen and a space. Put two asterisks on each side of words to make them **bold**."
        ),
        error_messages={"required": "Enter the text"},
    )

    def __init__(self, *args: Any, editing: Section | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "heading", "body")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Give the text room."""
        return ["heading", Field.textarea("body", rows=20)]

    def hidden_layout(self) -> list[Any]:
        """Put a button that shows how the text will read beside the one that saves."""
        *hidden, save = super().hidden_layout()
        show = Button.secondary(PREVIEW, "Show how it will read")
        return [*hidden, Div(save, show, css_class="govuk-button-group")]


class MoveForm(PortalForm):
    """Which way a section moves, and where it stood on the page that asked."""

    place = forms.IntegerField(widget=forms.HiddenInput, error_messages=OPEN_AGAIN)
    step = forms.TypedChoiceField(choices=[(-1, "Up"), (1, "Down")], coerce=int)


class NewSectionForm(SectionForm):
    """A section of the officers' own, and its place."""

    after = forms.ModelChoiceField(
        Section.objects.none(),
        required=False,
        empty_label="At the beginning",
        label="Place it after",
        error_messages={"invalid_choice": "Choose a section of this report"},
    )

    def __init__(self, *args: Any, sections: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        after = cast(forms.ModelChoiceField, self.fields["after"])
        last = sections.last()
        after.queryset, after.initial = sections, last.pk if last else None

    def layout_fields(self) -> list[Any]:
        """Ask for the place first."""
        return ["after", *super().layout_fields()]
