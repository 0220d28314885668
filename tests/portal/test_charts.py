"""Charts: the same bytes for the same data, named for those who hear them, and nothing that the policy forbids."""

from decimal import Decimal

import pytest
from lxml import etree

from portal.charts import Series, bar_chart, line_chart
from portal.charts.looks import text_width
from portal.charts.scale import decimals_of, ticks, write_number

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    """Return what is written in a picture, in the order of its source."""
    return [text.text for text in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def stacked(title: str = "Findings by theme") -> str:
    return bar_chart(
        title=title,
        description="Strengths and areas for each theme",
        labels=["Children in care and care leavers", "Workforce"],
        series=[Series("Strengths", [14, 3]), Series("Areas", [5, 0])],
        stacked=True,
    )


def line(values: list[float | Decimal | None], *, unit: str = "") -> str:
    return line_chart(
        title="Re-referrals",
        description="By quarter",
        labels=[f"{quarter}" for quarter in range(len(values))],
        series=[Series("Re-referrals", values)],
        unit=unit,
    )


def test_same_data_gives_the_same_bytes():
    assert stacked() == stacked()


@pytest.mark.parametrize("width", [320, 640])
def test_narrower_picture_keeps_its_letters_and_everything_inside(width):
    bars = bar_chart(
        title="Findings by theme",
        description="Strengths and areas for each theme",
        labels=["Children in care and care leavers", "Workforce"],
        series=[Series("Strengths of all kinds", [14, 3]), Series("Areas for consideration", [5, 2])],
        stacked=True,
        width=width,
    )
    root = etree.fromstring(bars.encode())

    assert (root.get("viewBox").split()[2], root.get("font-size")) == (str(width), "15")
    legend = list(root.findall(f"{SVG}text"))
    assert [text.text for text in legend] == ["Strengths of all kinds", "Areas for consideration"]
    assert all(float(text.get("x")) + text_width(text.text) < width for text in legend)


def test_charts_on_one_page_have_different_identifiers():
    first, second = etree.fromstring(stacked("One").encode()), etree.fromstring(stacked("Two").encode())

    identifiers = [part.get("id") for root in (first, second) for part in root.iter() if part.get("id")]

    assert len(identifiers) == len(set(identifiers)) == 6


def test_chart_is_named_and_described():
    root = etree.fromstring(stacked().encode())

    title, description = root[0], root[1]

    assert (root.get("role"), title.text, description.text) == (
        "img",
        "Findings by theme",
        "Strengths and areas for each theme",
    )
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


@pytest.mark.parametrize("svg", [stacked(), line([1, 2.5])], ids=["bars", "line"])
def test_chart_holds_no_script_style_or_outside_address(svg):
    root = etree.fromstring(svg.encode())

    assert not [part for part in root.iter() if etree.QName(part).localname in ("script", "style", "image")]
    assert not [part for part in root.iter() if "style" in part.attrib or "class" in part.attrib]
    assert "http" not in svg.replace("http://www.w3.org/", "")


def test_long_label_is_written_on_two_lines():
    assert {"Children in care and care", "leavers"} <= set(texts(stacked()))


def test_bars_carry_their_values_without_decimals():
    svg = bar_chart(
        title="t", description="d", labels=["Open", "Late"], series=[Series("Actions", [1200, 0])]
    )

    assert {"1,200", "0"} <= set(texts(svg))


def test_bars_of_several_series_have_a_legend_and_those_of_one_have_none():
    one = bar_chart(title="t", description="d", labels=["Open"], series=[Series("Actions", [2])])

    assert {"Strengths", "Areas"} <= set(texts(stacked()))
    assert "Actions" not in texts(one)


def test_line_ends_with_its_last_known_value():
    written = texts(line([40, Decimal("62.50"), None], unit="%"))

    assert "62.5%" in written


def test_line_of_many_dates_blanks_out_labels_that_would_overlap():
    labels = [f"30 September {year}" for year in range(2001, 2021)]

    svg = line_chart(title="t", description="d", labels=labels, series=[Series("s", list(range(20)))])

    shown = [text for text in texts(svg) if text in labels]
    assert shown[-1] == "30 September 2020"
    assert len(shown) == 3


@pytest.mark.parametrize("values", [[], [None, None]], ids=["no dates", "no values"])
def test_chart_without_values_says_so(values):
    assert "No figures yet" in texts(line(values))


def test_chart_without_series_says_so():
    svg = bar_chart(title="t", description="d", labels=[], series=[])

    assert texts(svg) == ["No figures yet"]


def test_text_is_escaped():
    svg = bar_chart(title="a<b", description="&", labels=["<i>"], series=[Series("<s>", [1])])

    assert "<i>" in texts(svg)


@pytest.mark.parametrize(
    ("values", "from_zero", "at_most", "expected"),
    [
        ([1, 3], True, None, [0, 1, 2, 3]),
        ([14, 19], True, None, [0, 5, 10, 15, 20]),
        ([331, 357], False, None, [330, 340, 350, 360]),
        ([88.2, 97.5], False, 100, [88, 90, 92, 94, 96, 98]),
        ([39.5, 97.1], False, 100, [0, 20, 40, 60, 80, 100]),
        ([3, 3], False, None, [0, 1, 2, 3]),
        ([], True, None, [0, 1]),
        ([0, 0], True, None, [0, 1]),
        ([0.2, 0.4], True, None, [0, 0.1, 0.2, 0.3, 0.4]),
        ([-4, 4], False, None, [-4, -2, 0, 2, 4]),
    ],
)
def test_scale_is_of_round_numbers(values, from_zero, at_most, expected):
    assert ticks(values, from_zero=from_zero, at_most=at_most) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [(3, "", "3"), (3.0, "%", "3%"), (1234.5, "", "1,234.5"), (0.25, "", "0.25"), (96.80, "%", "96.8%")],
)
def test_numbers_are_written_plainly(value, unit, expected):
    assert write_number(value, unit, decimals=decimals_of([value])) == expected


def test_line_ends_with_as_many_decimals_as_its_other_values_have():
    written = texts(line([2.5, 3.0]))

    assert "3.0" in written


def test_axis_of_whole_numbers_has_no_decimals():
    written = texts(line([2.5, 14.0]))

    assert {"0", "5", "10", "15"} <= set(written)


@pytest.mark.parametrize(
    ("values", "expected"), [([], 0), ([3.0, 4], 0), ([3.0, 2.5], 1), ([0.1 + 0.2], 1), ([0.25, 1 / 3], 2)]
)
def test_numbers_that_stand_together_have_as_many_decimals(values, expected):
    assert decimals_of(values) == expected
