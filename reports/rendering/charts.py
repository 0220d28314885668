"""The charts of a snapshot as pictures."""

import datetime
from typing import Any

from portal.charts import WIDTH, Series, bar_chart, line_chart

HALF_WIDTH = 420


def draw(block: dict[str, Any], *, width: int = WIDTH) -> str:
    """Draw a chart of a snapshot as SVG; lines are half as wide as a page, so that two stand side by side."""
    common: dict[str, Any] = {
        "title": block["title"],
        "description": block["description"],
        "labels": block["labels"],
        "series": [Series(label, values) for label, values in block["series"]],
    }
    if block["form"] == "line":
        # Reports frozen before charts kept their days have points at even distances.
        days = [datetime.date.fromisoformat(day) for day in block.get("days", [])]
        return line_chart(**common, days=days, unit=block["unit"], width=min(HALF_WIDTH, width))
    return bar_chart(**common, stacked=len(block["series"]) > 1, width=width)
