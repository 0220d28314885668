"""The views of registers that people save for themselves."""

from collections.abc import Mapping
from typing import Any

from portal.models import SavedView, User
from portal.services.changes import change, save_changes, save_new


def save_view(*, by: User, register: str, query: str, name: str, is_default: bool = False) -> SavedView:
    """Name a register's filters for this person; raises Refused where they have that name already."""
    with change(by=by):
        if is_default:
            _clear_default(by, register)
        view = SavedView(person=by, register=register, query=query, name=name, is_default=is_default)
        return save_new(record=view, by=by)


def edit_view(*, view: SavedView, by: User, version: int, changes: Mapping[str, Any]) -> SavedView:
    """Rename a view, or let its register open with it; raises Refused, or StaleRecord."""
    with change(by=by):
        if changes.get("is_default") and not view.is_default:
            _clear_default(by, view.register)
        return save_changes(record=view, by=by, version=version, changes=changes)


def delete_view(*, view: SavedView, by: User) -> None:
    """Forget a view; the records that it showed are not touched."""
    with change(by=by):
        view.delete()


def _clear_default(person: User, register: str) -> None:
    for view in SavedView.objects.of(person).filter(register=register, is_default=True):
        view.is_default = False
        view.save(update_fields=["is_default"])
