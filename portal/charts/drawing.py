"""Charts drawn by pygal from plain data; `painting` then gives them their looks."""

import datetime
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from pygal.style import Style

from portal.charts.looks import FONT, FONT_SIZE, text_width
from portal.charts.painting import LINE, ROOM_BESIDE_NUMBER, Form, Picture, paint
from portal.charts.plain import HorizontalBar, HorizontalStackedBar, TimeLine
from portal.charts.scale import decimals_of, ticks, write_number
from portal.charts.sizes import WIDTH

MARGIN = 12
STACKED_ROW = 38
ROW = 26
BETWEEN_NAMES = 16
"""Names of neighbouring rows that take several lines keep so far apart that each is seen to be one."""
ROOM_FOR_LAST_VALUE = 45
LABEL_LETTERS = 30

PLAIN_STYLE = Style(
    font_family=FONT, label_font_size=FONT_SIZE, major_label_font_size=FONT_SIZE, no_data_font_size=FONT_SIZE
)


@dataclass(frozen=True)
class Series:
    """One line, or one colour of bars: its name and a value for each label; None where nothing is known."""

    label: str
    values: Sequence[float | Decimal | None]

    @property
    def numbers(self) -> list[float | None]:
        """The values as pygal takes them."""
        return [None if value is None else float(value) for value in self.values]


def bar_chart(
    *,
    title: str,
    description: str,
    labels: Sequence[str],
    series: Sequence[Series],
    stacked: bool = False,
    width: int = WIDTH,
) -> str:
    """Draw lying bars, the first label on top, each with its value; stacked ones share a bar.

    A narrower picture keeps the size of its letters. Where a part of a stacked bar is too short for its number,
    the parts of all bars lie one under the other instead, each with its number behind it.
    """
    rows = [textwrap.wrap(label, LABEL_LETTERS * width // WIDTH) or [""] for label in labels]
    if stacked and not numbers_fit(series, rows, width):
        stacked = False
    form: Form = "stack" if stacked else "bars"
    picture = Picture(title, description, [one.label for one in series], form, width, rows)
    row = STACKED_ROW if stacked else max(STACKED_ROW, 10 + ROW * len(series))
    row = max(row, LINE * max(map(len, rows), default=1) + BETWEEN_NAMES)
    height = len(labels) * row + picture.head_height + 60
    chart_class = HorizontalStackedBar if stacked else HorizontalBar
    scale = ticks(stack_totals(series) if stacked else known(series), from_zero=True)
    settings = common(picture, scale, known(series), unit="")
    chart = chart_class(**settings, height=max(height, 120), margin_right=ROOM_FOR_LAST_VALUE)
    chart.x_labels = list(reversed(picture.row_names))
    # pygal draws the rows of lying bars from the bottom up.
    for one in series:
        chart.add(one.label, list(reversed(one.numbers)))
    return finished(chart, picture)


def numbers_fit(series: Sequence[Series], rows: Sequence[Sequence[str]], width: int) -> bool:
    """Tell whether each part of each stacked bar is long enough for its number."""
    names = max((text_width(line) for lines in rows for line in lines), default=0)
    across = width - 2 * MARGIN - ROOM_FOR_LAST_VALUE - names
    longest = ticks(stack_totals(series), from_zero=True)[-1]
    return all(
        value / longest * across > text_width(write_number(value)) + ROOM_BESIDE_NUMBER
        for value in known(series)
        if value
    )


def line_chart(
    *,
    title: str,
    description: str,
    labels: Sequence[str],
    series: Sequence[Series],
    days: Sequence[datetime.date] = (),
    unit: str = "",
    width: int = WIDTH,
) -> str:
    """Draw lines over time, each with a marker of its own; the last value of each is written out.

    `days` are those of the labels, oldest first: points stand as far apart as their days, without any, evenly.
    A share begins at nought; any other axis that does not, says so. A narrower picture keeps the size of its
    letters, for two charts side by side.
    """
    is_share = unit == "%"
    scale = ticks(known(series), from_zero=is_share, at_most=100 if is_share else None)
    note = "The axis does not begin at 0" if scale[0] > 0 else ""
    picture = Picture(title, description, [one.label for one in series], "lines", width, note=note)
    settings = common(picture, scale, known(series), unit=unit)
    height = int(width * 0.3) + 100 + picture.head_height
    chart = TimeLine(**settings, height=height, margin_right=75)
    chart.places = places_of([day.toordinal() for day in days] or range(len(labels)))
    chart.x_labels = list(labels)
    for one in series:
        chart.add(one.label, one.numbers)
    return finished(chart, picture)


def places_of(days: Sequence[int]) -> list[float]:
    """Return where each day stands between the first and the last; one day alone stands in the middle."""
    span = days[-1] - days[0] if days else 0
    return [(day - days[0]) / span if span else 0.5 for day in days]


def common(picture: Picture, scale: list[float], values: list[float], *, unit: str) -> dict[str, Any]:
    """Return what every chart is set to: nothing that moves, loads or changes from one day to the next."""
    write_tick = partial(write_number, unit=unit, decimals=decimals_of(scale))
    return {
        "js": (),
        "css": (),
        "no_prefix": True,
        "disable_xml_declaration": True,
        "style": PLAIN_STYLE,
        "width": picture.width,
        "margin": MARGIN,
        "margin_top": MARGIN + picture.head_height,
        "show_legend": False,
        "truncate_label": -1,
        "y_labels": [
            {"label": write_tick(tick), "value": tick} for tick in scale if picture.series or not tick
        ],
        "range": (scale[0], scale[-1]),
        "value_formatter": partial(write_number, unit=unit, decimals=decimals_of(values)),
        "no_data_text": "No figures yet",
    }


def finished(chart: Any, picture: Picture) -> str:
    """Render the chart and paint it."""
    if not picture.series:
        chart.add("", [])
    chart.add_xml_filter(partial(paint, picture=picture))
    svg: str = chart.render(is_unicode=True)
    return svg


def known(series: Sequence[Series]) -> list[float]:
    """Return every value that is known."""
    return [value for one in series for value in one.numbers if value is not None]


def stack_totals(series: Sequence[Series]) -> list[float]:
    """Return the length of each stacked bar."""
    return [sum(value or 0 for value in row) for row in zip(*(one.numbers for one in series), strict=True)]
