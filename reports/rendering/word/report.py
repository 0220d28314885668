"""A snapshot as a Word file: what committee systems take in, with Word's own headings, numbers and references."""

import html as entities
import io
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Inches, Mm

from reports.rendering.blocks import as_asked, exemption_words, shown_annexes
from reports.rendering.broken import annex_name, at_part, section_name
from reports.rendering.word.around import NOT_PUBLIC, set_around, written_day
from reports.rendering.word.fields import Bookmarks, field, link_to_anchor, simple_field
from reports.rendering.word.inline import Inline, runs
from reports.rendering.word.numbering import Numbering
from reports.rendering.word.packing import pack
from reports.rendering.word.places import anchors_of, headings_of, shown, title_of
from reports.rendering.word.styles import WARNING, set_page, set_styles
from reports.rendering.word.tables import table
from reports.rendering.word.xml import NOT_IN_XML, Element, paragraph, run, w

Block = dict[str, Any]
Pictures = Mapping[int, bytes]
IN_THE_PDF = "This annex is a file of its own. It goes with the PDF of this report, as an attachment."
BULLET, LIST_STEP = "•", 425
"""How far each list stands in, in twentieths of a point."""
PICTURE_WIDE, LINE_WIDE, PICTURE_HIGH = Mm(140), Mm(120), Mm(185)
DOT = Inches(1) // 96
"""As wide as a dot is on screen and in the PDF."""


def render_docx(snapshot: dict[str, Any], pictures: Pictures) -> bytes:
    """Return the Word file of a snapshot, the same bytes each time; `pictures` are its figures, by place.

    It must be in today's format. Raises BrokenPart.
    """
    return Writer(snapshot, pictures).written()


