"""What a person owes, in the order in which it is owed, each part begun and the rest a page away."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.urls import reverse
from django.utils.timezone import localdate

from actions.models import Action, Question, Status
from actions.presenters.labels import ActionRow, rows_of, slip_of
from actions.rules.scale import Scale
from portal.models import User
from portal.wording import day

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Section:
    """Actions that stand alike: as many as are shown, and how many there are."""

    heading: str
    rows: list[ActionRow]
    supported: frozenset[int]
    count: int = 0
    name: str = ""

    @property
    def is_cut(self) -> bool:
        """Tell whether there are more than are shown."""
        return self.count > len(self.rows)


@dataclass(frozen=True)
class Task:
    """Something that waits for a person: what to do, where, and since when."""

    action: Action
    label: str
    url: str
    why: str
    slip: str = ""


@dataclass(frozen=True)
class Beginning(Generic[Thing]):
    """Things that wait for a person: as many as are shown, and how many there are."""

    shown: list[Thing]
    count: int

    @property
    def is_cut(self) -> bool:
        """Tell whether there are more than are shown."""
        return self.count > len(self.shown)


def section_of(
    heading: str, actions: Iterable[Action], scale: Scale, *, user: User, count: int = 0, name: str = ""
) -> Section:
    """Present actions that stand alike."""
    actions = list(actions)
    supported = frozenset(action.pk for action in actions if action.lead_id != user.pk)
    return Section(heading, rows_of(actions, scale), supported, count, name)


def decisions_of(actions: Iterable[Action]) -> list[Task]:
    """Present what waits for a manager's decision, in the order given."""
    return [decision_of(action) for action in actions]


def decision_of(action: Action) -> Task:
    """Present the decision that an action fetched `with_slips()` waits for."""
    sign_off = reverse("actions:sign_off_add", args=[action.pk])
    if action.status == Status.SIGNED_OFF:
        why = f"To be looked at again by {day(action.look_again_on)}"
        return Task(action, "Look again at the difference", sign_off, why, slip_of(action))
    if action.status == Status.DELIVERED:
        since = localdate(action.status_since or action.agreed_at)
        return Task(action, "Sign off", sign_off, f"Delivered on {day(since)}", slip_of(action))
    since = localdate(action.extension_asked_at or action.agreed_at)
    url = reverse("actions:extension_decide", args=[action.pk, action.extension_waiting_id])
    return Task(action, "Decide the extension", url, f"Asked for on {day(since)}", slip_of(action))


def hand_overs_of(actions: Iterable[Action]) -> list[Task]:
    """Present the actions whose lead has left."""
    return [
        Task(
            action,
            "Choose a new lead",
            f"{reverse('actions:action_edit', args=[action.pk])}#id_lead",
            action.get_status_display(),
            slip_of(action),
        )
        for action in actions
    ]


def answers_of(questions: Iterable[Question]) -> list[Task]:
    """Present questions fetched with their replies that were answered lately."""
    return [answer_of(question) for question in questions]


def answer_of(question: Question) -> Task:
    """Present a question with who answered it last."""
    last = list(question.replies.all())[-1]
    why = f"“{question}” Answered by {last.replied_by} on {day(last.replied_at)}"
    return Task(
        question.action, "Read the answer", question.get_absolute_url(), why, slip_of(question.action)
    )


def reports_of(actions: Iterable[Action]) -> list[Task]:
    """Present the actions that their lead has not reported on for too long, those due first at the head."""
    return [report_of(action) for action in actions]


def report_of(action: Action) -> Task:
    """Present the update that an action waits for."""
    why = f"Last update on {day(action.updated_at)}" if action.updated_at else "No update yet"
    return Task(
        action, "Post an update", reverse("actions:update_add", args=[action.pk]), why, slip_of(action)
    )
