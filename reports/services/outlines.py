"""Outlines: the sections that a committee's reports begin with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from portal.models import User
from portal.services import change, hold, save_changes, save_new
from reports.drafting import default_outline
from reports.models import Committee, Outline, OutlineSection, Report, Section
from reports.services.ordering import change_places, make_room


@dataclass(frozen=True)
class Planned:
    """One section of a report that is to be drafted."""

    kind: str
    heading: str
    body: str = ""


def outline_for(committee: Committee | None) -> list[Planned]:
    """The sections that a committee's next report begins with: its own outline's, else the council's, else one of each.

    Without a committee, those of every committee without an outline.
    """
    own = Outline.objects.filter(committee=committee).first() if committee else None
    outline = own or Outline.objects.filter(committee=None).first()
    if outline is None:
        return [Planned(kind, str(kind.label)) for kind in default_outline()]
    return [Planned(row.kind, row.heading, row.body) for row in outline.sections.order_by("position")]


def add_outline(*, by: User, committee: Committee | None) -> Outline:
    """Give a committee, or the council, an outline of its own, which begins as the one it has had.

    Raises Refused where there is one.
    """
    with change(by=by):
        planned = outline_for(committee)
        outline = save_new(record=Outline(committee=committee), by=by)
        write_sections(outline, planned)
    return outline


def keep_outline(*, by: User, report: Report) -> Outline:
    """Keep a report's order as its committee's outline; text sections keep the words that the outline had."""
    committee = report.meeting.committee
    with change(by=by):
        outline = Outline.objects.filter(committee=committee).first()
        if outline is None:
            outline = save_new(record=Outline(committee=committee), by=by)
        outline = hold(outline)
        words = {row.heading: row.body for row in outline.sections.all() if row.kind == Section.Kind.TEXT}
        planned = [
            Planned(
                row.kind, row.heading, words.get(row.heading, "") if row.kind == Section.Kind.TEXT else ""
            )
            for row in report.sections.order_by("position")
        ]
        for row in outline.sections.all():
            row.delete()
        write_sections(outline, planned)
    return outline


def write_sections(outline: Outline, planned: list[Planned]) -> None:
    """Write the sections of an outline that has none."""
    for position, section in enumerate(planned, start=1):
        OutlineSection.objects.create(
            outline=outline, kind=section.kind, heading=section.heading, body=section.body, position=position
        )


def remove_outline(*, outline: Outline, by: User, version: int) -> None:
    """Let a committee have the council's outline again; raises StaleRecord."""
    with change(by=by):
        save_changes(record=outline, by=by, version=version, changes={}).delete()


def add_outline_section(
    *, by: User, outline: Outline, kind: str, heading: str, body: str, after: OutlineSection | None
) -> OutlineSection:
    """Add a section after another one, or first; raises Refused for a second of a placed kind."""
    with change(by=by):
        position = make_room(hold(outline).sections.all(), after=after)
        words = body if kind == Section.Kind.TEXT else ""
        record = OutlineSection(outline=outline, kind=kind, heading=heading, body=words, position=position)
        return save_new(record=record, by=by)


def edit_outline_section(
    *, section: OutlineSection, by: User, version: int, changes: Mapping[str, Any]
) -> OutlineSection:
    """Change a section's heading or first words; raises StaleRecord."""
    return save_changes(record=section, by=by, version=version, changes=changes)


def move_outline_section(*, section: OutlineSection, by: User, place: int, step: int) -> OutlineSection:
    """Let a section change places with its neighbour; raises Refused as `change_places` does."""
    with change(by=by):
        outline = hold(section.outline)
        return change_places(outline.sections.all(), section, by=by, place=place, step=step)


def remove_outline_section(*, section: OutlineSection, by: User, version: int) -> None:
    """Take a section out of an outline; raises StaleRecord."""
    with change(by=by):
        save_changes(record=section, by=by, version=version, changes={}).delete()
