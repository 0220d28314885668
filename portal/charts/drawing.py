"""Charts drawn by pygal from plain data; `painting` then gives them their looks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

import pygal
from pygal.style import Style

from portal.charts.painting import FONT, FONT_SIZE, paint
from portal.charts.scale import ticks, write_number

WIDTH = 640
LETTER_WIDTH = 0.56 * FONT_SIZE
ROW = 30
FRAME = 74

PLAIN_STYLE = Style(
    font_family=FONT,
    label_font_family=FONT,
    major_label_font_family=FONT,
    legend_font_family=FONT,
    no_data_font_family=FONT,
    label_font_size=FONT_SIZE,
    major_label_font_size=FONT_SIZE,
    legend_font_size=FONT_SIZE,
    no_data_font_size=FONT_SIZE,
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
    *, title: str, description: str, labels: Sequence[str], series: Sequence[Series], stacked: bool = False
) -> str:
    """Draw lying bars, the first label on top, each with its value; stacked ones share a bar."""
    rows = len(labels) * (1 if stacked else max(1, len(series) * 0.8))
    totals = stack_totals(series) if stacked else known(series)
    scale = ticks(totals, from_zero=True)
    chart_class = pygal.HorizontalStackedBar if stacked else pygal.HorizontalBar
    chart = chart_class(
        **common(series, scale, unit=""),
        height=int(rows * ROW + FRAME + (30 if len(series) > 1 else 0)),
        margin_right=45,
        x_labels=list(reversed(labels)),
    )
    for one in series if stacked else reversed(series):
        chart.add(one.label, list(reversed(one.numbers)))
    return finished(chart, title=title, description=description, stacked=stacked, flipped=not stacked)


def line_chart(
    *, title: str, description: str, labels: Sequence[str], series: Sequence[Series], unit: str = ""
) -> str:
    """Draw lines over time, each with a marker of its own; the last value of each is written out."""
    scale = ticks(known(series), from_zero=False, at_most=100 if unit == "%" else None)
    widest = max((len(label) for label in labels), default=1) * LETTER_WIDTH + 14
    every = max(1, -int(-len(labels) * widest // (WIDTH - 150)))
    shown = [
        label if (len(labels) - 1 - place) % every == 0 else "" for place, label in enumerate(labels)
    ]
    chart = pygal.Line(
        **common(series, scale, unit=unit),
        height=330 if len(series) > 1 else 300,
        margin_right=70,
        x_labels=shown,
        allow_interruptions=True,
        dots_size=4,
    )
    for one in series:
        chart.add(one.label, one.numbers)
    return finished(chart, title=title, description=description, stacked=False, flipped=False)


def common(series: Sequence[Series], scale: list[float], *, unit: str) -> dict[str, Any]:
    """Return what every chart is set to: nothing that moves, loads or changes from one day to the next."""
    return {
        "js": (),
        "no_prefix": True,
        "disable_xml_declaration": True,
        "style": PLAIN_STYLE,
        "width": WIDTH,
        "margin": 12,
        "show_legend": len(series) > 1,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": min(3, len(series)) or 1,
        "truncate_label": -1,
        "truncate_legend": -1,
        "y_labels": scale,
        "range": (scale[0], scale[-1]),
        "value_formatter": partial(write_number, unit=unit),
        "no_data_text": "No figures yet",
    }


def finished(chart: Any, *, title: str, description: str, stacked: bool, flipped: bool) -> str:
    """Render the chart and paint it."""
    chart.add_xml_filter(
        partial(paint, title=title, description=description, stacked=stacked, flipped=flipped)
    )
    svg: str = chart.render(is_unicode=True)
    return svg


def known(series: Sequence[Series]) -> list[float]:
    """Return every value that is known."""
    return [value for one in series for value in one.numbers if value is not None]


def stack_totals(series: Sequence[Series]) -> list[float]:
    """Return the length of each stacked bar."""
    return [sum(value or 0 for value in row) for row in zip(*(one.numbers for one in series), strict=True)]
