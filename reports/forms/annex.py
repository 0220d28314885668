"""An annex of a report."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr

from actions.forms.files import LONGEST_NAME, AsksForFileAgain
from findings.extraction.formats import label
from findings.reading.keeping import Upload
from portal.exceptions import Refused
from portal.forms import initial_from
from portal.wording import largest_file
from reports.forms.exemption import ExemptionChoice
from reports.forms.section import bounded
from reports.models import Annex
from reports.rules.annex_files import MOST_PAGES, Looked, check_size, look_at

FILE = "file"
KINDS = (
    (FILE, "A PDF or a Word document"),
    (Annex.Kind.TEXT, "A text that you write here"),
    (Annex.Kind.PLAN, "The action plan at the end of the period, from the record"),
)
WRITING = "Needed for a text. Leave an empty line between paragraphs."
NAMING = (
    "With action-plan, write {annex action-plan} in the report’s text and “Annex A” stands there, whatever its letter. "
    "Without a name the annex gets one made of its title."
)


class _Help:
    """What may be chosen; asked for when the form is shown, because the limit is a setting."""

    def __str__(self) -> str:
        return (
            f"PDF or Word (.docx), up to {largest_file()} and {MOST_PAGES} pages. "
            "A PDF is attached to the report as it is. "
            "The text of a Word document becomes pages of the report, without its pictures"
        )


class AnnexFileField(forms.FileField):
    """A file that can be an annex; cleans to what it turned out to be, or None where none was chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            max_length=LONGEST_NAME,
            allow_empty_file=True,
            help_text=lazystr(_Help()),
            widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx"}),
            **kwargs,
        )
        self.error_messages["max_length"] = "The name of the file must be 255 characters or fewer"

    def clean(self, data: Any, initial: Any = None) -> Looked | None:
        """Return what the file is; raises ValidationError, naming it, for what cannot be an annex."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            check_size(file.size, label(file.name))
            return look_at(Upload(file.name, file.read()))
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class AnnexForm(AsksForFileAgain, ExemptionChoice):
    """What an annex is called and how it stands to the others; to change one, perhaps another file or other words."""

    submit_label = "Save"
    own_limits = ("body",)

    title = forms.CharField(max_length=200, error_messages={"required": "Enter the title of the annex"})
    kind = forms.ChoiceField(
        label="What is it?",
        choices=KINDS,
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the annex is"},
    )
    file = AnnexFileField(label="File")
    body = forms.CharField(label="Text", required=False, help_text=WRITING, widget=forms.Textarea)
    name = forms.SlugField(
        label="Name for references (optional)",
        required=False,
        max_length=50,
        help_text=NAMING,
        error_messages={"invalid": "Use only letters, digits, hyphens and underscores in the name"},
    )
    is_part = forms.BooleanField(
        label="It belongs to the annex before it",
        required=False,
        help_text="The two are then B1 and B2 instead of B and C.",
    )

    def __init__(self, *args: Any, editing: Annex | None = None, **kwargs: Any) -> None:
        if editing is not None:
            names = ("title", "name", "is_part", "body", "exemption")
            kwargs["initial"] = initial_from(editing, *names)
        self.editing = editing
        super().__init__(*args, editing=editing, **kwargs)
        if editing is not None and "file" in self.fields:
            self.fields["file"].label = "Another file in its place (optional)"

    def layout_fields(self) -> list[Any]:
        """Of an annex that is there, ask only about what it is."""
        what: list[Any] = ["kind", "file", Field.textarea("body", rows=15)]
        if self.editing is not None:
            unused = {"kind", "file", "body"}
            if self.editing.kind == Annex.Kind.TEXT:
                what, unused = [Field.textarea("body", rows=15)], {"kind", "file"}
            elif self.editing.file_id:
                what, unused = ["file"], {"kind", "body"}
            else:
                what = []
            for name in unused:
                del self.fields[name]
        return ["title", *what, "name", "is_part", *self.exemption_layout()]

    def clean_body(self) -> str:
        """Write the ends of lines as the record does, whatever the browser sends; nothing endless."""
        return bounded(self.cleaned_data["body"], elsewhere="annex")

    def clean_name(self) -> str:
        """Write the name in small letters, as references are read."""
        return str(self.cleaned_data["name"]).lower().strip("-_")

    def clean(self) -> dict[str, Any]:
        """Ask for the file or the text where the kind needs it, and keep nothing of what it does not need."""
        values = super().clean() or self.cleaned_data
        kind = values.get("kind") or (self.editing.kind if self.editing else None)
        if kind == FILE and not values.get("file") and "file" not in self.errors:
            self.add_error("file", "Choose the file")
        if kind == Annex.Kind.TEXT and not values.get("body") and "body" not in self.errors:
            self.add_error("body", "Enter the text of the annex")
        if self.editing is None:
            if kind != FILE:
                values["file"] = None
            if kind != Annex.Kind.TEXT:
                values["body"] = ""
        elif not values.get("name"):
            values["name"] = self.editing.name
        return values
