"""What officers write in braces: a paragraph's name, a reference to a paragraph or an annex, an exemption, a figure.

While text is read, a mark stands between two characters that no text has. `references` then puts in its place what it
stands for, once every paragraph has its number.
"""

import html as entities
import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

OPEN, CLOSE = "\ue000", "\ue001"
NAME, REFERENCE, ANNEX, EXEMPT = "name", "reference", "annex", "exempt"
PICTURE, CHART = "picture", "chart"
WORD = r"[A-Za-z0-9][A-Za-z0-9_-]*"
WRITTEN = re.compile(
    rf"\{{\s*(?:#(?P<name>{WORD})|annex\s+(?P<annex>{WORD})|exempt\b(?P<exempt>[^{{}}]*)"
    rf"|picture\s+(?P<picture>{WORD})|chart\s+(?P<chart>[^{{}}]+)|(?!exempt)(?P<reference>{WORD}))\s*\}}",
    re.IGNORECASE,
)
KEPT = re.compile(rf"{OPEN}([a-z]+):([^{CLOSE}]*){CLOSE}")
MISSPELT = re.compile(r"\{\s*exempt", re.IGNORECASE)
"""An exemption that was not read as one, as between back-quotes: what holds it is kept from the public too."""
MISSPELT_WHOLE = re.compile(r"\{\s*exempt(?:[^{}]*\}|\w*\s*\w?$)", re.IGNORECASE)
CAPTION = re.compile(
    rf"(?P<marks>(?:\W*(?:{KEPT.pattern}|\{{\s*exempt[^{{}}]*\}}))*)\W*Table(?: \d+)?:\s+(?P<words>\S.*)",
    re.DOTALL,
)


def without_marks(text: str) -> str:
    """Take out the two characters, so that no text can pretend to be a mark that was read."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def kept(found: re.Match[str]) -> str:
    """Return a mark as it stands in text that was read; names do not depend on small and capital letters."""
    kind = str(found.lastgroup)
    value = " ".join(found[kind].split())
    if kind != CHART:
        value = value.upper() if kind == EXEMPT else value.lower()
    return f"{OPEN}{kind}:{entities.escape(value)}{CLOSE}"


def read_mark(state: StateInline, silent: bool) -> bool:
    """Read a mark where Markdown finds a brace; with a backslash before it, it is a brace like any other."""
    found = WRITTEN.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        token = state.push("mark", "", 0)
        token.content = kept(found)
    state.pos = found.end()
    return True


def add_marks(markdown: MarkdownIt) -> None:
    """Teach a reader of Markdown the marks."""
    markdown.inline.ruler.push("mark", read_mark)
    markdown.add_render_rule("mark", lambda renderer, tokens, place, options, env: tokens[place].content)


def read_plain(text: str) -> str:
    """Return text that is not Markdown as HTML, its marks read."""
    parts, end = [], 0
    text = without_marks(text)
    for found in WRITTEN.finditer(text):
        parts += [entities.escape(text[end : found.start()], quote=False), kept(found)]
        end = found.end()
    return "".join([*parts, entities.escape(text[end:], quote=False)])


def marks_in(text: str, kind: str) -> list[str]:
    """Return what the marks of a kind say, in order."""
    return [value for of_kind, value in KEPT.findall(text) if of_kind == kind]


def exempt_marks_in(text: str) -> list[str]:
    """Return the letters of the exemptions that a text names; an empty one where it cannot be told which."""
    return [*marks_in(text, EXEMPT), *("" for _ in MISSPELT.finditer(text))]


def names_exemption(text: str) -> bool:
    """Tell whether a text without Markdown holds the mark of an exemption, well spelt or not."""
    return bool(exempt_marks_in(read_plain(text)))


def alone_in(text: str) -> str | None:
    """Return the letter of the exemption that a text names where it says nothing else; None for anything else."""
    letters = exempt_marks_in(text)
    left = MISSPELT_WHOLE.sub("", cleared(text).strip())
    return letters[0] if letters and not any(map(str.isalnum, left)) else None


def caption_in(text: str) -> str:
    """Return the caption of a table that a line gives, with the marks before it; nothing for any other line."""
    found = CAPTION.match(text)
    return found["marks"] + found["words"] if found else ""


def figures_alone_in(text: str) -> list[tuple[str, str]]:
    """Return the figures that a text names where it says nothing else: the kind of each and what it is called."""
    figures = [(kind, value) for kind, value in KEPT.findall(text) if kind in (PICTURE, CHART)]
    left = replaced(MISSPELT_WHOLE.sub("", text), dict.fromkeys((NAME, EXEMPT, PICTURE, CHART), nothing))
    return [] if any(map(str.isalnum, left)) else figures


def replaced(text: str, replacements: dict[str, Callable[[str], str]]) -> str:
    """Return a text with the marks of these kinds replaced by what is made of their value."""

    if OPEN not in text:
        return text

    def replace(found: re.Match[str]) -> str:
        make = replacements.get(found[1])
        return make(found[2]) if make else found[0]

    return KEPT.sub(replace, text)


def cleared(text: str) -> str:
    """Return a text without the marks that are no part of what is read: names and exemptions."""
    return replaced(text, {NAME: nothing, EXEMPT: nothing}).strip()


def nothing(value: str) -> str:
    """Leave nothing of a mark."""
    return ""
