"""Choosing what one is reminded of."""

from collections.abc import Collection

from actions.models import ReminderChoice
from actions.reminders.owed import kinds_for
from portal.models import User
from portal.services import change, save_changes


def choose_reminders(*, by: User, version: int, frequency: str, kinds: Collection[str]) -> ReminderChoice:
    """Choose how often one is reminded, and of which kinds; made a row on the first choice.

    Kinds that there are not for this person's role stay as they are. Raises StaleRecord like every edit.
    """
    with change(by=by):
        record, _ = ReminderChoice.objects.get_or_create(person=by)
        offered = set(kinds_for(by))
        left_out = (set(record.left_out) - offered) | (offered - set(kinds))
        changes = {"frequency": frequency, "left_out": sorted(left_out)}
        return save_changes(record=record, by=by, version=version, changes=changes)
