"""The council's standing themes."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from portal.models import User
from portal.services import save_changes, save_new
from reviews.models import Theme


def add_theme(*, by: User, name: str, description: str = "", position: int | None = None) -> Theme:
    """Add a theme, last unless a place is given; raises Refused where the name is taken."""
    if position is None:
        position = (Theme.objects.aggregate(last=Max("position"))["last"] or 0) + 1
    return save_new(record=Theme(name=name, description=description, position=position), by=by)


def edit_theme(*, theme: Theme, by: User, version: int, changes: Mapping[str, Any]) -> Theme:
    """Change a theme, or say whether it is still in use; raises Refused, or StaleRecord."""
    kept = {name: value for name, value in changes.items() if name != "position" or value is not None}
    return save_changes(record=theme, by=by, version=version, changes=kept)
