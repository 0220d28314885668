"""The forward plan: cycles, who contributes to each report of one, and the council's own words about it."""

from collections.abc import Mapping
from typing import Any

from portal.models import User
from portal.services import change, save_changes, save_new
from reports.models import Committee, Contributor, Cycle, PlanRules


def edit_cycle(*, committee: Committee, by: User, version: int, changes: Mapping[str, Any]) -> Cycle:
    """Change a committee's cycle, made on the first change; raises StaleRecord like every edit."""
    with change(by=by):
        # A new cycle has the version 1: a second form that was opened before there was one is stale.
        cycle, is_new = Cycle.objects.get_or_create(
            committee=committee, defaults={**changes, "version": 1} if version == 0 else dict(changes)
        )
        return cycle if is_new else save_changes(record=cycle, by=by, version=version, changes=changes)


def add_contributor(*, by: User, cycle: Cycle, person: User, what: str) -> Contributor:
    """Have a person asked for something for each report; raises Refused where they are asked already."""
    return save_new(record=Contributor(cycle=cycle, person=person, what=what), by=by)


def edit_contributor(
    *, contributor: Contributor, by: User, version: int, changes: Mapping[str, Any]
) -> Contributor:
    """Change who contributes, or what; raises Refused where the person is asked already, or StaleRecord."""
    return save_changes(record=contributor, by=by, version=version, changes=changes)


def remove_contributor(*, contributor: Contributor, by: User, version: int) -> None:
    """Ask a person no more from the next report on; raises StaleRecord."""
    with change(by=by):
        save_changes(record=contributor, by=by, version=version, changes={}).delete()


def edit_plan_rules(*, by: User, version: int, changes: Mapping[str, Any]) -> PlanRules:
    """Change the council's words, made a row on the first change; raises StaleRecord."""
    with change(by=by):
        record, _ = PlanRules.objects.get_or_create(pk=1)
        return save_changes(record=record, by=by, version=version, changes=changes)
