"""The actions of each theme, review, lead organisation, group or person."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actions.dashboard.counts import numbers_of
from actions.filters import BY, NO_GROUP, NO_THEME
from actions.models import Group
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from portal.models import Organisation, User
from reviews.models import Review, Theme

STACK = ("on_time", "overdue", "done")
MOST_ROWS = 20
FEW = 2
"""Of this many rows too many, leaving out is not worth a link."""


@dataclass(frozen=True)
class Share:
    """The actions of one theme, group and so on: on time, overdue and done. `key` is its value in addresses."""

    key: str
    name: str
    on_time: int
    overdue: int
    done: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.on_time + self.overdue + self.done


@dataclass(frozen=True)
class Breakdown:
    """The shares that are shown, and how many there are; an action can count in several."""

    by: str
    shares: list[Share]
    in_all: int

    @property
    def label(self) -> str:
        """What each row stands for."""
        return BY[self.by]


PATHS = {"theme": "findings__themes", "review": "findings__review"}
RECORDS: Mapping[str, Any] = {
    "theme": Theme,
    "review": Review,
    "lead_organisation": Organisation,
    "group": Group,
    "lead": User,
}
NOTHING = {"theme": (NO_THEME, "No theme"), "group": (NO_GROUP, "No group")}


def break_down(
    actions: ActionQuerySet, by: str, scale: Scale, *, on: datetime.date, only: Any = None, everything: bool
) -> Breakdown:
    """Count the actions of each; of `only` one where the dashboard looks at one.

    Themes stand in the council's order, all of them; everything else with the most overdue first, twenty of them
    unless `everything` is asked for. What belongs to none comes last.
    """
    numbers = count_each(actions, by, scale, on=on)
    without = numbers.pop(None, None)
    if by == "theme":
        without = next(iter(count_each(actions.without_theme(), "", scale, on=on).values()), None)
    if only is not None:
        wanted = getattr(only, "pk", None)
        numbers = {key: stack for key, stack in numbers.items() if key == wanted}
        without = without if wanted is None else None
    shares = themed(numbers, only) if by == "theme" else named(numbers, by)
    is_cut = not everything and by != "theme" and len(shares) > MOST_ROWS + FEW
    shown = shares[:MOST_ROWS] if is_cut else shares
    last = [Share(*NOTHING[by], *without)] if without and any(without) else []
    return Breakdown(by, shown + last, len(shares) + len(last))


def count_each(
    actions: ActionQuerySet, by: str, scale: Scale, *, on: datetime.date
) -> dict[int | None, list[int]]:
    """Count the actions on time, overdue and done by what they belong to; all together where that is nothing."""
    counts = numbers_of(STACK, scale, on=on, distinct=by in PATHS)
    if not by:
        return {None: list(actions.order_by().aggregate(**counts).values())}
    grouped = actions.order_by().values_list(PATHS.get(by, by)).annotate(**counts)
    return {key: stack for key, *stack in grouped}


def themed(numbers: dict[int | None, list[int]], only: Any) -> list[Share]:
    """Name the themes in the council's order: those in use, and those with actions."""
    themes = Theme.objects.order_by("position", "name")
    if only is not None:
        themes = themes.filter(pk__in=[only.pk] if isinstance(only, Theme) else [])
    shown = [theme for theme in themes if theme.is_active or any(numbers.get(theme.pk, ()))]
    return [Share(str(theme.pk), theme.name, *numbers.get(theme.pk, (0, 0, 0))) for theme in shown]


def named(numbers: dict[int | None, list[int]], by: str) -> list[Share]:
    """Name what has actions, the most overdue first."""
    counted = {key: stack for key, stack in numbers.items() if any(stack)}
    names = {record.pk: str(record) for record in RECORDS[by].objects.filter(pk__in=counted)}
    shares = [Share(str(key), names[key], *stack) for key, stack in counted.items() if key is not None]
    return sorted(shares, key=lambda share: (-share.overdue, -share.on_time, share.name))
