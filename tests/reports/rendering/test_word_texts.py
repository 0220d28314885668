"""What a Word document says, as blocks of an annex."""

import io

import docx
import pytest

from findings.reading.whole import read_whole
from reports.rendering.word_texts import blocks_of_word


def written(document):
    """Return the bytes of a Word document."""
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def part(text, kind="paragraph", **more):
    return {"type": kind, "text": text, "depth": 0, "level": 0, "marker": "•"} | more


def test_document_keeps_its_headings_paragraphs_lists_and_tables():
    document = docx.Document()
    document.add_heading("Terms of reference", 1)
    document.add_paragraph("The group meets & decides.")
    document.add_heading("Members", 3)
    document.add_paragraph("Police", style="List Bullet")
    document.add_paragraph("Two officers", style="List Bullet 2")
    document.add_paragraph("Schools", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ["", "When", "First meeting", "May"], strict=True):
        cell.text = words

    blocks = blocks_of_word(read_whole(written(document), filename="terms.docx")["parts"])

    assert [(block["type"], block.get("level")) for block in blocks if block["type"] == "subheading"] == [
        ("subheading", 3),
        ("subheading", 4),
    ]
    assert [block["html"] for block in blocks if block["type"] == "paragraph"] == [
        "The group meets &amp; decides."
    ]
    [listed] = [block for block in blocks if block["type"] == "list"]
    assert [(item["html"], [below["html"] for below in item["points"]]) for item in listed["points"]] == [
        ("Police", ["Two officers"]),
        ("Schools", []),
    ]
    [table] = [block for block in blocks if block["type"] == "table"]
    assert (table["head"], table["rows"]) == (["Column 1", "When"], [["First meeting", "May"]])


def test_numbered_items_keep_their_numbers_and_bullets_have_none():
    [listed] = blocks_of_word([part("one", "item", marker="2.1"), part("two", "item", marker="•")])

    assert [item["marker"] for item in listed["points"]] == ["2.1", ""]


def test_paragraph_in_a_list_goes_on_under_its_item():
    [listed, after] = blocks_of_word([part("one", "item"), part("goes on", depth=1), part("After", depth=0)])

    assert [item["html"] for item in listed["points"]] == ["one<br>goes on"]
    assert after["html"] == "After"


def test_layout_table_becomes_paragraphs():
    [one] = blocks_of_word([{"type": "table", "rows": [["Left", "Right <b>"]]}])

    assert (one["type"], one["html"]) == ("paragraph", "Left<br>Right &lt;b&gt;")


@pytest.mark.parametrize(
    ("parts", "exempt"),
    [
        ([part("{exempt A} Secret")], ["A"]),
        (
            [part("{exempt A}"), part("A heading", "heading", level=1), part("Secret"), part("Open")],
            ["A", "A", None],
        ),
        ([part("one", "item"), part("{exempt B} two", "item")], ["B"]),
        ([{"type": "table", "rows": [["a", "b"], ["c", "{exempt C} d"]]}], ["C"]),
        ([part("{ exemt A} {early-help} stays")], [None]),
    ],
)
def test_mark_of_an_exemption_keeps_what_holds_it_from_the_public(parts, exempt):
    assert [block["exempt"] for block in blocks_of_word(parts)] == exempt


def test_other_braces_stay_as_they_are():
    [one] = blocks_of_word([part("Dear {name}, {exempt A}see below.")])

    assert one["html"] == "Dear {name}, see below."
