"""Tables that officers write: their captions, and columns of numbers."""

import io

import docx
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from docx.enum.text import WD_ALIGN_PARAGRAPH

from reports.checks import results_of
from reports.rendering.audience import public_part
from reports.rendering.page import page_html
from reports.rendering.paragraphs import Numbering, read_blocks
from reports.rendering.snapshot import build_snapshot
from reports.rendering.word.report import render_docx
from tests.factories.reports import ExemptionFactory, SectionFactory

TABLE = "| Year | Visits |\n|---|---:|\n| 2025 | 118 |"
CAPTION = "Table: Visits & plans"
ALIGNED = f"{CAPTION}\n\n{TABLE}"


def read(text):
    return [
        (block["caption"], block["rows"]) if block["type"] == "table" else block["html"]
        for block in read_blocks(text, Numbering())
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{CAPTION}\n{TABLE}",
        f"{CAPTION}\n\n{TABLE}",
        f"{TABLE}\n{CAPTION}",
        f"{TABLE}\n\n{CAPTION}",
        f"Table 7: Visits\n& **plans**\n\n{TABLE}",
    ],
)
def test_line_beside_a_table_is_its_caption(text):
    assert read(f"Before.\n\n{text}\n\nAfter.") == [
        "Before.",
        ("Visits & plans", [["2025", "118"]]),
        "After.",
    ]


def test_each_table_has_the_own_caption():
    rows = [["2025", "118"]]

    assert read(f"Table: One\n\n{TABLE}\n\nTable: Two\n\n{TABLE}") == [("One", rows), ("Two", rows)]
    assert read(f"{TABLE}\n\nTable: One\n\n{TABLE}\nTable: Two") == [("One", rows), ("Two", rows)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Table: Visits", ["Table: Visits"]),
        (f"{CAPTION}\n\nText.\n\n{TABLE}", ["Table: Visits &amp; plans", "Text.", ("", [["2025", "118"]])]),
        (f"Tables: all\n\n{TABLE}", ["Tables: all", ("", [["2025", "118"]])]),
        (f"{TABLE}\n| Table: a | 3 |", [("", [["2025", "118"], ["Table: a", "3"]])]),
    ],
)
def test_what_is_no_caption_stays(text, expected):
    assert read(text) == expected


def test_columns_set_to_the_right_hold_numbers():
    [table] = read_blocks("| A | B | C | D |\n|---:|:---|:---:|---:|\n| 1 | 2 | 3 | 4 |", Numbering())

    assert table["numeric"] == [0, 3]


@pytest.mark.django_db
def test_caption_and_numbers_are_the_same_wherever_the_report_is_read(client, officer):
    section = SectionFactory(body="Text")
    url = reverse("reports:section_preview", args=[section.report_id, section.pk])
    previewed = client.post(url, {"heading": "H", "body": ALIGNED}).content
    section.body = ALIGNED
    section.save()
    snapshot = build_snapshot(section.report)
    pages = [
        previewed,
        client.get(section.report.get_absolute_url()).content,
        page_html(snapshot),
        page_html(snapshot, is_for_screen=True),
    ]

    for page in (BeautifulSoup(page, "html.parser") for page in pages):
        table = page.find("caption", string="Table 1: Visits & plans").parent
        head, cell = table.select("thead th")[1], table.select_one("tbody td")
        assert [any("numeric" in name for name in one.get("class", [])) for one in (head, cell)] == [
            True,
            True,
        ]
    word = docx.Document(io.BytesIO(render_docx(snapshot, {})))
    assert "Table 1: Visits & plans" in [one.text for one in word.paragraphs]
    cells = word.tables[0].rows[1].cells
    assert [cell.paragraphs[0].alignment for cell in cells] == [None, WD_ALIGN_PARAGRAPH.RIGHT]


@pytest.mark.django_db
def test_centred_column_is_centred_on_pages_in_the_pdf_and_in_word(client, officer):
    section = SectionFactory(body="| Year | Visits | Plan |\n|:---:|---:|---|\n| 2025 | 118 | Yes |")
    snapshot = build_snapshot(section.report)

    for content in (client.get(section.report.get_absolute_url()).content, page_html(snapshot)):
        table = next(
            found
            for found in BeautifulSoup(content, "html.parser").find_all("table")
            if "2025" in found.get_text()
        )
        for row in table.find_all("tr"):
            classes = [" ".join(cell.get("class", [])) for cell in row.find_all(["th", "td"])]
            assert ["centred" in names for names in classes] == [True, False, False]
    assert "text-align: center" in page_html(snapshot)
    word = docx.Document(io.BytesIO(render_docx(snapshot, {})))
    for row in word.tables[0].rows:
        assert [cell.paragraphs[0].alignment for cell in row.cells] == [
            WD_ALIGN_PARAGRAPH.CENTER,
            WD_ALIGN_PARAGRAPH.RIGHT,
            None,
        ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", [f"{{exempt A}}\n\n{ALIGNED}", ALIGNED.replace("Visits &", "{exempt A} Visits &")]
)
def test_caption_is_as_exempt_as_its_table(text):
    report = ExemptionFactory(letter="A").report
    SectionFactory(report=report, body=text)

    [block] = public_part(build_snapshot(report))["sections"][0]["blocks"]

    assert block["notice"].startswith("Table 1 is not published")


@pytest.mark.django_db
@pytest.mark.usefixtures("today")
def test_small_count_is_found_in_a_table_with_a_caption():
    section = SectionFactory(body="Table: Missing\n\n| Who | Children |\n|---|---:|\n| Boys | 3 |")

    found = [
        row.finding.message
        for row in results_of(section.report, on=timezone.localdate())
        if row.check.name == "small_counts"
    ]

    assert found == ["“Boys: 3” is a count below 5."]
