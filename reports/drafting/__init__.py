"""The first words of a report, written from the record for officers to edit."""

from reports.drafting.recommendations import draft_recommendations
from reports.drafting.sections import HEADINGS, draft_text

__all__ = ["HEADINGS", "draft_recommendations", "draft_text"]
