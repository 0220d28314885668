"""Sections of a report."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from reports.drafting import HEADINGS, draft_text
from reports.facts import Period
from reports.models import Report, Section
from reports.services.editing import touch


def add_section(*, by: User, report: Report, heading: str, body: str, after: Section | None) -> Section:
    """Add a text section after another one, or first; raises Refused once approved."""
    position = after.position + 1 if after else 1
    with change(by=by):
        touch(report)
        for later in report.sections.filter(position__gte=position).order_by("-position"):
            Section.objects.filter(pk=later.pk).update(position=F("position") + 1)
        return Section.objects.create(report=report, heading=heading, body=body, position=position)


def edit_section(*, section: Section, by: User, version: int, changes: Mapping[str, Any]) -> Section:
    """Change a section's heading or text; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(section.report)
        return save_changes(record=section, by=by, version=version, changes=changes)


def move_section(*, section: Section, by: User, place: int, step: int) -> Section:
    """Let a section change places with the one above it (step -1) or below it (step 1).

    The neighbour gives way without an entry or a version of its own: the move is told once, and whoever is editing
    the neighbour's text loses nothing by it. `place` counts from 1. Raises Refused once approved, at either end, or
    where the section has left the place.
    """
    with change(by=by):
        touch(section.report)
        sections = list(section.report.sections.order_by("position"))
        places = range(1, len(sections) + 1)
        if place not in places or sections[place - 1] != section:
            raise Refused("The sections have changed places since you opened this page. Look at them again")
        if place + step not in places:
            raise Refused(f"This section is already the {'first' if step < 0 else 'last'} one")
        moving, neighbour = sections[place - 1], sections[place + step - 1]
        # Two sections of a report never have one position, so the neighbour steps aside first.
        Section.objects.filter(pk=neighbour.pk).update(position=sections[-1].position + 1)
        changes = {"position": neighbour.position}
        moved = save_changes(record=section, by=by, version=moving.version, changes=changes)
        Section.objects.filter(pk=neighbour.pk).update(position=moving.position)
    return moved


def refresh_section(*, section: Section, by: User, version: int) -> Section:
    """Write a section anew from the record; edits are lost. Raises Refused for text of the officers' own."""
    if section.kind not in HEADINGS:
        raise Refused("This section is not written from the record, so it cannot be rebuilt")
    period = Period.of(section.report)
    body = draft_text(section.kind, period)
    return edit_section(section=section, by=by, version=version, changes={"body": body})


def remove_section(*, section: Section, by: User, version: int) -> None:
    """Take a section out of the report; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(section.report)
        save_changes(record=section, by=by, version=version, changes={}).delete()
