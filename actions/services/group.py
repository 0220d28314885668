"""Keeping groups."""

from collections.abc import Collection, Mapping
from typing import Any

from actions.models import Group
from actions.permissions import can_agree
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes


def add_group(
    *, by: User, name: str, purpose: str = "", members: Collection[User] = (), is_active: bool = True
) -> Group:
    """Set up a group that can be given actions."""
    check_keeps_groups(by)
    check_name_is_free(name)
    with change(by=by):
        group = Group.objects.create(name=name, purpose=purpose, is_active=is_active)
        group.members.set(members)
    return group


def edit_group(*, group: Group, by: User, version: int, changes: Mapping[str, Any]) -> Group:
    """Change a group; raises StaleRecord if somebody else changed it."""
    check_keeps_groups(by)
    check_name_is_free(changes.get("name", group.name), group=group)
    return save_changes(record=group, by=by, version=version, changes=changes)


def check_keeps_groups(by: User) -> None:
    """Raise Refused unless this person keeps groups."""
    if not can_agree(by):
        raise Refused("Only officers and managers keep groups.")


def check_name_is_free(name: str, *, group: Group | None = None) -> None:
    """Raise Refused for a name that another group has, whatever its case."""
    others = Group.objects.filter(name__iexact=name)
    if group is not None:
        others = others.exclude(pk=group.pk)
    if others.exists():
        raise Refused("There is already a group with this name")
