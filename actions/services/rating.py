"""Keeping the council's scale of ratings, and the numbers that the rules for actions depend on."""

from collections.abc import Mapping
from typing import Any

from actions.models import ActionRules, RatingLevel
from portal.exceptions import Refused
from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.services import change, save_changes


def edit_rating_level(
    *, level: RatingLevel, by: User, version: int, changes: Mapping[str, Any]
) -> RatingLevel:
    """Rename a level of delivery, give it another colour or say better what it means; made a row on the first change.

    Raises Refused where another level of the scale has the name, StaleRecord if somebody else changed it.
    """
    check_keeps_rules(by)
    with change(by=by):
        as_it_was = {"name": level.name, "colour": level.colour, "definition": level.definition}
        record, _ = RatingLevel.objects.get_or_create(
            rating=level.rating, code=level.code, defaults=as_it_was
        )
        return save_changes(record=record, by=by, version=version, changes=changes)


def edit_action_rules(*, by: User, version: int, changes: Mapping[str, Any]) -> ActionRules:
    """Change the numbers of the rules, made a row on the first change; raises StaleRecord like every edit."""
    check_keeps_rules(by)
    with change(by=by):
        record, _ = ActionRules.objects.get_or_create(pk=1)
        return save_changes(record=record, by=by, version=version, changes=changes)


def check_keeps_rules(by: User) -> None:
    """Raise Refused unless this person keeps the portal's settings."""
    if not is_allowed(by, Permission.ADMINISTER):
        raise Refused("Only administrators change the ratings and the rules for actions")
