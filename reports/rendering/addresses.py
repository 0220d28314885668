"""Where readers get the files of annexes."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse


def shown_annexes(
    annexes: list[dict[str, Any]], address: Callable[[dict[str, Any]], str] | None = None
) -> list[dict[str, Any]]:
    """Return the annexes that have pages, with the address of their file; one that is exempt has but a notice."""
    return [
        {**annex, "url": address(annex)} if address and annex.get("file") else annex
        for annex in annexes
        if not annex.get("notice")
    ]


def annex_address(report: int, annex: dict[str, Any]) -> str:
    """Return the address of an annex's file for those who read the record."""
    return reverse("reports:annex_file", args=[report, annex["record"]])


def paper_annex_address(report: int, annex: dict[str, Any]) -> str:
    """Return the address of a published annex's file."""
    return reverse("reports:paper_annex", args=[report, annex["letter"].lower()])
