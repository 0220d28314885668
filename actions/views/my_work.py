"""What a person owes: the actions that they lead or support, and what waits for them."""

import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.models import Action
from actions.permissions import can_see_record
from actions.presenters.my_work import FIRST, Tasks, decisions_of, reports_of, section_of, sections_of
from actions.querysets import ActionQuerySet
from actions.rules.owing import OWED, owed
from actions.rules.plans import milestones_ahead
from actions.rules.scale import Scale
from actions.rules.standing import condition
from portal.decorators import permission_required
from portal.models import User
from portal.paging import paginate
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest

DECISIONS, REPORTS = "decisions", "updates"


@require_safe
@permission_required(Permission.SEE_OWN_ACTIONS)
def my_work(request: PersonRequest) -> HttpResponse:
    """What waits for me, and the beginning of each part of what I lead or support; one whole part where asked for."""
    today, scale = timezone.localdate(), Scale.current()
    part = request.GET.get("show", "")
    if part in OWED or part in (DECISIONS, REPORTS):
        return render(request, "actions/my_work_part.html", part_of(request, part, scale, on=today))
    mine = mine_of(request.user, scale, on=today)
    page = paginate(request, mine.ended())
    context = {
        "tasks": tasks_of(request.user, mine, scale, on=today),
        "sections": sections_of(mine, scale, user=request.user, on=today),
        "today": today,
        "milestones": milestones_ahead(mine, on=today)[:FIRST],
        "finished": section_of("Finished", page, scale, user=request.user),
        "page": page,
        "scale": scale,
        "shows_finished": "page" in request.GET,
        "decides": is_allowed(request.user, Permission.DECIDE_EXTENSIONS),
        "sees_record": can_see_record(request.user),
    }
    return render(request, "actions/my_work.html", context)


def part_of(request: PersonRequest, part: str, scale: Scale, *, on: datetime.date) -> dict[str, Any]:
    """Return one part of a person's work by pages."""
    mine = mine_of(request.user, scale, on=on)
    context: dict[str, Any] = {"scale": scale}
    if part == DECISIONS:
        page = paginate(request, waiting_for(request.user, on=on))
        context |= {"heading": "Waiting for your decision", "tasks": decisions_of(page, count=0).shown}
    elif part == REPORTS:
        page = paginate(request, silent(request.user, mine, scale, on=on))
        context |= {"heading": "Waiting for your update", "tasks": reports_of(page, count=0).shown}
    else:
        page = paginate(request, mine.filter(owed(part, on=on)))
        section = section_of(OWED[part], page, scale, user=request.user)
        context |= {"heading": section.heading, "section": section}
    return context | {"page": page}


def tasks_of(
    person: User, mine: ActionQuerySet, scale: Scale, *, on: datetime.date
) -> list[tuple[str, str, Tasks]]:
    """Return what waits for a person, in parts: its name in addresses, its heading, and what it is."""
    waiting = waiting_for(person, on=on)
    unheard = silent(person, mine, scale, on=on)
    return [
        (DECISIONS, "Waiting for your decision", decisions_of(waiting[:FIRST], count=waiting.count())),
        (REPORTS, "Waiting for your update", reports_of(unheard[:FIRST], count=unheard.count())),
    ]


def mine_of(person: User, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions that a person leads or supports, as lists show them."""
    return Action.objects.visible_to(person).involving(person).as_listed(on=on, near=scale.at_risk_days)


def waiting_for(person: User, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions that wait for a person's decision, the longest wait first; none for who does not decide."""
    if not is_allowed(person, Permission.DECIDE_EXTENSIONS):
        return Action.objects.none()
    return Action.objects.visible_to(person).awaiting_decision(by=person, on=on).longest_wait_first()


def silent(person: User, mine: ActionQuerySet, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Return the actions that a person leads and has not reported on for too long."""
    return mine.filter(condition("no_recent_update", scale, on=on), lead=person)
