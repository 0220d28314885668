"""The form with which a document is taken in."""

from typing import Any, cast

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from findings.extraction.checking import check_document
from findings.extraction.errors import UnreadableDocument
from findings.extraction.limits import MAX_CHARACTERS, MAX_PAGES, MAX_ROWS
from findings.reading.job import MAX_CANDIDATES
from findings.reading.keeping import DocumentHeld, Upload
from portal.exceptions import Refused
from portal.forms import PortalForm
from portal.wording import day, largest_file


class IntakeForm(PortalForm):
    """A document to take in: a file or pasted text, looked at here and read by the worker."""

    submit_label = "Read the document"
    own_limits = ("pasted",)

    document = forms.FileField(
        label="Upload a file",
        required=False,
        allow_empty_file=True,
    )
    pasted = forms.CharField(
        label="Or paste the text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "data-portal-rich": "id_pasted_html"}),
    )
    pasted_html = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    upload: Upload
    held: DocumentHeld | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].help_text = (
            f"Word, PDF, HTML, Markdown, plain text or a spreadsheet (.xlsx, .csv), up to {largest_file()}. "
            f"At most {MAX_PAGES} pages of a PDF, {MAX_ROWS:,} rows of a spreadsheet and {MAX_CANDIDATES} findings "
            "are read at once: take in what is longer in parts"
        )

    def clean(self) -> dict[str, Any]:
        """Look at the document; what is wrong at a glance is said beside the field that it came by."""
        cleaned = super().clean() or self.cleaned_data
        file, pasted = cleaned.get("document"), cleaned.get("pasted", "")
        if self.errors:
            return cleaned
        if file and pasted.strip():
            self.add_error("pasted", "Upload a file or paste the text, not both")
        elif file:
            self._check_file(file)
        elif pasted.strip():
            self._check_text(pasted, cleaned.get("pasted_html", ""))
        else:
            self.add_error("document", "Upload a file or paste the text of the document")
        return cleaned

    def explain_held(self, held: DocumentHeld) -> None:
        """Say that the review has this document already."""
        self.held = held
        self.add_error(self._source, str(held))

    def explain_refusal(self, refused: Refused) -> None:
        """Say beside the document why it is not read now."""
        self.add_error(self._source, str(refused))

    def _check_file(self, file: UploadedFile) -> None:
        name = file.name or ""
        if self._fits("document", f"“{name}”", file.size or 0):
            self._check("document", Upload(name, file.read()), filename=name)

    def _check_text(self, pasted: str, html: str) -> None:
        words, html = pasted.replace("\r\n", "\n"), html.strip().replace("\r\n", "\n")
        data = (html or words).encode()
        if self._fits("pasted", "The text", max(len(data), len(words.encode()))):
            name = f"Pasted text of {day(timezone.localdate())}.{'html' if html else 'txt'}"
            self._check("pasted", Upload(name, data, was_pasted=True, words=words), filename="")
        if len(pasted) > MAX_CHARACTERS:
            self._show_nothing_pasted()

    def _show_nothing_pasted(self) -> None:
        """Leave out of the page what is so long that a browser takes a minute to show it."""
        data = cast(Any, self.data).copy()
        data["pasted"] = data["pasted_html"] = ""
        self.data = data
        self.add_error(
            "pasted", "So long a text is not shown here again. It is still where you copied it from"
        )

    def _fits(self, source: str, name: str, size: int) -> bool:
        limit = settings.DOCUMENT_MAX_BYTES
        if size > limit:
            self.add_error(source, f"{name} is larger than {largest_file()}. Take in a smaller document")
        return size <= limit

    def _check(self, source: str, upload: Upload, *, filename: str) -> None:
        self._source, self.upload = source, upload
        try:
            check_document(upload.data, filename=filename)
        except UnreadableDocument as error:
            self.add_error(source, str(error))
