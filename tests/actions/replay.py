"""Actions that lived through random years, and their history replayed event by event in plain Python.

Nothing here asks the code under test: what it counts in the database is held against this.
"""

import datetime
import random
from dataclasses import dataclass, field

from auditlog.context import disable_auditlog
from django.utils import timezone

from actions.models import Action, Confidence, SignOff, Status
from tests.factories.actions import (
    ActionFactory,
    EvidenceFactory,
    ExtensionFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)

DAY = datetime.timedelta(days=1)
OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.PAUSED)
NEXT = {
    Status.NOT_STARTED: (Status.IN_PROGRESS, Status.CANCELLED, Status.DELIVERED),
    Status.IN_PROGRESS: (
        Status.PAUSED,
        Status.DELIVERED,
        Status.DELIVERED,
        Status.CANCELLED,
        Status.SUPERSEDED,
    ),
    Status.PAUSED: (Status.IN_PROGRESS, Status.DELIVERED),
    Status.DELIVERED: (Status.SIGNED_OFF, Status.SIGNED_OFF, Status.IN_PROGRESS),
    Status.SIGNED_OFF: (Status.IN_PROGRESS,),
    Status.CANCELLED: (Status.IN_PROGRESS,),
    Status.SUPERSEDED: (Status.IN_PROGRESS,),
}
RANK = {"": 3, Confidence.HIGH: 2, Confidence.MEDIUM: 1, Confidence.LOW: 0}


@dataclass
class State:
    """An action as the replay knows it at one moment."""

    status: str = ""
    due_on: datetime.date = datetime.date.max
    confidence: str = ""

    @property
    def is_agreed(self) -> bool:
        """Tell whether it has been agreed."""
        return bool(self.status)

    def is_late(self, on: datetime.date) -> bool:
        """Tell whether it is open past its due date on a day."""
        return self.status in OPEN and self.due_on < on


@dataclass
class Life:
    """One action with everything that happened to it, in order: when, what kind, what it changed."""

    action: Action
    successor: Action | None = None
    events: list[tuple[datetime.datetime, str, str, object]] = field(default_factory=list)

    def at_end_of(self, day: datetime.date) -> State:
        """Replay what happened up to the end of a day."""
        state = State()
        for moment, _, attribute, value in self.events:
            if timezone.localdate(moment) <= day:
                setattr(state, attribute, value)
        return state

    def happened(self, kind: str, since: datetime.date, until: datetime.date) -> bool:
        """Tell whether something of a kind happened from a day to another, both included."""
        return any(
            what == kind and since <= timezone.localdate(moment) <= until
            for moment, what, _, _ in self.events
        )

    def moved(self, name: str, since: datetime.date, until: datetime.date) -> bool:
        """Tell whether what the portal calls by this name happened from a day to another."""
        before, now = self.at_end_of(since - DAY), self.at_end_of(until)
        told = {
            "agreed": self.happened("agreed", since, until),
            "delivered": self.happened(f"to {Status.DELIVERED}", since, until),
            "signed_off": self.happened(f"to {Status.SIGNED_OFF}", since, until),
            "difference": any(
                self.happened(f"answered {answer}", since, until)
                for answer in (SignOff.Difference.YES, SignOff.Difference.PARTLY)
            ),
            "slipped": self.happened("slipped", since, until),
            "became_late": now.is_late(until) and not before.is_late(since - DAY),
            "confidence_fell": now.status in OPEN
            and bool(before.confidence)
            and RANK[now.confidence] < RANK[before.confidence],
            "reopened": self.happened("reopened", since, until),
        }
        return told[name]


def live(count: int, *, seed: int, until: datetime.date) -> list[Life]:
    """Let actions live through up to three years that end on a day."""
    dice = random.Random(seed)
    with disable_auditlog():
        lives: list[Life] = []
        for _ in range(count):
            lives.append(one_life(dice, until, lives[-1].action if lives else None))
        return lives


