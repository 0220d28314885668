"""What figures are made of: tables as plain data, and dates as their cells write them."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from portal.wording import day

Block = dict[str, Any]
Source = dict[str, Any] | None
ACTIONS, FINDINGS, MEASURES, REVIEWS = "actions", "findings", "measures", "reviews"
COMMITMENTS, RESOLUTIONS = "commitments", "resolutions"
"""The kinds of record that figures and sentences are drawn from."""


def table(
    caption: str,
    head: list[str],
    rows: list[list[str]],
    *,
    numeric: tuple[int, ...] = (),
    widths: tuple[int, ...] = (),
    sources: list[list[Source]] | None = None,
) -> Block:
    """Return a table; its first column names each row, `numeric` are the places of columns of figures.

    `widths` are those of the columns on paper, in per cent; without them the words decide. `sources` are, row by row,
    what of the record stands behind each cell.
    """
    return {
        "type": "table",
        "caption": caption,
        "head": head,
        "rows": rows,
        "numeric": list(numeric),
        "widths": list(widths),
        "sources": sources or [],
    }


def behind(of: str, records: Iterable[Model]) -> Source:
    """Return what a figure is drawn from, to be frozen with it: records of a kind; None where there are none."""
    keys = [record.pk for record in records]
    return {"of": of, "keys": keys} if keys else None


def date(value: datetime.date | None) -> str:
    """Write a date that a narrow column does not break."""
    return day(value).replace(" ", "\N{NO-BREAK SPACE}")


def short_date(value: datetime.date) -> str:
    """Write a date for the narrowest of columns: 7 Oct 2026."""
    return f"{value.day} {value:%b} {value.year}".replace(" ", "\N{NO-BREAK SPACE}")
