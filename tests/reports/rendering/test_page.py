"""The web page of an edition: whole in itself, with anchors that its references lead to."""

import itertools
import re

import pytest
from bs4 import BeautifulSoup

from reports.rendering.page import page_html
from tests.reports.rendering.snapshots import section, snapshot, table, torture

SLOW = re.compile(r"(?<![\w-])(?:display\s*:\s*(?:inline-)?(?:flex|grid)|(?:flex|grid)[\w-]*\s*:)[^;}]*")
"""What WeasyPrint lays out many times: flexible boxes and grids."""


@pytest.fixture(scope="module")
def page():
    return BeautifulSoup(page_html(torture(), is_for_screen=True), "lxml")


def test_page_asks_for_nothing_from_outside(page):
    assert not page.find_all(["script", "link", "iframe", "object"])
    assert {image["src"].split(",")[0] for image in page.find_all("img")} == {"data:image/svg+xml;base64"}
    assert not re.search(r"url\(|@import", page.find("style").string)
    policy = page.find("meta", {"http-equiv": "Content-Security-Policy"})["content"]
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def test_every_reference_leads_to_one_place(page):
    anchors = [element["id"] for element in page.find_all(id=True)]
    wanted = {link["href"][1:] for link in page.find_all("a", href=re.compile("^#"))}

    assert len(anchors) == len(set(anchors))
    assert wanted - set(anchors) == set()
    assert {"paragraph-1", "paragraph-5", "paragraph-9", "table-1", "figure-2", "section-11"} <= set(anchors)


def test_points_stand_in_four_levels(page):
    third = page.select_one("ol.points > li > ol.subpoints > li > ol.subpoints")
    fourth = third.select_one("li > ol.subpoints")

    assert [item.contents[0].strip() for item in third.find_all("li", recursive=False)] == [
        "capital",
        "capital again",
    ]
    assert [item.get_text(strip=True) for item in fourth.find_all("li")] == ["number"]


def test_lines_of_a_cell_stand_below_each_other():
    content = snapshot(section(1, "Plan", table(1, [["<b>Plans", "One\nTwo, A-2026-001"]])))

    [name, cell] = BeautifulSoup(page_html(content), "lxml").select("tbody th, tbody td")

    assert name.get_text() == "<b>Plans"
    assert cell.decode_contents() == 'One<br/>Two, <span class="portal-whole">A-2026-001</span>'


def test_headings_begin_with_the_title_and_skip_none(page):
    levels = [int(heading.name[1]) for heading in page.find_all(re.compile("^h[1-6]$"))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_pages_are_set_as_blocks_for_flexible_boxes_take_many_times_as_long():
    (style,) = re.findall(r"<style>(.*?)</style>", page_html(torture()), re.DOTALL)

    assert re.findall(r"(?<![\w-])display\s*:\s*([\w-]+)", style)
    assert SLOW.findall(style) == []
