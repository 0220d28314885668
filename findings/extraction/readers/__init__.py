"""One reader for each format; a new format only adds one here."""

from __future__ import annotations

from collections.abc import Callable

from ..blocks import Block
from ..decoding import HTML, MARKDOWN, PLAIN
from .html import read_html
from .markdown import read_markdown
from .plain import read_plain

READERS: dict[str, Callable[[str], list[Block]]] = {
    MARKDOWN: read_markdown,
    HTML: read_html,
    PLAIN: read_plain,
}
