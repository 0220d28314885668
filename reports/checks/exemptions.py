"""Exemptions that the report does not have."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.blocks import Block, block_texts


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find what is exempt under a letter that no exemption of the report has."""
    for section in reading.sections:
        for block in section["blocks"]:
            if is_unknown(block):
                text = "\n".join(block_texts(block))
                yield found_in(reading.passage(section, block, text), message(block), words="")
            if block["type"] == "recommendations":
                for point, passage in reading.points(section, block):
                    if is_unknown(point):
                        yield found_in(passage, message(point), words="")
    for annex in reading.annexes:
        for part in (annex, *annex["blocks"]):
            if is_unknown(part):
                text = annex["title"] if part is annex else "\n".join(block_texts(part))
                yield found_in(reading.in_annex(annex, text), message(part), words="")


def is_unknown(part: Block) -> bool:
    """Tell whether a part names an exemption that is not there."""
    exempt: Block = part.get("exempt") or {"is_known": True}
    return not exempt["is_known"]


def message(part: Block) -> str:
    """Say which exemption is missing."""
    letter = part["exempt"]["letter"]
    named = f"exemption {letter}, which the report does not have" if letter else "no letter of an exemption"
    return f"This is marked as exempt, but the mark names {named}."


CHECK = Check(
    "exemptions",
    "Exemptions that are not there",
    "Add the exemption to the report, or name one that it has.",
    find,
    is_blocking=True,
)
