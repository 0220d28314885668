"""The dashboard's numbers. Each is counted by the very scope that its link filters by."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from actions.filters import NO_THEME
from actions.models import Status
from actions.querysets import ActionQuerySet
from reviews.models import Theme

FIGURES = ("open", "overdue", "due_soon", "awaiting_sign_off", "extension_waiting", "look_again")
STACK = ("on_time", "overdue", "done")


@dataclass(frozen=True)
class ThemeCount:
    """The actions of one theme: on time, overdue and done. `key` is the theme's value in addresses."""

    key: str
    name: str
    on_time: int
    overdue: int
    done: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.on_time + self.overdue + self.done


def count_shown(
    actions: ActionQuerySet, names: Sequence[str] = FIGURES, *, on: datetime.date
) -> dict[str, int]:
    """Count the actions in each of the register's scopes, in one query."""
    return actions.order_by().aggregate(
        **{
            name: Count("pk", filter=Q(pk__in=actions.shown(name, on=on).order_by().values("pk")))
            for name in names
        }
    )


def count_statuses(actions: ActionQuerySet) -> dict[Status, int]:
    """Count the actions with each status, those without any included."""
    found = dict(actions.order_by().values_list("status").annotate(number=Count("pk")))
    return {status: found.get(status, 0) for status in Status}


def count_by_theme(actions: ActionQuerySet, *, theme: Theme | None, on: datetime.date) -> list[ThemeCount]:
    """Count the actions of each theme, or of one; an action with several themes counts in each."""
    themes = Theme.objects.filter(pk=theme.pk) if theme else Theme.objects.all()
    numbers = {
        name: Count(
            "findings__actions",
            filter=Q(findings__actions__in=actions.shown(name, on=on).order_by().values("pk")),
            distinct=True,
        )
        for name in STACK
    }
    counted = (
        themes.annotate(**numbers).order_by("position", "name").values_list("pk", "name", "is_active", *STACK)
    )
    rows = [
        ThemeCount(str(key), name, *stack)
        for key, name, is_active, *stack in counted
        if is_active or any(stack)
    ]
    if theme is None:
        without = ThemeCount(NO_THEME, "No theme", **count_shown(actions.without_theme(), STACK, on=on))
        rows += [without] if without.total else []
    return rows
