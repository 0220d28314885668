"""Reading Word documents into blocks: packages and parts by python-docx, everything in them here."""

from .reader import read_word

__all__ = ["read_word"]
