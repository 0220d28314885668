"""Keeping the council's scale of the lead's confidence: which levels there are, in which order, and what they say."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from django.apps import apps as installed
from django.apps.registry import Apps
from django.utils.text import slugify

from actions.models import Action, ActionRules, CountsAs, Rating, RatingLevel, Update
from actions.rules.scale import DEFAULTS
from actions.services.rating import check_keeps_rules
from portal.exceptions import RecordGone, Refused
from portal.history import note_event
from portal.models import User
from portal.services import change, save_changes, save_new
from portal.wording import count

FIRST = "first"
"""The place before every other level; any other place is named by the code of the level before it."""
RESERVED = frozenset({FIRST, "none"})
FEWEST = 2
MOST_OF_A_CODE = 16


def add_rating_level(
    *, by: User, name: str, colour: str, definition: str, after: str, counts_as: str
) -> RatingLevel:
    """Add a level of confidence in its place; raises Refused where the name is taken or the order is broken."""
    check_keeps_rules(by)
    with change(by=by):
        levels = hold_levels()
        level = RatingLevel(
            rating=Rating.CONFIDENCE,
            code=code_for(name, {level.code for level in levels}),
            name=name,
            colour=colour,
            definition=definition,
            counts_as=counts_as,
        )
        ordered = placed(level, levels, after)
        check_order(ordered)
        level.position = ordered.index(level) + 1
        save_new(record=level, by=by)
        renumber(ordered, by=by)
    return level


def edit_level_of_confidence(
    *, level: RatingLevel, by: User, version: int, changes: Mapping[str, Any]
) -> RatingLevel:
    """Change a level of confidence, its place and whether it is offered; `after` names the level before it.

    Raises Refused where the scale would make no sense, StaleRecord if somebody else changed the level.
    """
    check_keeps_rules(by)
    with change(by=by):
        levels = hold_levels()
        held = next((other for other in levels if other.pk == level.pk), None)
        if held is None:
            raise RecordGone
        own = {name: value for name, value in changes.items() if name != "after"}
        if held.version == version:
            for name, value in own.items():
                setattr(held, name, value)
            check_enough(levels)
            if "after" in changes:
                levels = placed(held, levels, changes["after"])
            check_order(levels)
            own["position"] = levels.index(held) + 1
        saved = save_changes(record=level, by=by, version=version, changes=own)
        renumber([other for other in levels if other != held], by=by, but=own["position"])
    return saved


def remove_rating_level(*, level: RatingLevel, by: User, version: int) -> None:
    """Remove a level of confidence that nothing uses; raises Refused for any other, or StaleRecord."""
    check_keeps_rules(by)
    with change(by=by):
        if level not in hold_levels():
            raise RecordGone
        check_removable(level)
        gone = save_changes(record=level, by=by, version=version, changes={})
        rules, _ = ActionRules.objects.get_or_create(pk=1)
        note_event(rules, "Level of confidence removed", f"{gone.name}: {gone.definition}", by=by)
        gone.delete()


def hold_levels() -> list[RatingLevel]:
    """Return the levels of confidence in order, held until the transaction ends: one person at a time changes them."""
    held = RatingLevel.objects.select_for_update().filter(rating=Rating.CONFIDENCE)
    return list(held.order_by("position", "pk"))


def placed(level: RatingLevel, levels: Sequence[RatingLevel], after: str) -> list[RatingLevel]:
    """Return the levels with this one behind another; raises Refused where that one is gone."""
    others = [other for other in levels if other is not level]
    codes = [FIRST, *(other.code for other in others)]
    if after not in codes:
        raise Refused("Select the place in the order from the list", fields=["after"])
    place = codes.index(after)
    return [*others[:place], level, *others[place:]]


def renumber(levels: Iterable[RatingLevel], *, by: User, but: int = 0) -> None:
    """Give levels their numbers in order, but one that is taken; an open form of one that moved is then stale."""
    numbers = (number for number in range(1, 10_000) if number != but)
    for number, level in zip(numbers, levels, strict=False):
        if level.position != number:
            save_changes(record=level, by=by, version=level.version, changes={"position": number})


def check_order(levels: Sequence[RatingLevel]) -> None:
    """Raise Refused where a level says more confidence than one before it."""
    for before, level in pairwise(levels):
        if CountsAs.values.index(level.counts_as) < CountsAs.values.index(before.counts_as):
            raise Refused(
                f"“{before.name}” counts as {before.get_counts_as_display().lower()} and “{level.name}”, which comes "
                f"after it, as {level.get_counts_as_display().lower()}. Change the order, or what the level counts as",
                fields=["counts_as"],
            )


def check_enough(levels: Iterable[RatingLevel]) -> None:
    """Raise Refused unless leads can still choose between levels."""
    if sum(level.is_active for level in levels) < FEWEST:
        raise Refused(
            "Leads must have at least 2 levels to choose from. Add another level first", fields=["is_active"]
        )


def check_removable(level: RatingLevel) -> None:
    """Raise Refused where an update or an action says this level, or too few would be left."""
    updates = Update.objects.filter(confidence=level.code).count()
    if updates or Action.objects.filter(confidence=level.code).exists():
        users = count(updates, "update") if updates else "An action"
        uses = "use" if updates > 1 else "uses"
        raise Refused(
            f"{users} {uses} this level, so it cannot be removed. Edit it, and untick that leads can select it"
        )
    check_enough(RatingLevel.objects.filter(rating=Rating.CONFIDENCE).exclude(pk=level.pk))


def code_for(name: str, taken: set[str]) -> str:
    """Return a code that addresses can hold, like the name, that no other level has."""
    stem = slugify(name)[:MOST_OF_A_CODE].strip("-") or "level"
    numbered = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 4))
    return next(code for code in numbered if code not in taken | RESERVED)


def add_first_levels(*, using: str, apps: Apps = installed, **kwargs: Any) -> None:
    """Give a database without any level of confidence those that the portal starts with; nobody does this in person."""
    levels = apps.get_model("actions", "RatingLevel")
    if not hasattr(levels, "counts_as") or levels.objects.using(using).filter(rating="confidence").exists():
        return
    firsts = [(code, level) for (rating, code), level in DEFAULTS.items() if rating == Rating.CONFIDENCE]
    levels.objects.using(using).bulk_create(
        levels(
            rating="confidence",
            code=str(code),
            name=level.name,
            colour=level.colour,
            definition=level.definition,
            position=position,
            counts_as=str(level.counts_as),
        )
        for position, (code, level) in enumerate(firsts, start=1)
    )
