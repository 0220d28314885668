"""Template pieces about reports.

Rows of tables and points are made here and not in a template: a report has hundreds of them, and a template takes
ten times as long.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from reports.rendering.blocks import Block, as_asked, exemption_words
from reports.rendering.counted import linked_words
from reports.rendering.mentions import REFERENCE

register = template.Library()
register.filter(as_asked)
register.filter(exemption_words)
REFERENCE_OR_TAG = re.compile(rf'(?P<tag><(?:[^>"]|"[^"]*")*>)|(?P<reference>{REFERENCE.pattern})')
PLACES = (
    re.compile(r'[Pp]aragraphs? <a href="#paragraph-\d+">\d+</a>'),
    re.compile(r'<a href="#(?:annex|table|figure)-[\w-]+">[\w ]{1,12}</a>'),
)
SCHEDULE = re.compile(r"\bSchedule \d+[A-Z]*\b")
TELEPHONE = re.compile(r"\+?\d[\d ]{7,}\d")
LINE_END = re.compile(r"\r\n|\r|\n")
Cell = tuple[str, str, str]
NUMERIC, CENTRED = " govuk-table__{}--numeric", " portal-table__centred"
"""The classes of the cells of columns that are not set to the left."""


@register.filter
def whole_references(text: str) -> SafeString:
    """Keep references such as A-2025-008 and paragraph 15 on one line; text is escaped, HTML is not."""
    # Each piece is escaped or clean HTML already, and only a reference is put inside a tag of ours.
    return mark_safe(_whole(_escaped(text)))


@register.filter
def whole_telephones(text: str) -> SafeString:
    """Keep each telephone number of contact details on one line; the text is escaped."""
    return mark_safe(TELEPHONE.sub(lambda found: _on_one_line(found[0]), _escaped(text)))


def _escaped(text: str | float | None) -> str:
    """Return text as HTML. What Django has for it also takes lazy texts, of which no report has any, and is slower.

    A report that was frozen long ago can have a number or nothing at all in a cell.
    """
    return str(text) if hasattr(text, "__html__") else escape(str(text))


def _whole(html: str) -> str:
    # Each look costs little where there is nothing to find, as in most of the thousands of cells of a long report.
    if 'href="#' in html:
        for place in PLACES:
            html = place.sub(_found_whole, html)
    if "Schedule" in html:
        html = SCHEDULE.sub(_found_whole, html)
    return REFERENCE_OR_TAG.sub(_kept_whole, html) if "-" in html else html


def _kept_whole(found: re.Match[str]) -> str:
    return found["tag"] or _on_one_line(found["reference"])


def _found_whole(found: re.Match[str]) -> str:
    return _on_one_line(found[0])


def _on_one_line(html: str) -> str:
    return f'<span class="portal-whole">{html}</span>'


@register.simple_tag
def numbered_paragraph(block: Block, *, anchors: bool) -> SafeString:
    """Show a paragraph with its number and its points; the number is an address where `anchors` is set."""
    number, quoted = block["number"], " portal-paragraph--quoted" if block.get("quoted") else ""
    named = f' id="paragraph-{number}"' if anchors else ""
    shown = f'<span class="portal-paragraph__number">{number}.</span>'
    if anchors:
        said = f'<span class="govuk-visually-hidden">Paragraph </span>{number}.'
        shown = f'<a class="portal-paragraph__number" href="#paragraph-{number}">{said}</a>'
    text = f'<p class="govuk-body portal-paragraph__text">{shown} {_whole(block["html"])}</p>'
    below = _points(block["points"], "") if block.get("points") else ""
    # What officers wrote was cleaned when it was read.
    return mark_safe(f'<div class="portal-paragraph{quoted}"{named}>\n    {text}\n    {below}\n  </div>')


@register.simple_tag
def comment_link(block: Block) -> SafeString:
    """Show where a paragraph of a draft is commented on."""
    words = "Add another comment" if block["threads"] else "Comment"
    about = f'<span class="govuk-visually-hidden"> on paragraph {block["number"]}</span>'
    link = f'<a class="govuk-link" href="{_escaped(block["comment_url"])}">{words}{about}</a>'
    return mark_safe(f'<p class="govuk-body-s portal-comments__add">{link}</p>')


@register.simple_tag
def points(points: list[Block], *, is_deeper: bool = False) -> SafeString:
    """Show the points of a paragraph, with those below them."""
    return mark_safe(_points(points, " portal-points--deeper" if is_deeper else ""))


def _points(points: Iterable[Block], modifier: str = " portal-points--deeper") -> str:
    items = "".join(
        f"<li>{_whole(point.get('html', ''))}{_points(point['points']) if point.get('points') else ''}</li>"
        for point in points
    )
    return f'\n\n<ol class="portal-points{modifier}">\n  {items}\n</ol>\n'


@register.simple_tag
def table_rows(table: Block) -> SafeString:
    """Show the rows of a table: each cell with the heading of its column, for where columns are stacked, and a link."""
    places = dict.fromkeys(table.get("numeric", ()), NUMERIC)
    places |= dict.fromkeys(table.get("centred", ()), CENTRED)
    return mark_safe("".join(map(_row, (_table_cells(cells, places) for cells in rows_with_links(table)))))


@register.simple_tag
def figure_rows(table: Block) -> SafeString:
    """Show the numbers of a chart as the rows of a table."""
    return mark_safe("".join(map(_row, map(_figure_cells, rows_with_links(table)))))


def rows_with_links(table: Block) -> list[list[Cell]]:
    """Return the rows of a table: each cell after the heading of its column and before its address, if it has one."""
    named = [list(zip(table["head"], row, strict=False)) for row in table["rows"]]
    urls = table.get("urls") or [[] for _ in named]
    return [
        [(*cell, links[place] if place < len(links) else "") for place, cell in enumerate(cells)]
        for cells, links in zip(named, urls, strict=True)
    ]


def _row(cells: Iterable[str]) -> str:
    return f'\n          <tr class="govuk-table__row">{"".join(cells)}</tr>\n        '


def _table_cells(cells: list[Cell], places: dict[int, str]) -> Iterator[str]:
    about = ""
    for place, (label, text, url) in enumerate(cells):
        shown = _whole(_escaped(text))
        if LINE_END.search(shown):
            shown = LINE_END.sub("<br>", shown)
        shown = _linked(shown, url, about and f"{about}, {_escaped(label)}")
        if place == 0:
            about = f", {_escaped(text)}"
            modifier = places.get(place, "").format("header")
            yield f'<th scope="row" class="govuk-table__header portal-table__plain{modifier}">{shown}</th>'
        else:
            modifier = places.get(place, "").format("cell")
            named = f' data-label="{_escaped(label)}"' if label else ""
            yield f'<td class="govuk-table__cell{modifier}"{named}>{shown}</td>'


def _figure_cells(cells: list[Cell]) -> Iterator[str]:
    (_, name, _), *numbers = cells
    yield f'<th scope="row" class="govuk-table__header portal-table__plain">{_escaped(name)}</th>'
    for label, text, url in numbers:
        shown = _linked(_escaped(text), url, f", {_escaped(name)}, {_escaped(label)}")
        yield f'<td class="govuk-table__cell govuk-table__cell--numeric">{shown}</td>'


def _linked(shown: str, url: str, about: str) -> str:
    """Return what a cell shows as a link to the records behind it, which says what they are about, if it has one."""
    return linked_words(shown, _escaped(url), about) if url else shown
