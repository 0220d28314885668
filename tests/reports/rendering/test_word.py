"""The Word file: Word's own headings, numbers, references and tables, and the same bytes each time."""

import io
import itertools
import re
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from lxml import etree

from reports.rendering.upgrade import upgrade
from reports.rendering.word import render_docx
from tests.reports.old_snapshots import FIRST_FORMAT
from tests.reports.rendering.snapshots import (
    BARS,
    LINE,
    NAMES,
    PAPERS,
    asked,
    listed,
    paragraph,
    png,
    section,
    snapshot,
    table,
    torture,
)


@pytest.fixture(scope="module")
def pictures():
    return {BARS["place"]: png(), LINE["place"]: png()}


@pytest.fixture(scope="module")
def word(pictures):
    """The torture report, opened."""
    return docx.Document(io.BytesIO(render_docx(torture(), pictures)))


def style_of(one):
    return one.style.name


def numbered(document):
    """Each paragraph that Word numbers, as it will count them: level, the number it starts at, its words."""
    starts = {}
    for num in document.part.numbering_part.element.findall(qn("w:num")):
        start = num.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}")
        starts[num.get(qn("w:numId"))] = None if start is None else int(start.get(qn("w:val")))
    count, list_before, found = 0, "1", []
    for one in document.paragraphs:
        place = one._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if place is None:
            continue
        level, in_list = (int(place[0].get(qn("w:val"))), place[1].get(qn("w:val")))
        if level == 0:
            count = starts[in_list] if in_list != list_before else count + 1
            list_before = in_list
        found.append((level, count, one.text))
    return found


def test_headings_are_words_own(word):
    headings = [
        (style_of(one), one.text) for one in word.paragraphs if style_of(one).startswith(("Title", "Heading"))
    ]

    assert headings[:5] == [
        ("Title", "Half-yearly report"),
        ("Heading 1", "What was found – “in short”"),
        ("Heading 1", "Figures 👪"),
        ("Heading 2", "Numbers"),
        ("Heading 1", "Recommendations"),
    ]
    assert [text for name, text in headings if name == "Heading 1"][3:] == [
        "Contact details",
        "Wards affected",
        "Background papers",
        "Annexes",
        "Abbreviations",
        "Exempt information",
        "Annex A: Action plan",
    ]
    assert headings[-2:] == [("Heading 2", "First"), ("Heading 3", "Deeper")]


def test_paragraphs_get_their_numbers_from_word_and_they_are_those_of_the_page(word):
    counted = [number for level, number, _ in numbered(word) if level == 0]

    assert counted == [1, 2, 3, 4, 5, 7, 8, 9]


def test_no_number_is_typed_in(word):
    assert not [text for level, number, text in numbered(word) if re.match(rf"\W*{number}\b\.", text)]


def test_points_stand_four_levels_below_their_paragraph(word):
    assert [(level, text) for level, _, text in numbered(word)][1:8] == [
        (1, "letter"),
        (2, "roman"),
        (3, "capital"),
        (4, "number"),
        (3, "capital again"),
        (2, "second roman"),
        (1, "second letter"),
    ]


def test_levels_are_written_as_on_the_page(word):
    [definition] = word.part.numbering_part.element.findall(qn("w:abstractNum"))

    levels = [
        (level.find(qn("w:numFmt")).get(qn("w:val")), level.find(qn("w:lvlText")).get(qn("w:val")))
        for level in definition.findall(qn("w:lvl"))
    ]

    assert levels == [
        ("decimal", "%1."),
        ("lowerLetter", "%2)"),
        ("lowerRoman", "%3)"),
        ("upperLetter", "%4)"),
        ("decimal", "%5)"),
    ]


def test_references_to_paragraphs_are_fields_that_lead_to_bookmarks(word):
    codes = [one.text.strip() for one in word.element.body.iter(qn("w:instrText"))]
    bookmarks = [one.get(qn("w:name")) for one in word.element.body.iter(qn("w:bookmarkStart"))]

    references = [code for code in codes if code.startswith("REF")]
    assert references == [f"REF paragraph_{number} \\n \\h" for number in (1, 7, 2, 9, 1)]
    assert {code.split()[1] for code in references} <= set(bookmarks)
    assert len(bookmarks) == len(set(bookmarks))
    linked = [one.get(qn("w:anchor")) for one in word.element.body.iter(qn("w:hyperlink"))]
    assert {name for name in linked if name} <= set(bookmarks)
    assert {"table_1", "annex_A"} <= set(linked)


