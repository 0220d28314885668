"""The lines that are drawn on a page."""

from __future__ import annotations

from dataclasses import dataclass

NEAR = 3.0
"""Points; lines no further apart than this meet."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A drawn line: at `at` across the page, from `start` to `end` along it."""

    at: float
    start: float
    end: float
