"""What a person owes: the actions that they lead or support, and what waits for them."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.permissions import can_see_record
from actions.presenters.my_work import (
    Beginning,
    Section,
    Task,
    answers_of,
    decisions_of,
    hand_overs_of,
    reports_of,
    section_of,
)
from actions.querysets import ActionQuerySet
from actions.rules import tasks
from actions.rules.owing import OWED, count_owed, owed
from actions.rules.plans import milestones_ahead
from actions.rules.scale import Scale
from actions.statuses import DUE_SOON_DAYS
from portal.decorators import permission_required
from portal.models import User
from portal.paging import paginate
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest

MILESTONES = "milestones"
MILESTONES_AHEAD = f"Milestones that are late or due in the next {DUE_SOON_DAYS} days"
FIRST = 10
"""How many of each part My work begins with."""


@dataclass(frozen=True)
class Part:
    """Things that wait for a person: their heading, the rows of a person, and how they are presented."""

    heading: str
    rows: Callable[..., QuerySet]
    present: Callable[[Iterable], list[Task]]


TASKS = {
    "decisions": Part("Waiting for your decision", tasks.decisions, decisions_of),
    "leads": Part("Actions whose lead has left", tasks.hand_overs, hand_overs_of),
    "updates": Part("Waiting for your update", tasks.reports, reports_of),
    "answers": Part(
        f"Answers to your questions in the last {tasks.ANSWERED_DAYS} days", tasks.answers, answers_of
    ),
    "looks": Part(
        f"Differences to look at again in the next {DUE_SOON_DAYS} days", tasks.second_looks, decisions_of
    ),
}
"""The parts of a person's work that are more than a list of actions, by the names that addresses use."""


@require_safe
@permission_required(Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS)
def my_work(request: PersonRequest) -> HttpResponse:
    """What waits for me, and the beginning of each part of what I lead or support; one whole part where asked for."""
    today, scale = timezone.localdate(), Scale.current()
    part = request.GET.get("show", "")
    if part in OWED or part in TASKS or part == MILESTONES:
        return render(request, "actions/my_work_part.html", part_of(request, part, scale, on=today))
    mine = mine_of(request.user, scale, on=today)
    page = paginate(request, mine.ended())
    context = {
        "tasks": tasks_of(request.user, scale, on=today),
        "sections": sections_of(request.user, mine, scale, on=today),
        "today": today,
        "milestones_heading": MILESTONES_AHEAD,
        "milestones": begun(milestones_ahead(mine, on=today)),
        "finished": section_of("Finished", page, scale, user=request.user),
        "page": page,
        "scale": scale,
        "shows_finished": "page" in request.GET,
        "owes": is_allowed(request.user, Permission.SEE_OWN_ACTIONS),
        "decides": is_allowed(request.user, Permission.DECIDE_EXTENSIONS),
        "sees_record": can_see_record(request.user),
    }
    return render(request, "actions/my_work.html", context)


def part_of(request: PersonRequest, part: str, scale: Scale, *, on: datetime.date) -> dict[str, Any]:
    """Return one part of a person's work by pages."""
    mine = mine_of(request.user, scale, on=on)
    context: dict[str, Any] = {"scale": scale, "today": on}
    if part in TASKS:
        kind = TASKS[part]
        page = paginate(request, kind.rows(request.user, scale, on=on))
        context |= {"heading": kind.heading, "tasks": kind.present(page)}
    elif part == MILESTONES:
        page = paginate(request, milestones_ahead(mine, on=on))
        context |= {"heading": MILESTONES_AHEAD, "milestones": page}
    else:
        page = paginate(request, mine.filter(owed(part, on=on)))
        section = section_of(OWED[part], page, scale, user=request.user)
        context |= {"heading": section.heading, "section": section}
    return context | {"page": page}


def tasks_of(person: User, scale: Scale, *, on: datetime.date) -> list[tuple[str, str, Beginning[Task]]]:
    """Return what waits for a person, in parts: its name in addresses, its heading, and what it is."""
    parts = []
    for name, part in TASKS.items():
        rows = begun(part.rows(person, scale, on=on))
        parts.append((name, part.heading, Beginning(part.present(rows.shown), rows.count)))
    return parts


def sections_of(person: User, mine: ActionQuerySet, scale: Scale, *, on: datetime.date) -> list[Section]:
    """Begin each part of a person's work, the overdue first; parts without any action are left out."""
    numbers = count_owed(mine, on=on)
    return [
        section_of(
            heading,
            mine.filter(owed(name, on=on))[:FIRST],
            scale,
            user=person,
            count=numbers[name],
            name=name,
        )
        for name, heading in OWED.items()
        if numbers[name]
    ]


def begun(rows: QuerySet) -> Beginning[Any]:
    """Fetch the rows that a part of My work begins with, and how many there are; one query."""
    shown = list(rows.annotate(in_all=Window(Count("pk")))[:FIRST])
    return Beginning(shown, shown[0].in_all if shown else 0)


def mine_of(person: User, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions that a person leads or supports, as lists show them."""
    return Action.objects.visible_to(person).involving(person).as_listed(on=on, near=scale.at_risk_days)