def test_reference_to_what_the_edition_lacks_is_plain_words():
    one = paragraph(1, 'Before <a href="#annex-B">Annex B</a> and <a href="#paragraph-9">9</a>.')

    word = docx.Document(io.BytesIO(render_docx(snapshot(section(1, "Text", one)), {})))

    [text] = [text for _, _, text in numbered(word)]
    assert text == "Before Annex B and 9."
    assert b"annex" not in etree.tostring(word.element)


def test_what_stands_around_the_text_follows_the_outline(word):
    texts = [
        one.text for one in word.paragraphs if style_of(one) in ("Point", "Reason", "Contact", "Heading 2")
    ]

    assert texts[texts.index("Note the report, paragraph 1") :] == [
        "Note the report, paragraph 1",
        "Reason: So that members know",
        f"Thank {NAMES}",
        "Reason: They came",
        "This recommendation is not published.",
        "Author",
        "Assurance Officer",
        "Report approved",
        "Yes",
        "All",
        *PAPERS,
        "Annex A: Action plan",
        "Annex B is not published.",
        "First",
    ]
    assert [cell.text for cell in word.tables[-2].rows[1].cells] == ["DBS", "Disclosure and Barring Service"]


def test_notice_has_the_number_of_the_paragraph_it_stands_for_or_none(word):
    assert (0, 5, "This is exempt under paragraph 1 of Part 1.") in numbered(word)
    [alone] = [one for one in word.paragraphs if one.text == "Not published."]
    assert alone._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is None


def test_public_edition_says_nowhere_that_it_is_full(word):
    assert "not for publication" not in etree.tostring(word.element, encoding="unicode").lower()


def test_full_edition_says_so_and_marks_what_is_exempt():
    under = {"letter": "A", "under": "exempt under paragraph 3", "is_known": True}
    first = {**paragraph(1, "Kept back."), "exempt": under}
    asks = listed("recommendations", number=2, points=[asked("Agree", "So that it is done", exempt=under)])
    report = snapshot(
        section(1, "Text", first),
        section(2, "Recommendations", asks, kind="recommendations"),
        section(3, "Whole", paragraph(3, "All of it."), exempt=under),
        audience="full",
        exemptions=[{**under, "reasoning": "It would weaken the council"}],
    )

    word = docx.Document(io.BytesIO(render_docx(report, {})))

    texts = [one.text for one in word.paragraphs]
    marking = "Not for publication: exempt under paragraph 3 (A)"
    reasoning = "Exemption A: exempt under paragraph 3. Why the public interest is in keeping it back: "
    assert {"Full edition: not for publication", f"{reasoning}It would weaken the council"} <= set(texts)
    assert texts[texts.index("Kept back.") - 1] == marking
    assert texts[texts.index("Reason: So that it is done") + 1] == marking
    assert texts[texts.index("All of it.") - 2 :] == ["Whole", marking, "All of it."]
    [page] = word.sections
    for header in (page.header, page.first_page_header):
        assert "Full edition: not for publication" in header.paragraphs[0].text


def test_report_frozen_in_the_first_format_becomes_a_file():
    word = docx.Document(io.BytesIO(render_docx(upgrade(FIRST_FORMAT), {1: png()})))

    texts = [one.text for one in word.paragraphs]
    assert texts[texts.index("Recommendations", 20) + 1 :][:3] == [
        "Members are asked to:",
        "Ask <b> about A-2017-015",
        "Reason: F-2017-005 & more",
    ]


def test_outside_link_keeps_its_address(word):
    addresses = [relation.target_ref for relation in word.part.rels.values() if relation.is_external]

    assert addresses == ["https://council.example/?a=1&b=2"]


