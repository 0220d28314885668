"""Which part of a report the making of its files broke off at, so that people are told its name.

Knows nothing of Django.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

Made = TypeVar("Made")
Alone = tuple[str, Callable[[], object]]

NO_FAULT_OF_A_PART = (MemoryError, KeyboardInterrupt, SystemExit)
"""They end the work as a whole, whatever part it was at: none of them is laid to the part."""


class BrokenPart(Exception):
    """Making the files broke off at a part of the report, which it names; the reason is its cause."""

    def __init__(self, part: str) -> None:
        super().__init__(f"It broke off at {part}")
        self.part = part


def section_name(section: dict[str, Any]) -> str:
    """Return what a section is called."""
    return f"the section “{section['heading']}”"


def annex_name(annex: dict[str, Any]) -> str:
    """Return what an annex is called."""
    return f"Annex {annex['letter']}"


def names_of(snapshot: dict[str, Any]) -> dict[str, str]:
    """Return what the sections and annexes are called, by the anchors of their headings."""
    return {
        **{f"section-{section['record']}": section_name(section) for section in snapshot["sections"]},
        **{f"annex-{annex['letter']}": annex_name(annex) for annex in snapshot["annexes"]},
    }


def figure_blocks(snapshot: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the figures of a report in reading order, each with what its section is called."""
    for section in snapshot["sections"]:
        for block in section["blocks"]:
            if block["type"] in ("chart", "picture"):
                yield section_name(section), block


@contextmanager
def at_part(name: str) -> Iterator[None]:
    """Name the part at which what is inside breaks off; raises BrokenPart, but MemoryError as it is."""
    try:
        yield
    except (BrokenPart, MemoryError):
        raise
    except Exception as reason:
        raise BrokenPart(name) from reason


def looked_into(make: Callable[[], Made], alone: Callable[[], Iterable[Alone]]) -> Made:
    """Return what is made; where it breaks off, each part is made `alone` to find the one that it does at.

    Raises BrokenPart, or what it raises as a whole where every part can be made by itself. MemoryError and what ends
    the process come out as they are, whenever they are raised.
    """
    try:
        return make()
    except NO_FAULT_OF_A_PART:
        raise
    except BaseException as reason:  # what WeasyPrint calls fatal is no Exception
        for name, make_alone in alone():
            try:
                make_alone()
            except NO_FAULT_OF_A_PART:
                raise
            except BaseException:
                raise BrokenPart(name) from reason
        raise


def pages_alone(html: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Return for each part of a page its name and the page with it alone: a heading with what stands under it.

    Each is the head of the whole page and the part's own elements, so that no time or memory goes into the others.
    """
    import lxml.html

    page = lxml.html.document_fromstring(html)
    body = page.find("body")
    parts: dict[str, list[Any]] = {}
    part = ""
    for element in list(body):
        part = next((found for found in anchors_in(element) if found in names), part)
        parts.setdefault(part, []).append(element)
        body.remove(element)
    for anchor, name in names.items():
        body[:] = parts.get(anchor, [])
        yield name, lxml.html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")


def anchors_in(element: Any) -> list[str]:
    """Return the anchors that a heading has, or that of an annex has; nothing of anything else."""
    if element.tag == "h2":
        return [element.get("id", "")]
    return [element.get("aria-labelledby", "")] if element.tag == "section" else []
