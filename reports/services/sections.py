"""Sections of a report."""

from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from reports.drafting import WRITERS
from reports.models import EarlierText, Exemption, Report, Section
from reports.services.editing import touch
from reports.services.kept_texts import forget_saved
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
    kept: str = "",
) -> Section:
    """Add a section after another one, or first; raises Refused once approved, or for a second of a placed kind.

    One that the record writes begins without words of the officers' own. `kept` is the stamp of what was kept of it
    while it was typed.
    """
    with change(by=by):
        touch(report)
        position = make_room(report.sections.all(), after=after)
        section = Section(report=report, kind=kind, heading=heading, position=position, exemption=exemption)
        if kind == Section.Kind.TEXT:
            section.body, section.taken_over = body, True
        added = save_new(record=section, by=by)
        forget_saved(added, report.kept_sections.all(), by=by, kept=kept)
    return added


def edit_section(
    *,
    section: Section,
    by: User,
    version: int,
    changes: Mapping[str, Any],
    shown: str = "",
    kept: str = "",
) -> Section:
    """Change a section and keep the words that it had; raises Refused once approved, or StaleRecord.

    Other words than the record's, which are `shown` to whoever changes them, take the section over as text. `kept` is
    the stamp of what they had kept of them while they typed.
    """
    with change(by=by):
        touch(section.report)
        before = hold(section)
        words = changes.get("body")
        if words is not None and not section.taken_over:
            taken = {"taken_over": True, "record_text": shown} if words != shown else {"body": ""}
            changes = {**changes, **taken}
        saved = save_changes(record=section, by=by, version=version, changes=changes)
        keep_earlier(before, saved, by=by)
        forget_saved(saved, saved.kept_texts.all(), by=by, kept=kept)
    return saved


def keep_earlier(before: Section, saved: Section, *, by: User) -> None:
    """Keep the words that a section had before it was saved with other ones; the record's as they were shown."""
    if (before.taken_over, before.body) == (saved.taken_over, saved.body):
        return
    EarlierText.objects.create(
        section=saved,
        number=saved.earlier_texts.count() + 1,
        heading=before.heading,
        body=before.body if before.taken_over else saved.record_text,
        is_record=not before.taken_over,
        replaced_by=by,
    )


def move_section(*, section: Section, by: User, place: int, step: int) -> Section:
    """Let a section change places with its neighbour; raises Refused once approved, or as `change_places` does."""
    with change(by=by):
        touch(section.report)
        return change_places(section.report.sections.all(), section, by=by, place=place, step=step)


def refresh_section(*, section: Section, by: User, version: int) -> Section:
    """Give a section back to the record and keep the words that it had; raises Refused for the officers' own text."""
    if section.kind not in WRITERS:
        raise Refused("This section is not written from the record, so it cannot be rebuilt")
    changes = {"body": "", "record_text": "", "taken_over": False}
    with change(by=by):
        touch(section.report)
        before = hold(section)
        saved = save_changes(record=section, by=by, version=version, changes=changes)
        keep_earlier(before, saved, by=by)
    return saved


def bring_back_text(*, text: EarlierText, by: User, version: int, shown: str) -> Section:
    """Let a section say again what it said before, as new words of the officers'; raises Refused, or StaleRecord.

    `shown` is what the record says of it now. What the section is exempt under stays as it is.
    """
    changes = {"heading": text.heading, "body": text.body}
    return edit_section(section=text.section, by=by, version=version, changes=changes, shown=shown)


def remove_section(*, section: Section, by: User, version: int) -> None:
    """Take a section out of the report; raises Refused once approved or while it lists annexes, or StaleRecord."""
    with change(by=by):
        touch(section.report)
        if section.kind == Section.Kind.ANNEXES and section.report.annexes.exists():
            raise Refused("It lists the report’s annexes. Remove the annexes first")
        save_changes(record=section, by=by, version=version, changes={}).delete()
