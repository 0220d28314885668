"""Sections of a report."""

from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from reports.drafting import WRITERS
from reports.models import Exemption, Report, Section
from reports.services.editing import touch
from reports.services.ordering import change_places, make_room


def add_section(
    *,
    by: User,
    report: Report,
    heading: str,
    body: str,
    after: Section | None,
    kind: str = Section.Kind.TEXT,
    exemption: Exemption | None = None,
) -> Section:
    """Add a section after another one, or first; raises Refused once approved, or for a second of a placed kind.

    One that the record writes begins without words of the officers' own.
    """
    with change(by=by):
        touch(report)
        position = make_room(report.sections.all(), after=after)
        section = Section(report=report, kind=kind, heading=heading, position=position, exemption=exemption)
        if kind == Section.Kind.TEXT:
            section.body, section.taken_over = body, True
        return save_new(record=section, by=by)


def edit_section(
    *, section: Section, by: User, version: int, changes: Mapping[str, Any], shown: str = ""
) -> Section:
    """Change a section; raises Refused once approved, or StaleRecord.

    Other words than the record's, which are `shown` to whoever changes them, take the section over as text.
    """
    with change(by=by):
        touch(section.report)
        words = changes.get("body")
        if words is not None and not section.taken_over:
            taken = {"taken_over": True, "record_text": shown} if words != shown else {"body": ""}
            changes = {**changes, **taken}
        return save_changes(record=section, by=by, version=version, changes=changes)


def move_section(*, section: Section, by: User, place: int, step: int) -> Section:
    """Let a section change places with its neighbour; raises Refused once approved, or as `change_places` does."""
    with change(by=by):
        touch(section.report)
        return change_places(section.report.sections.all(), section, by=by, place=place, step=step)


def refresh_section(*, section: Section, by: User, version: int) -> Section:
    """Give a section back to the record; edits are lost. Raises Refused for text of the officers' own."""
    if section.kind not in WRITERS:
        raise Refused("This section is not written from the record, so it cannot be rebuilt")
    changes = {"body": "", "record_text": "", "taken_over": False}
    with change(by=by):
        touch(section.report)
        return save_changes(record=section, by=by, version=version, changes=changes)


def remove_section(*, section: Section, by: User, version: int) -> None:
    """Take a section out of the report; raises Refused once approved or while it lists annexes, or StaleRecord."""
    with change(by=by):
        touch(section.report)
        if section.kind == Section.Kind.ANNEXES and section.report.annexes.exists():
            raise Refused("It lists the report’s annexes. Remove the annexes first")
        save_changes(record=section, by=by, version=version, changes={}).delete()
