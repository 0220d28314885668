"""Findings to compare, from and to JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from typing import Any

from findings.similarity.comparison import Comparison, Statement

# The second is what documents of findings call it.
KINDS = {"strength": "strength", "area": "area", "area_for_consideration": "area"}


class UnreadableFindings(Exception):
    """The findings cannot be read; the message says where and what to do."""


def statements_from(content: bytes) -> list[Statement]:
    """Read a JSON list of {id, date, kind, text}; raises UnreadableFindings."""
    try:
        rows = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise UnreadableFindings(f"The file is no JSON: {error}") from error
    if not isinstance(rows, list):
        raise UnreadableFindings("The file must hold a list of findings, each with id, date, kind and text")
    statements = [_statement(row, number) for number, row in enumerate(rows, start=1)]
    known: set[str | int] = set()
    for number, statement in enumerate(statements, start=1):
        if statement.id in known:
            raise UnreadableFindings(f"Finding {number}: there is more than one with the id {statement.id!r}")
        known.add(statement.id)
    return statements


def ranked(statements: list[Statement], *, abbreviations: Mapping[str, str]) -> list[dict[str, Any]]:
    """For each finding the earlier ones that may say the same, likeliest first."""
    comparison = Comparison(statements, abbreviations=abbreviations)
    return [
        {
            "id": statement.id,
            "earlier": [
                {
                    "id": match.earlier.id,
                    "score": match.score,
                    "suggested": match.is_suggested,
                    "words": [list(words) for words in match.words],
                }
                for match in comparison.earlier_like(statement)
            ],
        }
        for statement in statements
    ]


def _statement(row: Any, number: int) -> Statement:
    if not isinstance(row, dict):
        raise UnreadableFindings(f"Finding {number}: must be an object with id, date, kind and text")
    missing = [name for name in ("id", "date", "kind", "text") if name not in row]
    if missing:
        raise UnreadableFindings(f"Finding {number}: {', '.join(missing)} missing")
    if isinstance(row["id"], bool) or not isinstance(row["id"], str | int):
        raise UnreadableFindings(f"Finding {number}: the id must be a text or a whole number")
    if not isinstance(row["kind"], str) or row["kind"] not in KINDS:
        raise UnreadableFindings(f"Finding {number}: the kind must be one of {', '.join(KINDS)}")
    if not isinstance(row["text"], str):
        raise UnreadableFindings(f"Finding {number}: the text must be a text")
    if not (_is_writable(row["id"]) and _is_writable(row["text"])):
        raise UnreadableFindings(
            f"Finding {number}: the id or the text holds half a character, such as \\ud800"
        )
    try:
        day = datetime.date.fromisoformat(row["date"])
    except (TypeError, ValueError):
        raise UnreadableFindings(f"Finding {number}: the date must be written like 2017-05-31") from None
    return Statement(row["id"], day, KINDS[row["kind"]], row["text"])


def _is_writable(value: str | int) -> bool:
    """Whether a text can be written: JSON can name half a character, which no file can hold."""
    try:
        str(value).encode()
    except UnicodeEncodeError:
        return False
    return True
