"""Charts: the same bytes for the same data, named for those who hear them, and nothing that the policy forbids."""

import datetime
from decimal import Decimal
from itertools import pairwise

import pygal
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


def test_no_style_sheet_or_script_is_written_to_be_taken_out_again(monkeypatch):
    """They take most of pygal's time."""
    for name in ("add_styles", "add_scripts"):
        monkeypatch.setattr(pygal.svg.Svg, name, lambda svg: pytest.fail("written"))

    assert stacked()
    assert line([1, 2.5])


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
    assert shown == ["30 September 2001", "30 September 2008", "30 September 2014", "30 September 2020"]


DAYS = [datetime.date(2024, 1, 1), datetime.date(2024, 12, 31), datetime.date(2026, 12, 31)]


def over_days(days: list[datetime.date], *, width: int = 640, unit: str = "") -> str:
    return line_chart(
        title="t",
        description="d",
        labels=[f"{day:%b %Y}" for day in days],
        days=days,
        series=[Series("s", [100.5 + number for number in range(len(days))])],
        unit=unit,
        width=width,
    )


def labels_of(svg: str) -> list[tuple[float, str]]:
    """Return where the labels of the time axis stand, and what they say, from left to right."""
    found = etree.fromstring(svg.encode()).iter(f"{SVG}text")
    return sorted((float(text.get("x")), text.text) for text in found if " 20" in text.text)


@pytest.mark.parametrize("width", [420, 640])
def test_points_stand_as_far_apart_as_their_days(width):
    (first, _), (middle, _), (last, _) = labels_of(over_days(DAYS, width=width))

    assert (middle - first) / (last - first) == pytest.approx(365 / 1095)


@pytest.mark.parametrize("width", [320, 420, 640])
def test_labels_of_crowded_days_do_not_run_into_each_other(width):
    crowded = [DAYS[0], *(datetime.date(2026, month, 1) for month in range(1, 13))]

    labels = labels_of(over_days(crowded, width=width))

    assert (labels[0][1], labels[-1][1]) == ("Jan 2024", "Dec 2026")
    assert all(right - left > text_width("Dec 2026") for (left, _), (right, _) in pairwise(labels))


def test_day_alone_stands_in_the_middle_and_days_are_not_needed():
    assert labels_of(over_days(DAYS[:1])) == labels_of(
        line_chart(title="t", description="d", labels=["Jan 2024"], series=[Series("s", [100.5])])
    )


def test_axis_that_does_not_begin_at_nought_says_so():
    note = "The axis does not begin at 0"

    assert note in texts(line([331, 357]))
    assert note not in texts(line([3, 357]))


def test_share_begins_at_nought():
    written = texts(line([88.2, 97.5], unit="%"))

    assert {"0%", "100%"} <= set(written)
    assert "The axis does not begin at 0" not in written


def test_each_bar_has_its_number_where_a_part_of_a_stack_is_too_short_for_it():
    svg = bar_chart(
        title="t",
        description="d",
        labels=["Children in care", "Workforce"],
        series=[Series("Strengths", [14, 1]), Series("Areas", [60, 2])],
        stacked=True,
    )

    assert {"14", "1", "60", "2"} <= set(texts(svg))


def test_notes_and_labels_are_inside_a_narrow_picture():
    root = etree.fromstring(over_days(DAYS, width=320).encode())

    note = next(text for text in root.iter(f"{SVG}text") if text.text.startswith("The axis"))

    assert float(note.get("x")) + text_width(note.text) < 320


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