def one_life(dice: random.Random, until: datetime.date, successor: Action | None) -> Life:
    """Agree an action some time ago and let things happen to it until today; the successor may replace it."""
    now = moment_on(dice, until - dice.randint(0, 1100) * DAY)
    start = timezone.localdate(now)
    due = start + dice.randint(5, 400) * DAY
    action = ActionFactory(
        agreed_at=now, start_on=start, original_due_on=due, status=Status.NOT_STARTED, findings=[]
    )
    agreed = [(now, "agreed", "status", Status.NOT_STARTED), (now, "agreed", "due_on", due)]
    life = Life(action, successor, agreed)
    while True:
        # Now and then two things happen at the same moment, on the edge of a day too.
        now = (
            now
            if dice.random() < 0.1
            else moment_on(dice, timezone.localdate(now) + dice.randint(1, 150) * DAY)
        )
        if timezone.localdate(now) >= until:
            break
        dice.choice((move, move, report, report, correct, extend))(dice, life, now)
    action.save()
    return life


def moment_on(dice: random.Random, day: datetime.date) -> datetime.datetime:
    """Return a moment of a day, often one at its very beginning or end."""
    hour, minute = dice.choice(((0, 0), (23, 59), (dice.randint(1, 22), dice.randint(0, 59))))
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour, minute)))


def move(dice: random.Random, life: Life, now: datetime.datetime) -> None:
    """Change the status; with a sign-off where one is due."""
    action, to = life.action, dice.choice(NEXT[Status(life.action.status)])
    if to == Status.SUPERSEDED and life.successor is None:
        return
    if to == Status.SIGNED_OFF:
        answer = dice.choice(SignOff.Difference.values)
        again = timezone.localdate(now) + 90 * DAY if answer == SignOff.Difference.NOT_YET else None
        SignOffFactory(
            action=action,
            made_difference=answer,
            look_again_on=again,
            signed_off_at=now,
            evidence=[EvidenceFactory(action=action)],
        )
        life.events.append((now, f"answered {answer}", "answer", answer))
    action.superseded_by = life.successor if to == Status.SUPERSEDED else None
    TransitionFactory(action=action, from_status=action.status, to_status=to, made_at=now)
    kind = "reopened" if action.status not in OPEN and to in OPEN else f"to {to}"
    action.status = to
    life.events.append((now, kind, "status", to))


def report(dice: random.Random, life: Life, now: datetime.datetime) -> None:
    """Post an update."""
    confidence = dice.choice(Confidence.values)
    UpdateFactory(action=life.action, confidence=confidence, posted_at=now)
    life.action.confidence = confidence
    life.events.append((now, "updated", "confidence", confidence))


def correct(dice: random.Random, life: Life, now: datetime.datetime) -> None:
    """Correct any earlier update: what it said never held, so the event itself is told otherwise."""
    uncorrected = list(life.action.updates.filter(correction=None).order_by("pk"))
    if not uncorrected:
        return
    wrong = dice.choice(uncorrected)
    stood_at = wrong.counts_from
    confidence = dice.choice(Confidence.values)
    UpdateFactory(
        action=life.action,
        confidence=confidence,
        posted_at=now,
        corrects=wrong,
        correction_reason="It was read wrong",
        stands_at=stood_at,
    )
    # Of two updates at the same moment the portal lets a correction of either count.
    place = max(at for at, event in enumerate(life.events) if event[:2] == (stood_at, "updated"))
    life.events[place] = (stood_at, "updated", "confidence", confidence)
    last = [value for _, kind, _, value in life.events if kind == "updated"][-1]
    life.action.confidence = str(last)


def extend(dice: random.Random, life: Life, now: datetime.datetime) -> None:
    """Ask for a later due date, and have it granted or refused."""
    action = life.action
    if action.status not in OPEN or timezone.localdate(now) < action.start_on:
        return
    later = max(action.due_on, timezone.localdate(now)) + dice.randint(1, 120) * DAY
    granted = dice.random() < 0.7
    ExtensionFactory(
        action=action,
        due_asked_on=later,
        asked_at=now,
        decision="granted" if granted else "refused",
        decision_reason="So it is",
        decided_by=action.agreed_by,
        decided_at=now,
    )
    if granted:
        action.due_on = later
        life.events.append((now, "slipped", "due_on", later))
