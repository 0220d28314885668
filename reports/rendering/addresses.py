"""Where readers get the charts and pictures of a report, and the files of its annexes."""

from collections.abc import Callable
from itertools import count
from typing import Any

from django.urls import reverse

from reports.models import Report
from reports.rendering.blocks import shown_annexes

ANY_KEY = "any-paragraph"


def with_annex_addresses(
    annexes: list[dict[str, Any]], address: Callable[[dict[str, Any]], str]
) -> list[dict[str, Any]]:
    """Return the annexes that have pages, those that are files with the address of their file."""
    return [
        {**annex, "url": address(annex)} if annex.get("file") else annex for annex in shown_annexes(annexes)
    ]


def annex_address(report: int, annex: dict[str, Any]) -> str:
    """Return the address of an annex's file for those who read the record."""
    return reverse("reports:annex_file", args=[report, annex["record"]])


def paper_annex_address(report: int, annex: dict[str, Any]) -> str:
    """Return the address of a published annex's file."""
    return reverse("reports:paper_annex", args=[report, annex["letter"].lower()])


def comment_addresses(report: Report) -> Callable[[str], str]:
    """Return what gives the key of a paragraph the address at which it is commented on."""
    # The address is made once and not for each paragraph, of which there are many.
    before, after = address("comment_add", report, ANY_KEY).split(ANY_KEY)
    return lambda key: f"{before}{key}{after}"


def with_addresses(
    sections: list[dict[str, Any]], report: Report, *, is_paper: bool = False
) -> list[dict[str, Any]]:
    """Return sections whose charts and pictures have an address: of the reading room where it is a paper.

    A chart's says how many charts into its section it is.
    """
    addressed = []
    for section in sections:
        places = count(1)
        blocks = []
        for block in section["blocks"]:
            if block["type"] == "chart":
                name = "paper_chart" if is_paper else "report_chart"
                block = {**block, "url": address(name, report, section["record"], next(places))}
            elif block["type"] == "picture":
                block = {**block, "url": picture_address(report, block, is_paper=is_paper)}
            blocks.append(block)
        addressed.append({**section, "blocks": blocks})
    return addressed


def with_preview_addresses(blocks: list[dict[str, Any]], report: Report) -> list[dict[str, Any]]:
    """Return the blocks of a text that is not saved, its charts and pictures with their addresses."""
    addresses = {
        "chart": lambda block: address("measure_chart", report, block["measure"]),
        "picture": lambda block: picture_address(report, block),
    }
    return [
        {**block, "url": addresses[block["type"]](block)} if block["type"] in addresses else block
        for block in blocks
    ]


def picture_address(report: Report, block: dict[str, Any], *, is_paper: bool = False) -> str:
    """Return where a picture is: by its place in the paper that was frozen, or as a record of the report."""
    if is_paper:
        return address("paper_picture", report, block["place"])
    return address("report_picture", report, block["record"])


def address(name: str, report: Report, *args: int | str) -> str:
    """Return the address of something of a report."""
    return reverse(f"reports:{name}", args=[report.pk, *args])
