"""Reading PDF into blocks: words by PDFium, everything above words here."""

from .reader import read_pdf

__all__ = ["read_pdf"]
