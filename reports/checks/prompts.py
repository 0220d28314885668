"""Words of the outline that tell the officer what to write, and were left in the report."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.models import Section


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find paragraphs of texts that still are those with which the outline begins."""
    texts = {section["record"] for section in reading.sections if section["kind"] == Section.Kind.TEXT}
    for passage in reading.passages:
        if passage.is_prose and passage.section in texts and passage.text in known.prompts:
            yield found_in(
                passage, f"It still is what the outline says: “{passage.text}”", words=passage.text
            )


CHECK = Check(
    "prompts",
    "Texts that still are the outline’s",
    "Write what members should know in its place. Let it stand only where the outline’s words are meant for readers.",
    find,
)
