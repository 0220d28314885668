"""Files that are sent with a form."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr

from actions.rules.files import ACCEPTED, check_file
from actions.rules.files.checking import check_size
from findings.extraction.formats import label
from findings.reading.keeping import Upload
from portal.exceptions import Refused
from portal.wording import largest_file

EXTENSIONS = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
LONGEST_NAME = 255


class _Help:
    """What may be chosen; asked for when the form is shown, because the limit is a setting."""

    def __str__(self) -> str:
        return f"{ACCEPTED}, up to {largest_file()}"


class EvidenceFileField(forms.FileField):
    """A file that can be evidence; cleans to its name and bytes, or None where none was chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=LONGEST_NAME,
            allow_empty_file=True,
            help_text=lazystr(_Help()),
            widget=forms.ClearableFileInput(attrs={"accept": EXTENSIONS}),
            **kwargs,
        )
        self.error_messages["max_length"] = "The name of the file must be 255 characters or fewer"

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        """Return the file; raises ValidationError, naming it, for what cannot be evidence."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            check_size(file.size, label(file.name))
            upload = Upload(file.name, file.read())
            check_file(upload.data, filename=upload.name)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal
        return upload


class AsksForFileAgain(forms.BaseForm):
    """A form whose page is shown again cannot hold the file that was chosen, so it says so."""

    file_field = "file"

    def full_clean(self) -> None:
        """Check everything; where something else is wrong, ask for the file again."""
        super().full_clean()
        file = self.files.get(self.add_prefix(self.file_field))
        is_asked_for = self.file_field in self.fields and self.file_field not in self.errors
        if file and self.errors and is_asked_for:
            name = label(file.name or "")
            self.add_error(
                self.file_field, f"Choose {name} again: a file is not kept while something else is wrong"
            )
