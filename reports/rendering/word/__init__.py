"""The Word file of a report, made from its snapshot alone; knows nothing of Django."""

from reports.rendering.word.report import render_docx

__all__ = ["render_docx"]
