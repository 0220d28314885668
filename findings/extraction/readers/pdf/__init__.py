"""Reading PDF into blocks: words by PDFium, everything above words here."""

from .reader import count_pages, read_pdf

__all__ = ["count_pages", "read_pdf"]
