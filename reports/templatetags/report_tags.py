"""Template pieces about reports."""

import re
from typing import Any

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
def rows_with_links(table: dict[str, Any]) -> list[list[tuple[str, str, str]]]:
    """Return the rows of a table: each cell after the heading of its column and before its address, if it has one.

    The heading names the cell where columns are stacked.
    """
    named = [list(zip(table["head"], row, strict=False)) for row in table["rows"]]
    urls = table.get("urls") or [[] for _ in named]
    return [
        [(*cell, links[place] if place < len(links) else "") for place, cell in enumerate(cells)]
        for cells, links in zip(named, urls, strict=True)
    ]
