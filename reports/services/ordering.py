"""The order of sections, in a report and in an outline, and of annexes."""

from typing import TypeVar

from django.db.models import F, QuerySet

from portal.exceptions import Refused
from portal.models import User
from portal.services import save_changes
from reports.models import PLACED, Annex, OutlineSection, Section

Part = TypeVar("Part", Section, OutlineSection, Annex)


def make_room(among: QuerySet[Part], *, after: Part | None) -> int:
    """Let what comes later give way, and return the position after a section, or the first one."""
    position = after.position + 1 if after else 1
    for later in among.filter(position__gte=position).order_by("-position"):
        among.filter(pk=later.pk).update(position=F("position") + 1)
    return position


def last_of_the_text(among: QuerySet[Part]) -> Part | None:
    """Return the section after which further text stands: the last one that has any, before those of details."""
    return among.exclude(kind__in=PLACED).last() or among.last()


def change_places(
    among: QuerySet[Part],
    section: Part,
    *,
    by: User,
    place: int,
    step: int,
    nouns: tuple[str, str] = ("section", "sections"),
) -> Part:
    """Let a section, or what else `nouns` name, change places with the one above it (step -1) or below it (1).

    The neighbour gives way without an entry or a version of its own: the move is told once, and whoever is editing
    the neighbour's text loses nothing by it. `place` counts from 1. Raises Refused at either end, or where the
    section has left the place.
    """
    sections = list(among.order_by("position"))
    places = range(1, len(sections) + 1)
    if place not in places or sections[place - 1] != section:
        raise Refused(f"The {nouns[1]} have changed places since you opened this page. Look at them again")
    if place + step not in places:
        raise Refused(f"This {nouns[0]} is already the {'first' if step < 0 else 'last'} one")
    moving, neighbour = sections[place - 1], sections[place + step - 1]
    # No two sections have one position, so the neighbour steps aside first.
    among.filter(pk=neighbour.pk).update(position=sections[-1].position + 1)
    changes = {"position": neighbour.position}
    moved = save_changes(record=section, by=by, version=moving.version, changes=changes)
    among.filter(pk=neighbour.pk).update(position=moving.position)
    return moved
