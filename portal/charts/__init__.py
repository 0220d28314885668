"""Charts as SVG: no script, no style sheet, no outside font; the same data gives the same bytes."""

from portal.charts.drawing import Series, bar_chart, line_chart
from portal.charts.sizes import WIDTH, width_for

__all__ = ["WIDTH", "Series", "bar_chart", "line_chart", "width_for"]
