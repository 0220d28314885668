"""The council's standing themes."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from reviews.models import Theme


def add_theme(*, by: User, name: str, description: str = "", position: int | None = None) -> Theme:
    """Add a theme, last unless a place is given; raises Refused where the name is taken."""
    _require_free_name(name)
    if position is None:
        position = (Theme.objects.aggregate(last=Max("position"))["last"] or 0) + 1
    with change(by=by):
        return Theme.objects.create(name=name, description=description, position=position)


def edit_theme(*, theme: Theme, by: User, version: int, changes: Mapping[str, Any]) -> Theme:
    """Change a theme, or say whether it is still in use; raises Refused, or StaleRecord."""
    _require_free_name(changes.get("name", theme.name), besides=theme)
    kept = {name: value for name, value in changes.items() if name != "position" or value is not None}
    return save_changes(record=theme, by=by, version=version, changes=kept)


def _require_free_name(name: str, *, besides: Theme | None = None) -> None:
    others = Theme.objects.exclude(pk=besides.pk) if besides else Theme.objects.all()
    if others.filter(name__iexact=name).exists():
        raise Refused("There is already a theme with this name")
