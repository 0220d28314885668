"""The documents that reviewers sent: known again by their hash, kept once on a review."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from findings.models import Document, Reading
from portal.exceptions import Refused
from reviews.models import Review


class DocumentHeld(Refused):
    """The review already has this document."""

    def __init__(self, document: Document) -> None:
        super().__init__(f"“{document.name}” is already on this review")
        self.document = document


@dataclass(frozen=True)
class Upload:
    """The bytes of a document and the name that it came with."""

    name: str
    data: bytes
    was_pasted: bool = False
    words: str = ""
    """The plain words of pasted text, whose bytes may be HTML."""

    @cached_property
    def sha256(self) -> str:
        """The hash by which the same document is known again."""
        return hashlib.sha256(self.data).hexdigest()


def words_kept(reading: Reading) -> dict[str, str]:
    """The pasted words of a refused reading, and their HTML where they came with headings and lists.

    Nothing is parsed here: what was refused may be what no process without limits should read.
    """
    return {"pasted": reading.pasted_words, "pasted_html": _html_kept(reading)}


def _html_kept(reading: Reading) -> str:
    """The HTML of pasted words; nothing where they came without, or where the file is gone."""
    if not reading.name.endswith(".html"):
        return ""
    try:
        with reading.file.open("rb") as file:
            return str(file.read().decode())
    except (FileNotFoundError, ValueError):
        return ""


def require_new(review: Review, sha256: str) -> None:
    """Raise DocumentHeld where the review has a document with this hash."""
    held = Document.objects.filter(review=review, sha256=sha256).first()
    if held is not None:
        raise DocumentHeld(held)
