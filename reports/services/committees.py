"""Committees, their meetings, and the council's abbreviations."""

import datetime
from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from reports.models import Abbreviation, Committee, Meeting


def add_committee(*, by: User, name: str, is_active: bool = True) -> Committee:
    """Add a committee; raises Refused where the name is taken."""
    require_new_committee(name)
    with change(by=by):
        return Committee.objects.create(name=name, is_active=is_active)


def edit_committee(*, committee: Committee, by: User, version: int, changes: Mapping[str, Any]) -> Committee:
    """Change a committee; raises Refused where the name is taken, or StaleRecord."""
    require_new_committee(changes["name"], besides=committee)
    return save_changes(record=committee, by=by, version=version, changes=changes)


def add_meeting(*, by: User, committee: Committee, held_on: datetime.date) -> Meeting:
    """Add a meeting of a committee; raises Refused where it meets on that day already."""
    require_free_day(committee, held_on)
    with change(by=by):
        return Meeting.objects.create(committee=committee, held_on=held_on)


def edit_meeting(*, meeting: Meeting, by: User, version: int, changes: Mapping[str, Any]) -> Meeting:
    """Move a meeting; raises Refused where the day is taken or a published report names it, or StaleRecord."""
    require_free_day(meeting.committee, changes["held_on"], besides=meeting)
    if meeting.reports.exclude(status__in=("draft", "in_review")).exists():
        raise Refused(
            "An approved report names this day, so the meeting cannot be moved. Add a meeting instead"
        )
    return save_changes(record=meeting, by=by, version=version, changes=changes)


def add_abbreviation(*, by: User, short: str, meaning: str) -> Abbreviation:
    """Add an abbreviation to the council's list; raises Refused where it is there already."""
    require_new_abbreviation(short)
    with change(by=by):
        return Abbreviation.objects.create(short=short, meaning=meaning)


def edit_abbreviation(
    *, abbreviation: Abbreviation, by: User, version: int, changes: Mapping[str, Any]
) -> Abbreviation:
    """Change an abbreviation; raises Refused where another has the short form, or StaleRecord."""
    require_new_abbreviation(changes["short"], besides=abbreviation)
    return save_changes(record=abbreviation, by=by, version=version, changes=changes)


def require_new_committee(name: str, *, besides: Committee | None = None) -> None:
    """Raise Refused where another committee has the name."""
    others = Committee.objects.exclude(pk=besides.pk) if besides else Committee.objects.all()
    if others.filter(name__iexact=name).exists():
        raise Refused("There is already a committee with this name")


def require_free_day(committee: Committee, day: datetime.date, *, besides: Meeting | None = None) -> None:
    """Raise Refused where the committee has another meeting on the day."""
    others = committee.meetings.exclude(pk=besides.pk) if besides else committee.meetings
    if others.filter(held_on=day).exists():
        raise Refused("This committee already has a meeting on this day")


def require_new_abbreviation(short: str, *, besides: Abbreviation | None = None) -> None:
    """Raise Refused where the list has the short form."""
    others = Abbreviation.objects.exclude(pk=besides.pk) if besides else Abbreviation.objects.all()
    if others.filter(short=short).exists():
        raise Refused("This abbreviation is already on the list")