def test_tables_repeat_their_head_row_and_break_no_row(word):
    for one in word.tables:
        first, *others = one._tbl.findall(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in (first, *others))
        assert not [row for row in others if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert [len(one._tbl.findall(qn("w:tr"))) for one in word.tables] == [91, 2, 2, 2]


def test_lines_of_a_cell_stand_below_each_other():
    content = render_docx(snapshot(section(1, "Plan", table(1, [["Plans", "One\nTwo"]]))), {})

    document = docx.Document(io.BytesIO(content))

    assert document.tables[0].cell(1, 1).text == "One\nTwo"


def test_charts_are_pictures_that_say_what_they_show(word):
    said = [one.get("descr") for one in word.element.body.iter(qn("wp:docPr"))]

    assert said == ["Findings by theme. Two themes.", "Children in care. From 301 to 303."]


def test_words_from_right_to_left_are_marked_as_such(word):
    marked = {
        one.findtext(qn("w:t"))
        for one in word.element.body.iter(qn("w:r"))
        if one.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None
    }

    assert marked == {"يوسف الحسن", "נועה לוי"}


def test_title_language_and_author_are_said(word):
    said = word.core_properties

    assert said.title == "Half-yearly report, Children’s Scrutiny Committee, 16 June 2026"
    assert (said.author, said.language) == ("Fenwold Council", "en-GB")
    assert said.created.isoformat() == "2026-05-29T00:00:00+00:00"
    languages = {one.get(qn("w:val")) for one in word.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_word_files_carry_no_table_styles_that_none_of_their_tables_has(word):
    assert [style.name for style in word.styles if style.type == WD_STYLE_TYPE.TABLE] == ["Normal Table"]


def test_header_names_the_council_and_footer_counts_the_pages(word):
    [page] = word.sections

    assert page.header.paragraphs[0].text == "Fenwold Council\tHalf-yearly report"
    assert page.first_page_header.paragraphs[0].text == ""
    for footer in (page.footer, page.first_page_footer):
        codes = [one.text.strip() for one in footer._element.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


def test_contents_are_a_field_with_a_link_to_each_heading(word):
    [code] = [one.text for one in word.element.body.iter(qn("w:instrText")) if "TOC" in one.text]
    entries = [one.text for one in word.paragraphs if style_of(one) == "Contents entry"]

    assert '\\o "1-1"' in code
    assert entries == [one.text for one in word.paragraphs if style_of(one) == "Heading 1"]


@pytest.mark.parametrize(("high", "millimetres"), [(40, (140, 70)), (400, (37, 185))])
def test_figure_is_no_higher_than_a_page_has_room_for(high, millimetres):
    written = render_docx(snapshot(section(1, "Charts", BARS)), {BARS["place"]: png(80, high)})

    [figure] = docx.Document(io.BytesIO(written)).inline_shapes
    assert (figure.width.mm, figure.height.mm) == pytest.approx(millimetres)


def test_same_snapshot_gives_the_same_bytes(pictures):
    assert render_docx(torture(), pictures) == render_docx(torture(), pictures)


def test_file_says_nothing_of_when_or_by_what_it_was_made(pictures):
    with zipfile.ZipFile(io.BytesIO(render_docx(torture(), pictures))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in file.namelist() if "thumbnail" in name]


def test_characters_that_xml_has_no_room_for_are_left_out():
    one = paragraph(1, "Be\x0bfore\x00")

    word = docx.Document(io.BytesIO(render_docx(snapshot(section(1, "T\x01ext", one)), {})))

    assert [text for _, _, text in numbered(word)] == ["Before"]


def test_bookmarks_are_opened_and_closed_in_turn(word):
    starts = [one.get(qn("w:id")) for one in word.element.body.iter(qn("w:bookmarkStart"))]
    ends = [one.get(qn("w:id")) for one in word.element.body.iter(qn("w:bookmarkEnd"))]

    assert starts == ends == [str(number) for number in itertools.islice(itertools.count(1), len(starts))]


def test_captions_count_on_after_a_table_that_the_edition_lacks():
    tables = [table(place, [["a"]]) for place in (1, 3, 4, 6)]
    written = docx.Document(io.BytesIO(render_docx(snapshot(section(1, "Text", *tables)), {})))

    captions = [one for one in written.paragraphs if style_of(one) == "Caption"]
    counts = [
        " ".join(code.text.strip() for code in one._p.iter(qn("w:instrText"), qn("w:fldSimple")) if code.text)
        for one in captions
    ]
    assert [one.text for one in captions] == [f"Table {place}: Rows {place}" for place in (1, 3, 4, 6)]
    assert counts == [
        "SEQ Table \\* ARABIC",
        "SEQ Table \\* ARABIC \\r 3",
        "SEQ Table \\* ARABIC",
        "SEQ Table \\* ARABIC \\r 6",
    ]
