"""Organisations and the council's own settings."""

from collections.abc import Mapping
from typing import Any

from portal.models import CouncilSettings, Organisation, User
from portal.services.changes import change, save_changes, save_new


def add_organisation(*, by: User, name: str, short_name: str, kind: str) -> Organisation:
    """Add an organisation that people can belong to and that can lead actions or carry out reviews; raises Refused."""
    return save_new(record=Organisation(name=name, short_name=short_name, kind=kind), by=by)


def edit_organisation(
    *, organisation: Organisation, by: User, version: int, changes: Mapping[str, Any]
) -> Organisation:
    """Change an organisation; raises Refused where the name is taken, or StaleRecord."""
    return save_changes(record=organisation, by=by, version=version, changes=changes)


def edit_council(*, by: User, version: int, changes: Mapping[str, Any]) -> CouncilSettings:
    """Change the council's settings, made on the first change. Raises StaleRecord like every edit."""
    with change(by=by):
        record, _ = CouncilSettings.objects.get_or_create(pk=1)
        return save_changes(record=record, by=by, version=version, changes=changes)
