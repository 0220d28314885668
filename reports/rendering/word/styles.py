"""The styles of the Word file: real headings, so that its structure can be found by people who cannot see it."""

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt, RGBColor, Twips

from reports.rendering.word.numbering import TEXT_AT
from reports.rendering.word.xml import Element, name, w

FONT = "Arial"
LANGUAGE = "en-GB"
INK, QUIET, WARNING = "0B0C0C", "505A5F", "942514"

# Each: what it is based on, size in points, space before and after in points, bold.
STYLES: dict[str, tuple[str, float, float, float, bool]] = {
    "Numbered paragraph": ("Normal", 11.5, 0, 10, False),
    "Unnumbered": ("Normal", 11.5, 0, 10, False),
    "Listed": ("Normal", 11.5, 0, 5, False),
    "Point": ("Normal", 11.5, 0, 5, False),
    "Reason": ("Normal", 11.5, 0, 8, False),
    "Letterhead": ("Normal", 18, 0, 20, True),
    "Addressed": ("Normal", 11.5, 0, 4, False),
    "Period": ("Normal", 13, 0, 18, False),
    "Contents heading": ("Normal", 15, 18, 8, True),
    "Contents entry": ("Normal", 11.5, 0, 4, False),
    "Table text": ("Normal", 9.5, 2, 2, False),
    "Contact": ("Normal", 11.5, 0, 3, False),
}
HEADINGS: dict[str, tuple[float, float, float]] = {
    "Title": (24, 22, 4),
    "Heading 1": (15, 24, 8),
    "Heading 2": (12, 16, 6),
    **dict.fromkeys(("Heading 3", "Heading 4", "Heading 5"), (11.5, 12, 4)),
    "Caption": (10, 10, 6),
}
PLAIN_TABLE = "Normal Table"
AT_POINT = TEXT_AT[1]
TEXT_WIDTH = 9638
"""Between the margins, in twentieths of a point."""


def set_styles(document: Document, *, primary: str, accent: str) -> None:
    """Give a document the looks of the portal's papers."""
    drop_table_styles(document)
    set_defaults(document)
    normal = document.styles["Normal"]
    look(normal, size=11.5, before=0, after=8, colour=INK)
    for title, (size, before, after) in HEADINGS.items():
        style = document.styles[title]
        colour = INK if title == "Caption" else primary.lstrip("#").upper()
        look(style, size=size, before=before, after=after, colour=colour, bold=True)
        style.font.italic = False
        style.paragraph_format.keep_with_next = True
        without_borders(style)
    for title, (base, size, before, after, bold) in STYLES.items():
        style = document.styles.add_style(title, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        look(style, size=size, before=before, after=after, colour=INK, bold=bold)
    indent(document.styles["Reason"], AT_POINT)
    document.styles["Letterhead"].font.color.rgb = RGBColor.from_string(primary.lstrip("#").upper())
    for title in ("Header", "Footer"):
        look(document.styles[title], size=9, before=0, after=0, colour=QUIET)
        set_tab(document.styles[title])
    underline(document.styles["Letterhead"], accent)


def drop_table_styles(document: Document) -> None:
    """Take out the hundred table styles that Word offers anyway: every search for a style goes through them."""
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != PLAIN_TABLE:
            style.delete()


def set_defaults(document: Document) -> None:
    """Set the language and the font of all that says nothing else."""
    defaults = document.styles.element.find(f"{name('w:docDefaults')}/{name('w:rPrDefault')}/{name('w:rPr')}")
    for tag in ("w:rFonts", "w:lang"):
        for element in defaults.findall(name(tag)):
            defaults.remove(element)
    defaults.insert(0, fonts())
    defaults.append(w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))


def fonts() -> Element:
    """Return the font, for every script."""
    return w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def look(style: Any, *, size: float, before: float, after: float, colour: str, bold: bool = False) -> None:
    """Set the font of a style and the space around its paragraphs."""
    properties = style.element.get_or_add_rPr()
    for element in properties.findall(name("w:rFonts")):
        properties.remove(element)
    style.font.name = FONT
    style.font.size, style.font.bold = Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def indent(style: Any, twips: int) -> None:
    """Set a style's paragraphs in from the left."""
    style.paragraph_format.left_indent = Pt(twips / 20)


def without_borders(style: Any) -> None:
    """Take away the line under a title."""
    properties = style.element.get_or_add_pPr()
    for element in properties.findall(name("w:pBdr")):
        properties.remove(element)


def set_tab(style: Any) -> None:
    """Let what follows a tab stand at the right margin."""
    properties = style.element.get_or_add_pPr()
    for element in properties.findall(name("w:tabs")):
        properties.remove(element)
    style.paragraph_format.tab_stops.add_tab_stop(Twips(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def underline(style: Any, colour: str) -> None:
    """Draw the line of the letterhead."""
    line = w("bottom", val="single", sz=24, space=6, color=colour.lstrip("#").upper())
    style.element.get_or_add_pPr().insert_element_before(w("pBdr", line), "w:spacing", "w:ind")


def set_page(document: Document) -> None:
    """Set the paper and its margins, as the PDF has them."""
    [section] = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(26), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    section.different_first_page_header_footer = True
