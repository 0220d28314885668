"""What figures are made of: tables as plain data, and dates as their cells write them."""

import datetime
from typing import Any

from portal.wording import day

Block = dict[str, Any]


def table(
    caption: str,
    head: list[str],
    rows: list[list[str]],
    *,
    numeric: tuple[int, ...] = (),
    widths: tuple[int, ...] = (),
) -> Block:
    """Return a table; its first column names each row, `numeric` are the places of columns of figures.

    `widths` are those of the columns on paper, in per cent; without them the words decide.
    """
    return {
        "type": "table",
        "caption": caption,
        "head": head,
        "rows": rows,
        "numeric": list(numeric),
        "widths": list(widths),
    }


def date(value: datetime.date | None) -> str:
    """Write a date that a narrow column does not break."""
    return day(value).replace(" ", "\N{NO-BREAK SPACE}")


def short_date(value: datetime.date) -> str:
    """Write a date for the narrowest of columns: 7 Oct 2026."""
    return f"{value.day} {value:%b} {value.year}".replace(" ", "\N{NO-BREAK SPACE}")
