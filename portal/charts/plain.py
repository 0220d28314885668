"""pygal's charts without what `painting` would take out again, which is most of what pygal takes its time over."""

import sys
from collections.abc import Sequence
from functools import reduce
from typing import Any

import pygal
from pygal.config import SerieConfig
from pygal.graph.graph import Graph
from pygal.serie import Serie
from pygal.util import compose, ident

# pygal's finder of map plugins is of a kind that Python 3.11 warns of at every failed import; no maps here.
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

OF_EVERY_SERIES = SerieConfig(allow_interruptions=True)


class Plain(Graph):
    """A chart without style sheet, script and tooltips, whose series have no settings of their own."""

    def prepare_values(self, raw: Sequence[tuple[list[float | None], Any]], offset: int = 0) -> list[Any]:
        """Return the series, for each of which pygal would copy all settings."""
        self._adapt = reduce(compose, self._adapters, ident)
        return [
            Serie(number, list(map(self._adapt, values)), OF_EVERY_SERIES)
            for number, (values, _) in enumerate(raw, start=offset)
        ]

    def _draw(self) -> None:
        """Draw; pygal then adds no style sheet and no script."""
        self.svg.add_styles = self.svg.add_scripts = lambda: None
        super()._draw()

    def _tooltip_data(self, node: Any, value: str, *place: Any, **more: Any) -> None:
        """Keep a value on its group, for `painting`, instead of in a tooltip."""
        node.set("data-value", value)


class HorizontalBar(Plain, pygal.HorizontalBar):
    """Lying bars."""


class HorizontalStackedBar(Plain, pygal.HorizontalStackedBar):
    """Lying bars whose parts stand one behind the other."""


class TimeLine(Plain, pygal.Line):
    """Lines whose points stand where `places` says, from 0 on the left to 1 on the right."""

    places: Sequence[float] = ()

    def _compute(self) -> None:
        """Put the points and their labels at their places instead of at even distances."""
        super()._compute()
        self._x_pos = list(self.places)
        self._points(self._x_pos)
