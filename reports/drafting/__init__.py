"""The first words of a report, written from the record for officers to edit."""

from reports.drafting.nothing import is_nothing
from reports.drafting.recommendations import draft_recommendations
from reports.drafting.sections import (
    WRITERS,
    default_outline,
    draft_text,
    marked_text_of,
    moved_on,
    offered_kinds,
    record_now,
    text_of,
)

__all__ = [
    "WRITERS",
    "default_outline",
    "draft_recommendations",
    "draft_text",
    "is_nothing",
    "marked_text_of",
    "moved_on",
    "offered_kinds",
    "record_now",
    "text_of",
]