class Writer:
    """Writes a snapshot into a Word document, from the letterhead to the abbreviations."""

    def __init__(self, snapshot: dict[str, Any], pictures: Pictures) -> None:
        self.snapshot, self.pictures = snapshot, pictures
        self.document: Document = docx.Document()
        set_page(self.document)
        council = snapshot["council"]
        set_styles(self.document, primary=council["primary_colour"], accent=council["accent_colour"])
        self.numbering = Numbering(self.document)
        self.bookmarks = Bookmarks()
        self.counted: Counter[str] = Counter()
        self.inline = Inline(anchors_of(snapshot), self.relate)
        self.page = self.document.element.body.sectPr
        self.writers: dict[str, Callable[[Block], None]] = {
            "paragraph": self.write_paragraph,
            "subheading": self.write_subheading,
            "list": self.write_list,
            "table": self.write_table,
            "chart": self.write_chart,
            "picture": self.write_picture,
            "missing": self.write_missing,
            "exempt": self.write_exempt,
            "recommendations": self.write_recommendations,
            "details": self.write_details,
            "lines": self.write_lines,
            "annexes": self.write_annexes,
            "abbreviations": self.write_abbreviations,
        }

    def written(self) -> bytes:
        """Write everything and return the bytes."""
        self.write_head()
        self.write_contents()
        for section in shown(self.snapshot):
            with at_part(section_name(section)):
                self.write_heading(section["heading"], f"section-{section['record']}")
                self.write_marking(section)
                self.write_blocks(section)
        for annex in shown_annexes(self.snapshot["annexes"]):
            with at_part(annex_name(annex)):
                self.write_annex(annex)
        set_around(self.document, self.snapshot)
        return pack(self.document)

    def add(self, *elements: Element) -> None:
        """Add to the end of the text, before the properties of the page."""
        for element in elements:
            self.page.addprevious(element)

    def relate(self, address: str) -> str:
        """Return the key of an address outside."""
        key: str = self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return key

    def write_head(self) -> None:
        """Write whose report it is, for whom, and its title."""
        snapshot = self.snapshot
        self.add(
            paragraph("Letterhead", *runs(snapshot["council"]["name"])),
            paragraph("Addressed", *runs(snapshot["committee"], w("b"))),
            paragraph("Addressed", *runs(written_day(snapshot["meeting_on"]))),
            paragraph("Addressed", *runs(f"Report of the {snapshot['report_of']}")),
        )
        if snapshot["version"] > 1:
            self.add(paragraph("Addressed", *runs(f"Version {snapshot['version']}")))
        if snapshot["audience"] == "full":
            self.write_warning(NOT_PUBLIC, "Addressed")
            for row in snapshot["exemptions"]:
                self.add(paragraph("Addressed", *runs(f"{exemption_words(row)} {row['reasoning']}")))
        if not snapshot["contacts"]["approved_on"]:
            self.write_warning("Draft: not approved", "Addressed")
        self.add(
            paragraph("Title", *runs(snapshot["title"])),
            paragraph("Period", *runs(snapshot["period"])),
        )

    def write_contents(self) -> None:
        """Write the contents, a field that Word can renew; each entry is a link, without a page to go wrong."""
        self.add(paragraph("Contentsheading", *runs("Contents")))
        entries = [[link_to_anchor(anchor, runs(heading))] for anchor, heading in headings_of(self.snapshot)]
        begin, code, separate, end = field('TOC \\o "1-1" \\h \\n \\z \\t "Heading 1,1"', [])
        entries[0] = [begin, code, separate, *entries[0]]
        entries[-1].append(end)
        self.add(*(paragraph("Contentsentry", *entry) for entry in entries))

    def write_warning(self, words: str, style: str) -> None:
        """Write what must not be overlooked."""
        self.add(paragraph(style, *runs(words, w("b"), w("color", val=WARNING))))

    def write_marking(self, part: Block, style: str = "Contact") -> None:
        """Write what a section, a block or a point is kept from the public under, where it is."""
        exempt = part.get("exempt")
        if exempt:
            letter = exempt["letter"] or "no letter"
            self.write_warning(f"Not for publication: {exempt['under']} ({letter})", style)

    def write_heading(self, heading: str, anchor: str, *properties: Element) -> None:
        """Write the heading of a section or of an annex."""
        marked = self.bookmarks.around(anchor, *runs(heading))
        self.add(paragraph("Heading1", *marked, properties=properties))

    def write_annex(self, annex: Block) -> None:
        """Write an annex on pages of its own; of one that is a file of its own, what that is."""
        self.write_heading(title_of(annex), f"annex-{annex['letter']}", w("pageBreakBefore"))
        self.write_marking(annex)
        if annex.get("file"):
            file = annex["file"]
            self.write_lines(
                {"lines": [IN_THE_PDF, f"{file['name']}, {annex['about']}", f"SHA-256: {file['sha256']}"]}
            )
        self.write_blocks(annex)

    def write_blocks(self, part: Block) -> None:
        """Write what a section or an annex is made of."""
        for block in part.get("blocks", ()):
            self.write_marking(block)
            self.writers[block["type"]](block)

    def write_subheading(self, block: Block) -> None:
        """Write a heading inside a section; those of annexes may go deeper."""
        self.add(paragraph(f"Heading{block.get('level', 3) - 1}", *runs(block["text"])))

    def write_paragraph(self, block: Block) -> None:
        """Write a paragraph with its points: numbered, but in an annex."""
        content = self.inline.of(block["html"], italic=block.get("quoted", False))
        if block["number"]:
            self.write_numbered(block["number"], content)
        elif content:
            self.add(paragraph("Unnumbered", *content))
        self.write_points(block["points"], 1)

    def write_numbered(self, number: int, content: list[Element]) -> None:
        """Write a paragraph that Word gives this number, with the bookmark that references lead to."""
        marked = self.bookmarks.around(f"paragraph-{number}", *content)
        with_its_list = () if content else (w("keepNext"),)
        numbered = self.numbering.paragraph(number)
        self.add(paragraph("Numberedparagraph", *marked, properties=(*with_its_list, numbered)))

    def write_points(self, points: list[Block], level: int) -> None:
        """Write points, and those below them."""
        for point in points:
            content = self.inline.of(point["html"])
            self.add(paragraph("Point", *content, properties=(self.numbering.point(level),)))
            self.write_points(point["points"], level + 1)

    def write_list(self, block: Block, level: int = 1) -> None:
        """Write a list of an annex with the marks that its document has."""
        for point in block["points"]:
            mark = runs(f"{point['marker'] or BULLET}\t")
            hanging = w("ind", left=LIST_STEP * level, hanging=LIST_STEP)
            self.add(paragraph("Listed", *mark, *self.inline.of(point["html"]), properties=(hanging,)))
            self.write_list(point, level + 1)

    def write_exempt(self, block: Block) -> None:
        """Write that something is exempt: it has the number of the paragraph that it stands for, if any."""
        words = runs(block["notice"], w("i"))
        if block["number"]:
            self.write_numbered(block["number"], words)
        else:
            self.add(paragraph("Numberedparagraph", *words))

    def write_caption(self, kind: str, block: Block) -> None:
        """Write what a table or a figure is called, with a number that Word keeps right by itself.

        It counts on from the caption before; after one that this edition lacks it begins anew with its own number.
        """
        place = block["place"]
        number = runs(str(place))
        if isinstance(place, int):
            again = "" if place == self.counted[kind] + 1 else f" \\r {place}"
            self.counted[kind] = place
            number = simple_field(f"SEQ {kind} \\* ARABIC{again}", str(place))
        marked = self.bookmarks.around(f"{kind.lower()}-{block['place']}", run(f"{kind} "), *number)
        words = block.get("caption") or block.get("title")
        self.add(paragraph("Caption", *marked, *(runs(f": {words}") if words else ())))

    def write_table(self, block: Block) -> None:
        """Write a table under its caption."""
        self.write_caption("Table", block)
        self.add(table(block, f"Table {block['place']}: {block['caption']}"), paragraph("Tabletext"))

    def write_chart(self, block: Block) -> None:
        """Write a chart as a picture that also says in words what it shows."""
        width = LINE_WIDE if block["form"] == "line" else PICTURE_WIDE
        self.write_figure(block, width, f"{block['title']}. {block['description']}")

    def write_picture(self, block: Block) -> None:
        """Write a picture as large as it is on screen, where the page has room for that."""
        self.write_figure(block, min(block["width"] * DOT, PICTURE_WIDE), block["alternative"])

    def write_figure(self, block: Block, width: int, words: str) -> None:
        """Write a figure under its caption, at most as high as a page, with the words that say what it shows."""
        self.write_caption("Figure", block)
        holder = self.document.add_paragraph()
        picture = holder.add_run().add_picture(io.BytesIO(self.pictures[block["place"]]), width=width)
        if picture.height > PICTURE_HIGH:
            picture.width, picture.height = picture.width * PICTURE_HIGH // picture.height, PICTURE_HIGH
        properties = picture._inline.docPr
        properties.set("name", f"Figure {block['place']}")
        properties.set("descr", NOT_IN_XML.sub("", words))

    def write_missing(self, block: Block) -> None:
        """Write in the place of a figure why it is not there."""
        self.write_warning(f"[{block['words']}]", "Contact")

    def write_recommendations(self, block: Block) -> None:
        """Write what the committee is asked to do, and why."""
        asked = as_asked(block)
        alone = asked["alone"]
        self.write_numbered(block["number"], self.inline.of(alone["html"]) if alone else runs(asked["lead"]))
        if alone:
            self.write_points(alone.get("points", []), 1)
        for point in asked["points"]:
            words = runs(point["notice"], w("i")) if point.get("notice") else self.inline.of(point["html"])
            self.add(paragraph("Point", *words, properties=(self.numbering.point(1),)))
            self.write_points(point.get("points", []), 2)
            if not asked["reason"]:
                self.write_reason(point["reason"])
            self.write_marking(point, "Reason")
        self.write_reason(asked["reason"])
        if alone:
            self.write_marking(alone, "Reason")

    def write_reason(self, html: str) -> None:
        """Write why the committee is asked, if anything is said."""
        if html:
            self.add(paragraph("Reason", run("Reason: ", w("b")), *self.inline.of(html)))

    def write_details(self, block: Block) -> None:
        """Write terms with what is said of each, such as who answers for the report."""
        for row in block["rows"]:
            self.write_subheading({"text": row["term"]})
            self.add(paragraph("Contact", *runs(row["text"])))

    def write_lines(self, block: Block) -> None:
        """Write lines without numbers, such as the background papers."""
        self.add(*(paragraph("Contact", *runs(line)) for line in block["lines"]))

    def write_annexes(self, block: Block) -> None:
        """Write the list of annexes, each with a link to its pages."""
        for row in block["rows"]:
            if row.get("notice"):
                self.add(paragraph("Contact", *runs(row["notice"])))
                continue
            link = f'<a href="#annex-{row["letter"]}">{entities.escape(title_of(row), quote=False)}</a>'
            about = runs(f" ({row['about']})") if row.get("about") else []
            self.add(paragraph("Contact", *self.inline.of(link), *about))

    def write_abbreviations(self, block: Block) -> None:
        """Write what the short forms stand for."""
        rows = [[row["short"], row["meaning"]] for row in block["rows"]]
        listed = {"head": ["Abbreviation", "Meaning"], "rows": rows, "numeric": [], "widths": [25, 75]}
        self.add(table(listed, "Abbreviations"), paragraph("Tabletext"))
