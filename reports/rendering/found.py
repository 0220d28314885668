"""The words that a reader looked for, marked where a paper has them."""

import html as entities
import re

from django.utils.html import escape
from django.utils.safestring import mark_safe

from reports.rendering.blocks import Block, mapped

HIDDEN = '<span class="govuk-visually-hidden">[^<]*</span>'


def with_found_words(sections: list[Block], words: str) -> list[Block]:
    """Return sections in which each place that has one of the words is marked; as they are without words."""
    wanted = sorted({entities.escape(word, quote=False) for word in words.split()}, key=len, reverse=True)
    if not wanted:
        return sections
    # An entity is a letter like any other: what is looked for is no part of its name.
    found = re.compile(
        rf"(?P<kept>{HIDDEN}|<[^>]*>)|(?P<word>{'|'.join(map(re.escape, wanted))})|&\w+;", re.IGNORECASE
    )

    def marked(match: re.Match[str]) -> str:
        return f'<mark class="portal-found">{match["word"]}</mark>' if match["word"] else match[0]

    def in_html(html: str) -> str:
        return found.sub(marked, html)

    def in_text(text: str) -> str:
        # The text is escaped, and only words of it are put inside a tag of ours.
        return mark_safe(in_html(escape(text)))

    return [
        {**section, "blocks": [mapped(block, in_html, in_text) for block in section["blocks"]]}
        for section in sections
    ]
