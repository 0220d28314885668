"""Committees, their meetings, and the council's abbreviations."""

import datetime
from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from portal.wording import day
from reports.models import Abbreviation, Committee, Meeting


def add_committee(*, by: User, name: str, is_active: bool = True) -> Committee:
    """Add a committee; raises Refused where the name is taken."""
    return save_new(record=Committee(name=name, is_active=is_active), by=by)


def edit_committee(*, committee: Committee, by: User, version: int, changes: Mapping[str, Any]) -> Committee:
    """Change a committee; raises Refused where the name is taken, or StaleRecord."""
    return save_changes(record=committee, by=by, version=version, changes=changes)


def add_meeting(*, by: User, committee: Committee, held_on: datetime.date) -> Meeting:
    """Add a meeting of a committee; raises Refused where it meets on that day already."""
    return save_new(record=Meeting(committee=committee, held_on=held_on), by=by)


def edit_meeting(*, meeting: Meeting, by: User, version: int, changes: Mapping[str, Any]) -> Meeting:
    """Move a meeting; raises Refused where the day is taken or does not suit its reports, or StaleRecord."""
    with change(by=by):
        # Held, so that no report is drafted for its day or approved with it meanwhile.
        held_on = changes.get("held_on", hold(meeting).held_on)
        if meeting.reports.exclude(status__in=("draft", "in_review")).exists():
            raise Refused(
                "An approved report names this day, so the meeting cannot be moved. Add a meeting instead"
            )
        later = meeting.reports.filter(period_end_on__gt=held_on).order_by("-period_end_on").first()
        if later is not None:
            raise Refused(
                f"The period of the report “{later}” ends on {day(later.period_end_on)}. "
                "Enter that day or a later one",
                fields=["held_on"],
            )
        return save_changes(record=meeting, by=by, version=version, changes=changes)


def add_abbreviation(*, by: User, short: str, meaning: str) -> Abbreviation:
    """Add an abbreviation to the council's list; raises Refused where it is there already."""
    return save_new(record=Abbreviation(short=short, meaning=meaning), by=by)


def edit_abbreviation(
    *, abbreviation: Abbreviation, by: User, version: int, changes: Mapping[str, Any]
) -> Abbreviation:
    """Change an abbreviation; raises Refused where another has the short form, or StaleRecord."""
    return save_changes(record=abbreviation, by=by, version=version, changes=changes)
