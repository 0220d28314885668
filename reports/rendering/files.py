"""The files of one edition."""

import hashlib
from dataclasses import dataclass

KINDS = ("pdf", "docx", "html")


@dataclass(frozen=True)
class Files:
    """The bytes of an edition as a PDF, a Word file and a web page, and the number of the PDF's pages."""

    pdf: bytes
    docx: bytes
    html: bytes
    page_count: int

    def content(self, kind: str) -> bytes:
        """Return the bytes of one of the `KINDS`."""
        found: bytes = getattr(self, kind)
        return found

    def sha256(self, kind: str) -> str:
        """The hash that freezes the bytes of one of the `KINDS`."""
        return hashlib.sha256(self.content(kind)).hexdigest()
