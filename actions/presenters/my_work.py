"""What a person owes, in the order in which it is owed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import localdate

from actions.models import Action, Status
from actions.presenters.labels import ActionRow, rows_of
from actions.rules.scale import Scale
from actions.statuses import DUE_SOON_DAYS
from portal.models import User
from portal.wording import day

OVERDUE, SOON, LATER, DELIVERED = range(4)
HEADINGS = {
    OVERDUE: "Overdue",
    SOON: f"Due in the next {DUE_SOON_DAYS} days",
    LATER: "Due later",
    DELIVERED: "Delivered, awaiting sign-off",
}


@dataclass(frozen=True)
class Section:
    """Actions that stand alike."""

    heading: str
    rows: list[ActionRow]
    supported: frozenset[int]


@dataclass(frozen=True)
class Decision:
    """Something that waits for a manager: what to do, where, and since when."""

    action: Action
    label: str
    url: str
    why: str


def sections_of(actions: Iterable[Action], scale: Scale, *, user: User, on: datetime.date) -> list[Section]:
    """Arrange a person's actions that are going on, the overdue first; sections without any are left out."""
    actions = list(actions)
    sections = []
    for place, heading in HEADINGS.items():
        alike = [action for action in actions if place_of(action, on) == place]
        if alike:
            sections.append(section_of(heading, alike, scale, user=user))
    return sections


def section_of(heading: str, actions: Iterable[Action], scale: Scale, *, user: User) -> Section:
    """Present actions that stand alike."""
    actions = list(actions)
    supported = frozenset(action.pk for action in actions if action.lead_id != user.pk)
    return Section(heading, rows_of(actions, scale), supported)


def place_of(action: Action, on: datetime.date) -> int:
    """Tell to which section an action belongs on a day."""
    if action.status == Status.DELIVERED:
        return DELIVERED
    if action.due_on < on:
        return OVERDUE
    return SOON if action.due_on <= on + datetime.timedelta(days=DUE_SOON_DAYS) else LATER


def decisions_of(actions: Iterable[Action]) -> list[Decision]:
    """Present what waits for a decision, the longest wait first."""
    decisions = [decision_of(action) for action in actions]
    return [decision for _, decision in sorted(decisions, key=lambda pair: (pair[0], pair[1].action.pk))]


def decision_of(action: Action) -> tuple[datetime.date, Decision]:
    """Present the decision that an action waits for, with the day since when it waits."""
    sign_off = reverse("actions:sign_off_add", args=[action.pk])
    if action.status == Status.SIGNED_OFF and action.look_again_on:
        why = f"To be looked at again by {day(action.look_again_on)}"
        return action.look_again_on, Decision(action, "Look again at the difference", sign_off, why)
    if action.status == Status.DELIVERED:
        since = localdate(action.status_since or action.agreed_at)
        return since, Decision(action, "Sign off", sign_off, f"Delivered on {day(since)}")
    since = localdate(action.extension_asked_at or action.agreed_at)
    url = reverse("actions:extension_decide", args=[action.pk, action.extension_waiting_id])
    return since, Decision(action, "Decide the extension", url, f"Asked for on {day(since)}")
