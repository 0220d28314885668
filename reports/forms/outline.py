"""The outline that a committee's reports begin with."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.db.models import QuerySet

from portal.forms import PortalForm, initial_from
from reports.forms.section import PlaceMixin, after_field, bounded, kind_field
from reports.models import Committee, OutlineSection, Section


class OutlineForm(PortalForm):
    """Whose outline it is to be."""

    submit_label = "Add the outline"

    committee = forms.ModelChoiceField(
        Committee.objects.none(),
        required=False,
        empty_label="Every committee without one of its own",
        label="Whose reports begin with it",
        error_messages={"invalid_choice": "Choose a committee from the list"},
    )

    def __init__(self, *args: Any, committees: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(committee=committees)


class OutlineSectionForm(PortalForm):
    """The heading of a section, and the words that a text begins with."""

    submit_label = "Save"
    own_limits = ("body",)

    heading = forms.CharField(max_length=200, error_messages={"required": "Enter the heading"})
    body = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label="Words that it begins with (optional)",
        help_text="Only for Text. Officers change them in each report.",
    )

    def __init__(self, *args: Any, editing: OutlineSection | None = None, **kwargs: Any) -> None:
        self.has_words = editing is None or editing.kind == Section.Kind.TEXT
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "heading", "body")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Ask for words where the section has any."""
        return ["heading", *([Field.textarea("body", rows=8)] if self.has_words else [])]

    def clean_body(self) -> str:
        """Only a text begins with words."""
        return bounded(self.cleaned_data["body"], elsewhere="section") if self.has_words else ""


class NewOutlineSectionForm(PlaceMixin, OutlineSectionForm):
    """A further section, and its place."""

    kind = kind_field()
    after = after_field("Choose a section of this outline")

    def __init__(self, *args: Any, sections: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heading"].required = False
        self.offer_places(sections)

    def layout_fields(self) -> list[Any]:
        """Ask for the place and the kind first."""
        return ["after", "kind", *super().layout_fields()]

    def clean(self) -> dict[str, Any]:
        """Ask a section of text for its heading."""
        return self.require_words(super().clean() or self.cleaned_data, body=False)
