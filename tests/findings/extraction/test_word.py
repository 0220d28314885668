"""Letters as Word documents."""

from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from findings.extraction.blocks import Block, Heading, ListItem, Note, Paragraph, Table, cell_text
from findings.extraction.extracting import extract
from tests.findings.extraction.helpers import A, S
from tests.findings.extraction.writing import saved


def blocks_of(document: Any) -> tuple[Block, ...]:
    return extract(saved(document), filename="letter.docx").blocks


def texts(document: Any) -> list[str]:
    return [block.text for block in blocks_of(document) if isinstance(block, Heading | Paragraph | ListItem)]


def ticked(document: Any) -> list[tuple[str, str | None, str]]:
    extraction = extract(saved(document), filename="letter.docx")
    return [(c.kind.value, c.theme, c.text) for c in extraction.candidates if c.selected]


def add_list_item(document: Any, text: str, *, list_id: int, level: int = 0) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')
    )


def add_lists(document: Any) -> None:
    """Two lists of one shape, 1. (a), the second of which starts anew."""
    numbering = document.part.numbering_part.element
    shape = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
        "</w:abstractNum>"
    )
    numbering.insert(0, shape)
    for list_id, override in (
        (91, ""),
        (92, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ):
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{list_id}"><w:abstractNumId w:val="90"/>{override}</w:num>'
            )
        )


def test_headings_lists_and_table_of_a_letter():
    document = docx.Document()
    document.add_heading("Feedback to Westermoor", 0)
    document.add_heading("Key strengths", 1)
    document.add_paragraph("Carers stay", style="List Bullet")
    document.add_paragraph("Carers are heard", style="List Bullet")
    document.add_heading("Areas for development", 1)
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells],
        ["Theme", "Areas for development", "Fostering", "Few carers for teenagers"],
        strict=True,
    ):
        cell.text = text

    assert ticked(document) == [
        (S, None, "Carers stay"),
        (S, None, "Carers are heard"),
        (A, "Fostering", "Few carers for teenagers"),
    ]


def test_heading_by_outline_level_and_by_size():
    document = docx.Document()
    outlined = document.add_paragraph("Strengths")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "1")
    outlined._p.get_or_add_pPr().append(level)
    document.add_paragraph("Carers stay with the service for many years, as all of them told us.")
    document.add_paragraph().add_run("What needs to improve").font.size = Pt(20)
    document.add_paragraph("The time that families wait for an answer.")

    headings = [block for block in blocks_of(document) if isinstance(block, Heading)]

    assert [(h.text, h.level) for h in headings] == [("Strengths", 2), ("What needs to improve", 1)]


def test_numbers_that_word_counts():
    document = docx.Document()
    add_lists(document)
    for text, list_id, level in [
        ("a", 91, 0),
        ("b", 91, 1),
        ("c", 91, 1),
        ("d", 91, 0),
        ("e", 91, 1),
        ("f", 92, 0),
    ]:
        add_list_item(document, text, list_id=list_id, level=level)

    items = [block for block in blocks_of(document) if isinstance(block, ListItem)]

    assert [(item.marker, item.level, item.text) for item in items] == [
        ("1.", 0, "a"),
        ("(a)", 1, "b"),
        ("(b)", 1, "c"),
        ("2.", 0, "d"),
        ("(a)", 1, "e"),
        ("1.", 0, "f"),
    ]


def test_merged_cells_leave_empty_ones():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Wide"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Tall"
    table.cell(2, 2).text = "Last"

    (found,) = [block for block in blocks_of(document) if isinstance(block, Table)]

    assert [[cell_text(cell) for cell in row.cells] for row in found.rows] == [
        ["Wide", "", ""],
        ["Tall", "", ""],
        ["", "", "Last"],
    ]


def test_tracked_changes_are_read_as_accepted():
    document = docx.Document()
    paragraph = document.add_paragraph("Carers ")
    for tag, inner in (("ins", "<w:t>stay</w:t>"), ("del", "<w:delText>leave</w:delText>")):
        paragraph._p.append(
            parse_xml(f'<w:{tag} {nsdecls("w")} w:id="1" w:author="reviewer"><w:r>{inner}</w:r></w:{tag}>')
        )
    torn = document.add_paragraph("Carers are ")
    torn._p.get_or_add_pPr().append(
        parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="2" w:author="reviewer"/></w:rPr>')
    )
    document.add_paragraph("heard")

    assert texts(document) == ["Carers stay", "Carers are heard"]


