"""Charts as SVG: no script, no style sheet, no outside font; the same data gives the same bytes."""

from portal.charts.drawing import Series, bar_chart, line_chart

__all__ = ["Series", "bar_chart", "line_chart"]
