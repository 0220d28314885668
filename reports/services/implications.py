"""What a report means for money, people and the law, and the council's list of what to say."""

from collections.abc import Mapping
from typing import Any

from portal.models import User
from portal.services import change, save_changes, save_new
from reports.models import Implication, ImplicationKind, Report
from reports.services.editing import touch


def answer_implication(
    *, by: User, report: Report, kind: ImplicationKind, text: str, is_none: bool
) -> Implication:
    """Say for the first time what follows, or that nothing does; raises Refused once approved or answered."""
    with change(by=by):
        touch(report)
        record = Implication(report=report, kind=kind, text=text, is_none=is_none)
        return save_new(record=record, by=by)


def edit_implication(
    *, implication: Implication, by: User, version: int, changes: Mapping[str, Any]
) -> Implication:
    """Change an answer; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(implication.report)
        return save_changes(record=implication, by=by, version=version, changes=changes)


def add_implication_kind(*, by: User, name: str, position: int, is_active: bool = True) -> ImplicationKind:
    """Add a kind to the council's list; raises Refused where it is there already."""
    return save_new(record=ImplicationKind(name=name, position=position, is_active=is_active), by=by)


def edit_implication_kind(
    *, kind: ImplicationKind, by: User, version: int, changes: Mapping[str, Any]
) -> ImplicationKind:
    """Change a kind of the council's list; raises Refused where the name is taken, or StaleRecord."""
    return save_changes(record=kind, by=by, version=version, changes=changes)
