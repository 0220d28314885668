"""Charts as the pictures of a Word file: cut out of the PDF, each whole, by itself and in its place."""

import io

import pytest
from lxml import etree
from PIL import Image

from reports.rendering import pictures
from reports.rendering.broken import BrokenPart
from reports.rendering.page import draw_charts, page_html
from reports.rendering.pdf import html_to_pdf
from reports.rendering.pictures import charts_as_pngs
from tests.reports.rendering.snapshots import BARS, LINE, PICTURE, jpeg, paragraph, section, snapshot

PAPER, FIRST_COLOUR, INK = (255, 255, 255), (18, 67, 109), (11, 12, 12)
IN_FIRST_MARK_OF_LEGEND = (40, 30)


def bars(place, rows):
    """A chart with so many rows, each of two bars, one under the other."""
    values = list(range(100, 100 + rows))
    labels = [f"Row {row}" for row in range(rows)]
    return {**BARS, "place": place, "labels": labels, "series": [["One", [1] * rows], ["Two", values]]}


def line(place):
    return {**LINE, "place": place, "series": [["One", [1, 2]], ["Two", [2, 1]]]}


@pytest.fixture(scope="module")
def report():
    """Charts on several pages, two in a row, one after a picture, and one that is taller than a page."""
    words = [paragraph(number, "Words. " * 200) for number in range(1, 4)]
    picture = {**PICTURE, "place": 5}
    return snapshot(
        section(1, "First", words[0], bars(1, 2), line(2), line(3)),
        section(2, "Second", words[1], bars(4, 3), picture, words[2], bars(6, 40)),
    )


@pytest.fixture(scope="module")
def pdf(report):
    return html_to_pdf(page_html(report, images={5: jpeg()}), identifier=b"x")


@pytest.fixture(scope="module")
def charts(pdf, report):
    found = charts_as_pngs(pdf, report)
    return {place: Image.open(io.BytesIO(data)).convert("RGB") for place, data in found.items()}


def is_like(dot, colour):
    """Tell whether two colours are all but the same; few are kept of a picture."""
    return all(abs(one - other) <= 3 for one, other in zip(dot, colour, strict=True))


def test_each_chart_is_twice_as_large_as_its_own_drawing(charts, report):
    drawn = {place: etree.fromstring(svg.encode()) for place, svg in draw_charts(report).items()}

    assert charts.keys() == drawn.keys()
    for place, chart in charts.items():
        sides = [2 * int(drawn[place].get(side)) for side in ("width", "height")]
        assert [abs(one - other) <= 2 for one, other in zip(chart.size, sides, strict=True)] == [True, True]


@pytest.mark.parametrize("place", [1, 2, 3, 4, 6])
def test_each_chart_is_cut_out_where_it_stands(charts, place):
    chart = charts[place]
    wide, high = chart.size
    edges = [chart.crop(box) for box in ((0, 0, wide, 4), (0, high - 4, wide, high), (0, 0, 4, high))]

    assert is_like(chart.getpixel(IN_FIRST_MARK_OF_LEGEND), FIRST_COLOUR)
    assert all(is_like(dot, PAPER) for edge in edges for dot in edge.get_flattened_data())


def test_chart_that_is_taller_than_a_page_is_whole(charts):
    below = charts[6].crop((0, charts[6].height - 100, *charts[6].size))

    assert any(is_like(dot, INK) for dot in below.get_flattened_data())


def test_same_pdf_gives_the_same_bytes(pdf, report):
    assert charts_as_pngs(pdf, report) == charts_as_pngs(pdf, report)


def test_section_of_a_chart_that_cannot_be_cut_out_is_named(pdf, report, monkeypatch):
    monkeypatch.setattr(pictures, "png", lambda picture: 1 / 0)

    with pytest.raises(BrokenPart, match="the section “First”"):
        charts_as_pngs(pdf, report)
