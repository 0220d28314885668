"""A snapshot as a Word file: what committee systems take in, with Word's own headings, numbers and references."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm

from reports.rendering.word.around import set_around, written_day
from reports.rendering.word.fields import Bookmarks, field, link_to_anchor, simple_field
from reports.rendering.word.inline import Inline, runs
from reports.rendering.word.numbering import Numbering
from reports.rendering.word.packing import pack
from reports.rendering.word.places import CLOSING, anchors_of, headings_of
from reports.rendering.word.styles import WARNING, set_page, set_styles
from reports.rendering.word.tables import table
from reports.rendering.word.xml import Element, paragraph, run, w

Block = dict[str, Any]
Pictures = Mapping[int, bytes]
PICTURE_WIDE, LINE_WIDE = Mm(140), Mm(120)


def render_docx(snapshot: dict[str, Any], pictures: Pictures) -> bytes:
    """Return the Word file of a snapshot, the same bytes each time; `pictures` are its charts, by place."""
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
        self.inline = Inline(anchors_of(snapshot), self.relate)
        self.page = self.document.element.body.sectPr
        self.writers: dict[str, Callable[[Block], None]] = {
            "paragraph": self.write_paragraph,
            "subheading": self.write_subheading,
            "table": self.write_table,
            "chart": self.write_chart,
            "exempt": self.write_exempt,
        }

    def written(self) -> bytes:
        """Write everything and return the bytes."""
        self.write_head()
        self.write_contents()
        for section in self.snapshot["sections"]:
            self.write_heading(section["heading"], f"section-{section['record']}")
            for block in section["blocks"]:
                self.writers[block["type"]](block)
        self.write_recommendations()
        self.write_contacts()
        self.write_abbreviations()
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
        if not snapshot["contacts"]["approved_on"]:
            self.add(paragraph("Addressed", *runs("Draft: not approved", w("b"), w("color", val=WARNING))))
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

    def write_heading(self, heading: str, anchor: str) -> None:
        """Write the heading of a section."""
        self.add(paragraph("Heading1", *self.bookmarks.around(anchor, *runs(heading))))

    def write_subheading(self, block: Block) -> None:
        """Write a heading inside a section."""
        self.add(paragraph("Heading2", *runs(block["text"])))

    def write_paragraph(self, block: Block) -> None:
        """Write a numbered paragraph with its points."""
        self.write_numbered(block["number"], self.inline.of(block["html"], italic=block.get("quoted", False)))
        self.write_points(block["points"], 1)

    def write_numbered(self, number: int, content: list[Element]) -> None:
        """Write a paragraph that Word gives this number, with the bookmark that references lead to."""
        marked = self.bookmarks.around(f"paragraph-{number}", *content)
        self.add(paragraph("Numberedparagraph", *marked, properties=(self.numbering.paragraph(number),)))

    def write_points(self, points: list[Block], level: int) -> None:
        """Write points, and those below them."""
        for point in points:
            content = self.inline.of(point["html"])
            self.add(paragraph("Point", *content, properties=(self.numbering.point(level),)))
            self.write_points(point["points"], level + 1)

    def write_exempt(self, block: Block) -> None:
        """Write that something is exempt."""
        self.write_numbered(block["number"], runs(block["notice"], w("i")))

    def write_caption(self, kind: str, block: Block) -> None:
        """Write what a table or a figure is called, with a number that Word keeps right by itself."""
        number = simple_field(f"SEQ {kind} \\* ARABIC", str(block["place"]))
        marked = self.bookmarks.around(f"{kind.lower()}-{block['place']}", run(f"{kind} "), *number)
        words = block.get("caption") or block.get("title")
        self.add(paragraph("Caption", *marked, *(runs(f": {words}") if words else ())))

    def write_table(self, block: Block) -> None:
        """Write a table under its caption."""
        self.write_caption("Table", block)
        self.add(table(block, f"Table {block['place']}: {block['caption']}"), paragraph("Tabletext"))

    def write_chart(self, block: Block) -> None:
        """Write a chart as a picture that also says in words what it shows."""
        self.write_caption("Figure", block)
        holder = self.document.add_paragraph()
        width = LINE_WIDE if block["form"] == "line" else PICTURE_WIDE
        picture = holder.add_run().add_picture(io.BytesIO(self.pictures[block["place"]]), width=width)
        properties = picture._inline.docPr
        properties.set("name", f"Figure {block['place']}")
        properties.set("descr", f"{block['title']}. {block['description']}")

    def write_recommendations(self) -> None:
        """Write what the committee is asked to do, and why."""
        asked = self.snapshot.get("recommendations")
        if not asked:
            return
        self.write_heading(CLOSING["recommendations"], "recommendations")
        self.write_numbered(asked["number"], runs("Members are asked to:"))
        for point in asked["points"]:
            self.add(
                paragraph("Point", *runs(point["text"]), properties=(self.numbering.point(1),)),
                paragraph("Reason", run("Reason:", w("b")), *runs(f" {point['reason']}")),
            )

    def write_contacts(self) -> None:
        """Write who answers for the report, and what stands beside it."""
        contacts = self.snapshot["contacts"]
        approved = contacts["approved_on"]
        self.write_heading(CLOSING["contacts"], "contacts")
        for heading, lines in (
            ("Author", [contacts["author"]]),
            ("Chief officer responsible for the report", [contacts["chief_officer"]]),
            (
                "Report approved",
                [f"Yes ✓ on {written_day(approved)}" if approved else "No: this is a draft"],
            ),
            ("Specialist officers", [contacts["specialist_officers"] or "None"]),
            ("Wards affected", [self.snapshot["wards_affected"]]),
            ("Background papers", self.snapshot["background_papers"] or ["None"]),
        ):
            self.write_subheading({"text": heading})
            self.add(*(paragraph("Contact", *runs(line)) for line in lines))

    def write_abbreviations(self) -> None:
        """Write what the short forms stand for."""
        rows = [[row["short"], row["meaning"]] for row in self.snapshot["abbreviations"]]
        if rows:
            self.write_heading(CLOSING["abbreviations"], "abbreviations")
            block = {"head": ["Abbreviation", "Meaning"], "rows": rows, "numeric": [], "widths": [25, 75]}
            self.add(table(block, CLOSING["abbreviations"]), paragraph("Tabletext"))
