"""The form with which a document is taken in."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from findings.extraction import Extraction, UnreadableDocument, extract
from findings.services.documents import DocumentHeld, Upload
from portal.forms import PortalForm
from portal.wording import day

MAX_CANDIDATES = 500
MEGABYTE = 1024 * 1024


class IntakeForm(PortalForm):
    """A document to take in: a file or pasted text, read while the form is checked."""

    submit_label = "Read the document"

    document = forms.FileField(
        label="Upload a file",
        required=False,
        allow_empty_file=True,
    )
    pasted = forms.CharField(
        label="Or paste the text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    keep_anyway = forms.BooleanField(
        label="Keep the document even if no finding is recognised in it", required=False
    )

    extracted: Extraction
    upload: Upload
    held: DocumentHeld | None = None
    found_nothing = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "document"
        ].help_text = (
            f"Word, PDF, HTML, Markdown, plain text or a spreadsheet (.xlsx, .csv), up to {largest()}"
        )

    def clean(self) -> dict[str, Any]:
        """Read the document; whatever is wrong with it is said beside the field that it came by."""
        cleaned = super().clean() or self.cleaned_data
        file, pasted = cleaned.get("document"), cleaned.get("pasted", "")
        if self.errors:
            return cleaned
        if file and pasted.strip():
            self.add_error("pasted", "Upload a file or paste the text, not both")
        elif file:
            self._read_file(file)
        elif pasted.strip():
            self._read_text(pasted)
        else:
            self.add_error("document", "Upload a file or paste the text of the document")
        return cleaned

    def explain_held(self, held: DocumentHeld) -> None:
        """Say that the review has this document already."""
        self.held = held
        self.add_error(self._source, str(held))

    def _read_file(self, file: UploadedFile) -> None:
        name = file.name or ""
        if self._fits("document", f"“{name}”", file.size or 0):
            self._read("document", Upload(name, file.read()), filename=name)

    def _read_text(self, pasted: str) -> None:
        data = pasted.replace("\r\n", "\n").encode()
        if self._fits("pasted", "The text", len(data)):
            name = f"Pasted text of {day(timezone.localdate())}.txt"
            self._read("pasted", Upload(name, data, was_pasted=True), filename="")

    def _fits(self, source: str, name: str, size: int) -> bool:
        limit = settings.DOCUMENT_MAX_BYTES
        if size > limit:
            self.add_error(source, f"{name} is larger than {largest()}. Take in a smaller document")
        return size <= limit

    def _read(self, source: str, upload: Upload, *, filename: str) -> None:
        self._source, self.upload = source, upload
        name = f"“{filename}”" if filename else "the text"
        try:
            self.extracted = extract(upload.data, filename=filename)
        except UnreadableDocument as error:
            self.add_error(source, str(error))
            return
        count = len(self.extracted.candidates)
        if count > MAX_CANDIDATES:
            self.add_error(
                source,
                f"{count:,} possible findings were recognised in {name}, more than the {MAX_CANDIDATES} "
                "that can be checked at once. Take it in in parts",
            )
        elif not count and not self.cleaned_data["keep_anyway"]:
            self.found_nothing = True
            self.add_error(source, f"No finding was recognised in {name}")


def largest() -> str:
    """The size that a document may have, in words."""
    limit: int = settings.DOCUMENT_MAX_BYTES
    return f"{limit / MEGABYTE:.3g} MB" if limit >= MEGABYTE else f"{limit:,} bytes"
