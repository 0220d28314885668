"""Keeping groups."""

from collections.abc import Collection, Mapping
from typing import Any

from actions.models import Group
from actions.services.action import check_agrees
from portal.models import User
from portal.services import change, save_changes, save_new


def add_group(
    *, by: User, name: str, purpose: str = "", members: Collection[User] = (), is_active: bool = True
) -> Group:
    """Set up a group that can be given actions; raises Refused where the name is taken."""
    check_agrees(by)
    with change(by=by):
        group = save_new(record=Group(name=name, purpose=purpose, is_active=is_active), by=by)
        group.members.set(members)
    return group


def edit_group(*, group: Group, by: User, version: int, changes: Mapping[str, Any]) -> Group:
    """Change a group; raises Refused where the name is taken, StaleRecord if somebody else changed it."""
    check_agrees(by)
    return save_changes(record=group, by=by, version=version, changes=changes)
