"""Which files can be annexes: a PDF or a Word document, told by what is inside it, and nothing else with it."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.conf import settings

from actions.rules.files.kinds import PDF, WORD
from actions.rules.files.mixtures import check_one_thing
from actions.rules.files.packages import check_office
from actions.rules.files.pdf import check_pdf
from findings.extraction import formats
from findings.extraction.errors import UnreadableDocument, damaged
from findings.extraction.formats import label
from findings.extraction.readers.packages import check_package
from findings.reading.apart import read_whole_apart
from findings.reading.keeping import Upload
from portal.exceptions import Refused
from portal.wording import largest_file
from reports.models import Annex

MOST_PAGES = 200
MOST_LETTERS = 600_000
"""Of a Word document, which need not know its pages: about 200 of them."""
MOST_SECONDS = 20
CHOOSE = "Choose a PDF or a Word document (.docx)"
ENDINGS = {PDF: ".pdf", WORD: ".docx"}
KINDS = {PDF: Annex.Kind.PDF, WORD: Annex.Kind.WORD}


@dataclass(frozen=True)
class Looked:
    """What a file turned out to be."""

    upload: Upload
    kind: Annex.Kind
    page_count: int | None
    parts: list[dict[str, Any]]
    lacks: list[str] | None = None
    page_texts: list[str] | None = None


def look_at(upload: Upload) -> Looked:
    """Look at a file before it is kept; raises Refused, naming it and why, for what cannot be an annex."""
    name = label(upload.name)
    check_size(len(upload.data), name)
    try:
        kind = kind_of(upload, name)
        check_one_thing(upload.data, kind, name)
        if kind == PDF:
            check_pdf(upload.data, name)
        else:
            check_office(upload.data, kind, name)
        whole = read_whole_apart(upload.data, filename=upload.name, seconds=MOST_SECONDS)
    except UnreadableDocument as error:
        raise Refused(str(error).removesuffix("."), fields=["file"]) from error
    except Refused as refusal:
        raise Refused(str(refusal), fields=["file"]) from refusal
    check_length(whole, name)
    return Looked(
        upload, KINDS[kind], whole["pages"], whole["parts"], whole.get("lacks"), whole.get("page_texts")
    )


def check_size(size: int, name: str) -> None:
    """Raise Refused for an empty file, or one that is larger than the council allows."""
    if not size:
        raise Refused(f"{name} is empty. {CHOOSE} that has something in it", fields=["file"])
    if size > settings.DOCUMENT_MAX_BYTES:
        raise Refused(
            f"{name} is larger than {largest_file()}. Make its pictures smaller, or add it in parts",
            fields=["file"],
        )


def kind_of(upload: Upload, name: str) -> str:
    """Return what a file is, which its name must say too; raises Refused, or UnreadableDocument, for all else."""
    ending = PurePath(upload.name).suffix.lower()
    try:
        written_as = formats.identify(upload.data, filename=upload.name)
        if written_as == formats.PACKAGE:
            written_as = check_package(upload.data, name=name)
    except UnreadableDocument as error:
        if error.reason != "unsupported_type":
            raise
        # It may offer more kinds of file than those that can be annexes.
        raise Refused(str(error).replace(formats.TYPES, CHOOSE).removesuffix(".")) from error
    kind = {formats.PDF: PDF, formats.WORD: WORD}.get(written_as)
    if kind is None:
        raise Refused(f"{name} is no PDF and no Word document, so it cannot be an annex. {CHOOSE}")
    if kind == PDF and not upload.data.startswith(b"%PDF-"):
        raise damaged(name)
    if kind == WORD and ending == ".docm":
        raise Refused(f"{name} is a Word document with macros. Save it as .docx and choose that")
    if ending != ENDINGS[kind]:
        raise Refused(f"{name} is a {kind} file although its name does not end in {ENDINGS[kind]}. Rename it")
    return kind


def check_length(whole: dict[str, Any], name: str) -> None:
    """Raise Refused for a file with more pages than an annex may have."""
    pages = whole["pages"] or 0
    if pages > MOST_PAGES:
        raise Refused(
            f"{name} has {pages:,} pages, and an annex may have {MOST_PAGES}. "
            "Add it in parts, or name it among the background papers",
            fields=["file"],
        )
    letters = sum(len(text) for part in whole["parts"] for text in texts_of(part))
    if letters > MOST_LETTERS:
        raise Refused(
            f"{name} is longer than the {MOST_PAGES} pages that an annex may have. "
            "Add it in parts, or save it as a PDF",
            fields=["file"],
        )


def texts_of(part: dict[str, Any]) -> list[str]:
    """Return the texts of a part of a document."""
    return [cell for row in part["rows"] for cell in row] if part["type"] == "table" else [part["text"]]
