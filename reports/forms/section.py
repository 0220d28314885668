"""A section of a report."""

from typing import Any, cast

from crispy_forms_gds.layout import Button, Div, Field
from django import forms
from django.db.models import QuerySet

from portal.exceptions import StaleRecord
from portal.forms import PortalForm, initial_from
from portal.forms.base import OPEN_AGAIN
from reports.forms.exemption import ExemptionChoice
from reports.forms.kinds import kinds_in_order
from reports.models import KeptSection, KeptText, Section
from reports.rules.plain_lines import with_plain_lines
from reports.services.ordering import last_of_the_text

PREVIEW = "preview"
MOST_CHARACTERS = 200_000
WRITING = "Leave an empty line between paragraphs; they number themselves."


class HeadingForm(ExemptionChoice):
    """The heading of a section that has no text of its own."""

    submit_label = "Save"

    heading = forms.CharField(max_length=200, error_messages={"required": "Enter the heading"})

    def __init__(self, *args: Any, editing: Section | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "heading", "exemption") | kwargs.get("initial", {})
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Ask about an exemption where the report has one."""
        return ["heading", *self.exemption_layout()]


class WordsForm(HeadingForm):
    """A heading and its text; it can be read as it will be before it is saved."""

    own_limits = ("body",)

    body = forms.CharField(
        widget=forms.Textarea, label="Text", help_text=WRITING, error_messages={"required": "Enter the text"}
    )

    is_overtaken = False
    """Whether somebody else saved the section after this form was opened."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exemptions:
            exemption, mark = self.fields["exemption"], f"{{exempt {self.exemptions[0].letter}}}"
            exemption.help_text = (
                f"To keep back one paragraph only, leave this and begin the paragraph with {mark}"
            )

    def explain_stale(self, stale: StaleRecord) -> None:
        """Note it as well, so that the page can show both texts."""
        super().explain_stale(stale)
        self.is_overtaken = True

    def layout_fields(self) -> list[Any]:
        """Give the text room."""
        return ["heading", Field.textarea("body", rows=20), *self.exemption_layout()]

    def clean_body(self) -> str:
        """Write the ends of lines as the record does, whatever the browser sends; nothing endless."""
        return bounded(self.cleaned_data["body"], elsewhere="section")

    def hidden_layout(self) -> list[Any]:
        """Put a button that shows how the text will read beside the one that saves."""
        *hidden, save = super().hidden_layout()
        return [*hidden, Div(save, *self.buttons(), css_class="govuk-button-group")]

    def buttons(self) -> list[Any]:
        """Return the buttons beside the one that saves."""
        return [Button.secondary(PREVIEW, "Show how it will read")]


class KeptWordsForm(WordsForm):
    """A heading and its text, which are kept while they are typed."""

    kept = forms.RegexField(r"^\d+-\d+$", required=False, widget=forms.HiddenInput, error_messages=OPEN_AGAIN)

    def __init__(self, *args: Any, keep_url: str = "", **kwargs: Any) -> None:
        self.keep_url = keep_url
        super().__init__(*args, **kwargs)

    def buttons(self) -> list[Any]:
        """Offer to keep the text as well, where nothing keeps it while it is typed."""
        keep = Button.secondary("keep", "Keep and go on", formaction=self.keep_url)
        return [*super().buttons(), keep]


class SectionForm(KeptWordsForm):
    """A section's own text, or the record's, which it takes over where it is changed; or words that were kept of it."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, text: str, taken_up: KeptText | None = None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {"body": text, "shown": text}
        if taken_up is not None:
            initial = initial_from(taken_up, "heading", "body", "shown", "exemption")
            initial |= {"version": taken_up.begun_at_version, "kept": taken_up.stamp}
        super().__init__(*args, initial=initial, **kwargs)

    def clean_shown(self) -> str:
        """As `clean_body`, so that the two can be compared."""
        return with_plain_lines(self.cleaned_data["shown"])


class KeepForm(SectionForm):
    """Words that are kept as far as they go: none of them is needed yet."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heading"].required = self.fields["body"].required = False


