"""What a person can do with an action now; the first thing is the page's main button."""

import datetime
from dataclasses import dataclass

from django.urls import reverse

from actions.models import Action, Extension, Status
from actions.permissions import can_agree, can_ask, can_decide_extension
from actions.statuses import ENDED, OPEN, takes_evidence
from portal.models import User


@dataclass(frozen=True)
class Step:
    """A thing to do: its link, and whether it is what the action waits for from this person."""

    label: str
    url: str
    is_next: bool = False


@dataclass(frozen=True)
class Standing:
    """What the steps depend on besides the action itself: what was fetched, and what this person may."""

    contributes: bool
    signs_off: bool
    moves: bool
    waiting: Extension | None
    look_again_on: datetime.date | None


def steps_for(user: User, action: Action, standing: Standing, *, on: datetime.date) -> list[Step]:
    """Return what this person can do now, the most urgent first; at most one is the next step."""
    steps = [
        *handing_over(user, action),
        *deciding(user, action, standing, on=on),
        *reporting(action, standing),
    ]
    if can_ask(user, action):
        steps.append(Step("Ask a question", address("question_add", action)))
    if standing.moves:
        steps.append(Step("Change status", address("action_move", action)))
    if can_agree(user) and action.status not in ENDED and action.lead.is_active:
        steps.append(Step("Change what was agreed", address("action_edit", action)))
    return steps


def next_step(steps: list[Step]) -> Step | None:
    """Return the step that becomes the page's main button, if the action waits for this person."""
    return next((step for step in steps if step.is_next), None)


def handing_over(user: User, action: Action) -> list[Step]:
    """Return what to do first where the lead has left: nobody else reports on the action."""
    if action.lead.is_active or action.status in ENDED or not can_agree(user):
        return []
    return [Step("Choose a new lead", f"{address('action_edit', action)}#id_lead", is_next=True)]


def deciding(user: User, action: Action, standing: Standing, *, on: datetime.date) -> list[Step]:
    """Return what waits for a manager's decision."""
    steps = []
    if standing.waiting and action.status in OPEN and can_decide_extension(user, standing.waiting):
        url = reverse("actions:extension_decide", args=[action.pk, standing.waiting.pk])
        steps.append(Step("Decide the extension", url, is_next=True))
    if standing.signs_off:
        url = address("sign_off_add", action)
        if action.status == Status.DELIVERED:
            steps.append(Step("Sign off", url, is_next=True))
        elif action.status == Status.SIGNED_OFF and standing.look_again_on:
            is_due = standing.look_again_on <= on
            steps.append(Step("Look again at the difference", url, is_next=is_due))
    return steps


def reporting(action: Action, standing: Standing) -> list[Step]:
    """Return what those who work on the action can report."""
    if not standing.contributes:
        return []
    steps = []
    if action.status not in ENDED:
        steps.append(Step("Post an update", address("update_add", action), is_next=action.status in OPEN))
    if takes_evidence(action.status, standing.look_again_on):
        is_next = action.status == Status.DELIVERED
        steps.append(Step("Add evidence", address("evidence_add", action), is_next=is_next))
    if action.status in OPEN and not standing.waiting:
        steps.append(Step("Ask for an extension", address("extension_add", action)))
    return steps


def address(name: str, action: Action) -> str:
    """Return the address of one of the action's pages."""
    return reverse(f"actions:{name}", args=[action.pk])
