"""The actions that had been agreed by the end of a period with the rows that tell how each of them went."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from actions.models import Action, Extension, SignOff, Transition, Update
from actions.statuses import GIVEN_UP, OPEN
from portal.querysets import BY_REFERENCE
from reports.facts.gathered import Facts

OF_THE_ACTION = (
    *("reference", "title", "success_measure", "status", "agreed_at"),
    *("start_on", "original_due_on", "due_on"),
)
"""What reports tell of an action itself: no more of the rows is read."""


class Change(NamedTuple):
    """A change of status."""

    action: int
    made_at: datetime.datetime
    from_status: str
    to_status: str


class Asked(NamedTuple):
    """A later due date that was asked for, and how that was decided, if it was."""

    action: int
    due_before_on: datetime.date
    decision: str
    decided_at: datetime.datetime | None

    @property
    def granted_at(self) -> datetime.datetime | None:
        """The moment at which it moved the due date; None where it did not."""
        return self.decided_at if self.decision == Extension.Decision.GRANTED else None


class Posted(NamedTuple):
    """An update; a correction stands at the moment of what it corrects."""

    action: int
    posted_at: datetime.datetime
    stands_at: datetime.datetime | None
    confidence: str

    @property
    def counts_from(self) -> datetime.datetime:
        """The moment at which it stands in the action's course."""
        return self.stands_at or self.posted_at


class SignedOff(NamedTuple):
    """A sign-off, and whether the action made a difference."""

    action: int
    signed_off_at: datetime.datetime
    made_difference: str


Row = TypeVar("Row", Change, Asked, Posted, SignedOff)


@dataclass(frozen=True)
class Course:
    """One action and what was recorded of it until today, the oldest first."""

    action: Action
    changes: list[Change]
    extensions: list[Asked]
    updates: list[Posted]
    sign_offs: list[SignedOff]

    def status_at(self, moment: datetime.datetime) -> str:
        """The status before a moment: what the first change since then took away, or today's."""
        later = next((row for row in self.changes if row.made_at >= moment), None)
        return later.from_status if later else str(self.action.status)

    def due_at(self, moment: datetime.datetime) -> datetime.date:
        """The due date before a moment: before the first extension granted since then, or today's."""
        for row in self.extensions:
            if row.granted_at and row.granted_at >= moment:
                return row.due_before_on
        return self.action.due_on

    def was_late(self, day: datetime.date, end: datetime.datetime) -> bool:
        """Whether it was open at the end of a day, which is the moment `end`, and due before it."""
        return self.action.agreed_at < end and self.status_at(end) in OPEN and self.due_at(end) < day


def actions(known: Facts) -> list[Action]:
    """Read the actions that had been agreed by the end of the period, in order: one query."""
    agreed = Action.objects.filter(agreed_at__lt=known.period.ends_at).order_by(*BY_REFERENCE)
    return list(agreed.only(*OF_THE_ACTION).with_lead_words())


def actions_not_given_up(known: Facts) -> list[Action]:
    """The actions that had been agreed by the end of the period and that nobody has given up, in order."""
    return [action for action in known.about_period(actions) if action.status not in GIVEN_UP]


def courses(known: Facts) -> list[Course]:
    """Read what was recorded about the actions that had been agreed by the end of the period: four queries."""
    of_them = {"action__agreed_at__lt": known.period.ends_at}
    changes = Transition.objects.filter(**of_them).order_by("made_at", "pk")
    extensions = Extension.objects.filter(**of_them).order_by("asked_at", "pk")
    updates = Update.objects.filter(**of_them).latest_first().reverse()
    sign_offs = SignOff.objects.filter(**of_them).order_by("signed_off_at", "pk")
    changed = by_action(map(Change._make, changes.values_list(*Change._fields)))
    asked = by_action(map(Asked._make, extensions.values_list(*Asked._fields)))
    posted = by_action(map(Posted._make, updates.values_list(*Posted._fields)))
    signed_off = by_action(map(SignedOff._make, sign_offs.values_list(*SignedOff._fields)))
    return [
        Course(row, changed[row.pk], asked[row.pk], posted[row.pk], signed_off[row.pk])
        for row in known.about_period(actions)
    ]


def by_action(rows: Iterable[Row]) -> dict[int, list[Row]]:
    """Put rows under their actions, in the order that they have."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.action].append(row)
    return found
