"""Template pieces about reports."""

import re

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from reports.rendering.blocks import as_asked
from reports.rendering.mentions import REFERENCE

register = template.Library()
register.filter(as_asked)
REFERENCE_OR_TAG = re.compile(rf'(?P<tag><(?:[^>"]|"[^"]*")*>)|(?P<reference>{REFERENCE.pattern})')


@register.filter
def whole_references(text: str) -> SafeString:
    """Keep references such as A-2025-008 on one line, their letters as they are; text is escaped, HTML is not."""
    # Each piece is escaped or clean HTML already, and only a reference is put inside a tag of ours.
    return mark_safe(REFERENCE_OR_TAG.sub(_kept_whole, conditional_escape(text)))


def _kept_whole(found: re.Match[str]) -> str:
    if found["tag"]:
        return found["tag"]
    return f'<span class="portal-whole">{found["reference"]}</span>'


@register.filter
def under_headings(row: list[str], head: list[str]) -> list[tuple[str, str]]:
    """Return each cell of a row with the heading of its column, which names it where columns are stacked."""
    return list(zip(head, row, strict=False))
