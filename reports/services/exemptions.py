"""What of a report the public may not read."""

import re
from collections.abc import Mapping
from string import ascii_uppercase
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from reports.models import Exemption, KeptSection, KeptText, Report
from reports.rules.marked_texts import marked_texts
from reports.services.editing import touch

IN_USE = "Parts of the report are exempt under this. Say first that they are not, or under what else they are"

BEING_WRITTEN = (
    "Somebody has text of a section, not saved yet, that is exempt under this. "
    "Remove it when they have saved or discarded that text"
)


def add_exemption(*, by: User, report: Report, ground: str, reasoning: str) -> Exemption:
    """Add an exemption with the next letter; raises Refused once approved, or when the alphabet is used up."""
    with change(by=by):
        touch(report)
        taken = set(report.exemptions.values_list("letter", flat=True))
        letter = next((letter for letter in ascii_uppercase if letter not in taken), None)
        if letter is None:
            raise Refused("A report can have 26 exemptions. Use one that is there")
        record = Exemption(report=report, letter=letter, ground=ground, reasoning=reasoning)
        return save_new(record=record, by=by)


def edit_exemption(*, exemption: Exemption, by: User, version: int, changes: Mapping[str, Any]) -> Exemption:
    """Change an exemption; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(exemption.report)
        return save_changes(record=exemption, by=by, version=version, changes=changes)


def remove_exemption(*, exemption: Exemption, by: User, version: int) -> None:
    """Take an exemption away; raises Refused once approved or while a text is exempt under it, or StaleRecord."""
    with change(by=by):
        touch(exemption.report)
        if is_used(exemption):
            raise Refused(IN_USE)
        if any(kept.objects.filter(exemption=exemption).exists() for kept in (KeptText, KeptSection)):
            raise Refused(BEING_WRITTEN)
        save_changes(record=exemption, by=by, version=version, changes={}).delete()


def is_used(exemption: Exemption) -> bool:
    """Tell whether a section, a recommendation, an annex or a passage of text is exempt under it."""
    if any(parts.exists() for parts in (exemption.sections, exemption.recommendations, exemption.annexes)):
        return True
    named = re.compile(rf"\{{\s*exempt\s+{exemption.letter}\b", re.IGNORECASE)
    return any(named.search(text) for text in marked_texts(exemption.report))