def bounded(text: str, *, elsewhere: str) -> str:
    """Return a text with plain ends of lines; raises ValidationError where it is too long to be read in a moment."""
    text = with_plain_lines(text)
    if len(text) > MOST_CHARACTERS:
        raise forms.ValidationError(
            f"Shorten the text to {MOST_CHARACTERS:,} characters or fewer, or move part of it to another {elsewhere}"
        )
    return text


class MoveForm(PortalForm):
    """Which way a section moves, and where it stood on the page that asked."""

    place = forms.IntegerField(widget=forms.HiddenInput, error_messages=OPEN_AGAIN)
    step = forms.TypedChoiceField(choices=[(-1, "Up"), (1, "Down")], coerce=int)


class PlaceMixin(forms.BaseForm):
    """Asks for a new section's kind and place; only a text needs a heading and words of its own."""

    def offer_places(self, sections: QuerySet) -> None:
        """Offer the kinds that there are, and the places after the sections that there are."""
        kind = cast(forms.ChoiceField, self.fields["kind"])
        kind.choices = [(kind.value, kind.label) for kind in kinds_in_order()]
        kind.initial = Section.Kind.TEXT
        after = cast(forms.ModelChoiceField, self.fields["after"])
        last = last_of_the_text(sections)
        after.queryset, after.initial = sections, last.pk if last else None

    def require_words(self, values: dict[str, Any], *, body: bool = True) -> dict[str, Any]:
        """Ask for the heading and the text that only a section of text needs; others have the kind as heading."""
        values["kind"] = values.get("kind") or Section.Kind.TEXT
        if values["kind"] != Section.Kind.TEXT:
            values["heading"] = values.get("heading") or str(Section.Kind(values["kind"]).label)
            return values
        for name, message in (("heading", "Enter the heading"), ("body", "Enter the text")):
            if not values.get(name) and name not in self.errors and (body or name == "heading"):
                self.add_error(name, message)
        return values


def kind_field() -> forms.ChoiceField:
    """Return the field that asks what a new section holds."""
    return forms.ChoiceField(
        required=False,
        label="What it holds",
        help_text="Only Text needs your words: others are written from the record, or show the report’s details.",
        error_messages={"invalid_choice": "Choose what the section holds from the list"},
    )


def after_field(message: str) -> forms.ModelChoiceField:
    """Return the field that asks for a new section's place."""
    return forms.ModelChoiceField(
        Section.objects.none(),
        required=False,
        empty_label="At the beginning",
        label="Place it after",
        error_messages={"invalid_choice": message},
    )


class NewSectionForm(PlaceMixin, KeptWordsForm):
    """A further section, and its place; or what was kept of one."""

    kind = kind_field()
    after = after_field("Choose a section of this report")

    def __init__(
        self, *args: Any, sections: QuerySet, taken_up: KeptSection | None = None, **kwargs: Any
    ) -> None:
        if taken_up is not None:
            kwargs["initial"] = initial_from(taken_up, "after", "kind", "heading", "body", "exemption")
            kwargs["initial"] |= {"kept": taken_up.stamp}
        super().__init__(*args, **kwargs)
        self.fields["heading"].required = self.fields["body"].required = False
        self.offer_places(sections)

    def layout_fields(self) -> list[Any]:
        """Ask for the place and the kind first."""
        return ["after", "kind", *super().layout_fields()]

    def clean(self) -> dict[str, Any]:
        """Ask a section of text for its words."""
        return self.require_words(super().clean() or self.cleaned_data)


class KeepNewForm(NewSectionForm):
    """Words of a new section that are kept as far as they go: none of them is needed yet."""

    def require_words(self, values: dict[str, Any], *, body: bool = True) -> dict[str, Any]:
        """Take the words as they are."""
        return values | {"kind": values.get("kind") or Section.Kind.TEXT}
