"""The annexes of a report and their letters."""

from reports.models import Report
from reports.rendering.blocks import Block


def annex_letters(report: Report) -> list[Block]:
    """Return the annexes in order, each with its letter, the name that references use, its title and exemption."""
    return []
