"""Sections that have nothing to say."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.drafting import is_nothing
from reports.models import Section
from reports.rendering.blocks import Block, block_texts


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find sections of which the record says only that it has nothing, and those that are left out without words."""
    for section in reading.sections:
        message = message_about(section)
        if message:
            passage = reading.passage(section, {"type": "subheading"}, section["heading"])
            asks = section["kind"] == Section.Kind.RECOMMENDATIONS
            fix_url = reading.address("recommendation_add") if asks else ""
            yield found_in(passage, message, words=message, fix_url=fix_url)


def message_about(section: Block) -> str:
    """Say what a section lacks; nothing where it has something to say."""
    blocks = section["blocks"]
    if not blocks and section["kind"] == Section.Kind.TEXT:
        return "It has no text, so readers do not see it."
    if not blocks and section["kind"] == Section.Kind.RECOMMENDATIONS:
        return "The report asks nothing of the committee, so readers do not see it."
    if any(block["type"] != "paragraph" for block in blocks):
        return ""
    said = [text for block in blocks for text in block_texts(block)]
    return (
        f"The record has nothing for it. It says “{' '.join(said)}”"
        if is_nothing(section["kind"], said)
        else ""
    )


CHECK = Check(
    "empty",
    "Sections with nothing to say",
    "Write what members should know, or remove the section from the report.",
    find,
)