def test_hidden_text_field_codes_and_contents_are_left_out():
    document = docx.Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("Strengths\t3", style="toc 1")
    paragraph = document.add_paragraph("Carers stay")
    paragraph.add_run(" and hide").font.hidden = True
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:instrText>PAGE</w:instrText></w:r>"))

    assert texts(document) == ["Carers stay"]


def test_pages_that_word_noted_and_pages_that_the_author_asked_for():
    rendered, asked = docx.Document(), docx.Document()
    first = rendered.add_paragraph("Carers stay ")
    first.add_run().add_break(WD_BREAK.PAGE)
    for text in ("and are heard", "Hubs open late"):
        run = (first if text.startswith("and") else rendered.add_paragraph()).add_run()
        run._r.append(OxmlElement("w:lastRenderedPageBreak"))
        run.add_text(text)
    asked.add_paragraph("Carers stay").add_run().add_break(WD_BREAK.PAGE)
    asked.add_paragraph("Hubs open late")

    torn = extract(saved(rendered), filename="a.docx")
    whole = extract(saved(asked), filename="b.docx")

    assert (torn.lines, torn.pages) == (("Carers stay and are heard", "Hubs open late"), (1, 3))
    assert torn.blocks[0] == Paragraph("Carers stay and are heard", (1,), split=True)
    assert whole.pages[:2] == (1, 2)


def test_document_without_page_breaks_knows_no_pages():
    document = docx.Document()
    document.add_paragraph("Carers stay")

    assert extract(saved(document), filename="a.docx").pages == ()


def test_footnotes_come_after_the_text():
    document = docx.Document()
    run = document.add_paragraph("What needs to improve?").add_run()
    run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>'))
    document.add_paragraph("Supervision", style="List Bullet")
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>See the framework.</w:t></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )
    part = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        notes.encode(),
        document.part.package,
    )
    document.part.relate_to(part, docx.opc.constants.RELATIONSHIP_TYPE.FOOTNOTES)

    blocks = blocks_of(document)

    assert [type(block) for block in blocks] == [Paragraph, ListItem, Note]
    assert [block.text for block in blocks if isinstance(block, Paragraph | Note)] == [
        "What needs to improve?",
        "See the framework.",
    ]


@pytest.mark.parametrize("typed", ["•\tCarers stay", "- Carers stay", "\uf0b7 Carers stay"])
def test_bullets_typed_by_hand(typed):
    document = docx.Document()
    document.add_heading("Strengths", 1)
    document.add_paragraph(typed)

    assert ticked(document) == [(S, None, "Carers stay")]


def test_style_of_a_second_list_puts_its_points_below_the_first():
    document = docx.Document()
    document.add_heading("Areas for improvement", 1)
    document.add_paragraph("The quality of plans, so that they:", style="List Bullet")
    document.add_paragraph("say what must change", style="List Bullet 2")
    document.add_paragraph("can be read by a child", style="List Bullet 2")
    document.add_paragraph("The frequency of supervision", style="List Bullet")

    assert [(b.level, b.text) for b in blocks_of(document) if isinstance(b, ListItem)] == [
        (0, "The quality of plans, so that they:"),
        (1, "say what must change"),
        (1, "can be read by a child"),
        (0, "The frequency of supervision"),
    ]
    assert ticked(document) == [
        (A, None, "The quality of plans, so that they:\n- say what must change\n- can be read by a child"),
        (A, None, "The frequency of supervision"),
    ]


def test_counted_paragraph_that_is_set_in_ends_the_list_before_it():
    document = docx.Document()
    document.add_paragraph("4. The team found these strengths:").paragraph_format.left_indent = Pt(36)
    for text in ("Carers meet each month", "Nurseries share what they know"):
        document.add_paragraph(text, style="List Bullet")
    counted = document.add_paragraph("5. One area was said to require attention, namely the duty rota.")
    counted.paragraph_format.left_indent = Pt(36)
    assert ticked(document) == [
        (S, None, "Carers meet each month"),
        (S, None, "Nurseries share what they know"),
        (A, None, "One area was said to require attention, namely the duty rota."),
    ]
