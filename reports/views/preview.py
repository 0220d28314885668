"""How a text would read in a report, on the pages where it is written, compared or given back."""

from reports.facts import Facts
from reports.models import Section
from reports.rendering.addresses import with_preview_addresses
from reports.rendering.snapshot import Snapshot, preview_blocks


def preview(section: Section, body: str, known: Facts | None = None) -> list[Snapshot]:
    """Return how a text would read, its charts and pictures with their addresses."""
    return with_preview_addresses(preview_blocks(section, body, known), section.report)
