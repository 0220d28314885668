"""The actions as they stood at the end of a period, and what happened to them in it."""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from actions.models import Action, CountsAs, Status
from actions.rules.scale import Scale
from actions.statuses import OPEN
from reports.facts.courses import Asked, Course, SignedOff, courses
from reports.facts.gathered import Facts
from reports.facts.period import Period


@dataclass(frozen=True)
class ActionFact:
    """One action as it stood at the end of the period."""

    action: Action
    status: str
    due_on: datetime.date
    confidence: str
    sign_off: SignedOff | None
    extensions: list[Asked]
    period: Period

    @property
    def is_open(self) -> bool:
        """Tell whether it was still to be delivered."""
        return self.status in OPEN

    @property
    def is_late(self) -> bool:
        """Tell whether it was open past its due date."""
        return self.is_open and self.due_on < self.period.as_at

    @property
    def days_slipped(self) -> int:
        """How many days its due date had moved since it was agreed."""
        return (self.due_on - self.action.original_due_on).days

    @property
    def extensions_granted(self) -> int:
        """How many extensions had been granted by the end of the period."""
        return sum(
            row.granted_at is not None and row.granted_at < self.period.ends_at for row in self.extensions
        )

    @property
    def was_signed_off_in_period(self) -> bool:
        """Tell whether it was signed off in the period and stayed so until its end."""
        return (
            self.status == Status.SIGNED_OFF
            and self.sign_off is not None
            and self.sign_off.signed_off_at in self.period
        )


@dataclass(frozen=True)
class ActionFacts:
    """Every action that had been agreed by the end of the period."""

    period: Period
    actions: list[ActionFact]
    known: Facts

    @property
    def scale(self) -> Scale:
        """What the council calls the levels of confidence, and which of them it counts as doubtful."""
        return self.known.scale

    @cached_property
    def by_status(self) -> dict[str, int]:
        """How many actions stood where, in the order of an action's life."""
        counts = Counter(fact.status for fact in self.actions)
        return {status: counts[status] for status in Status.values if counts[status]}

    @cached_property
    def agreed(self) -> list[ActionFact]:
        """Actions agreed in the period."""
        return [fact for fact in self.actions if fact.action.agreed_at in self.period]

    @cached_property
    def signed_off(self) -> list[ActionFact]:
        """Actions signed off in the period."""
        return [fact for fact in self.actions if fact.was_signed_off_in_period]

    @cached_property
    def late(self) -> list[ActionFact]:
        """Actions open past their due date."""
        return [fact for fact in self.actions if fact.is_late]

    @cached_property
    def slipped(self) -> list[ActionFact]:
        """Open actions whose due date had moved."""
        return [fact for fact in self.actions if fact.is_open and fact.days_slipped > 0]

    @cached_property
    def doubtful(self) -> list[ActionFact]:
        """Open actions of which their lead was in doubt, or worse, by the council's scale; the gravest first."""
        doubted = self.scale.counting_as(CountsAs.DOUBTFUL, CountsAs.AT_RISK)
        found = [fact for fact in self.actions if fact.is_open and fact.confidence in doubted]
        return sorted(found, key=lambda fact: -doubted.index(fact.confidence))

    @cached_property
    def shown(self) -> list[ActionFact]:
        """The actions that the report lists: open, delivered, or signed off in the period."""
        kept = (*OPEN, Status.DELIVERED)
        return [fact for fact in self.actions if fact.status in kept or fact.was_signed_off_in_period]

    def extensions(self, decision: str) -> int:
        """How many extensions were decided so in the period."""
        return sum(
            extension.decision == decision and extension.decided_at in self.period
            for fact in self.actions
            for extension in fact.extensions
        )


def action_facts(known: Facts) -> ActionFacts:
    """Tell how the actions stood at the end of the period."""
    facts = [as_it_stood(course, known.period) for course in known.about_period(courses)]
    return ActionFacts(known.period, facts, known)


def as_it_stood(course: Course, period: Period) -> ActionFact:
    """Wind an action back to the end of the period."""
    end = period.ends_at
    confidence = [row.confidence for row in course.updates if row.posted_at < end]
    sign_offs = [row for row in course.sign_offs if row.signed_off_at < end]
    return ActionFact(
        action=course.action,
        status=course.status_at(end),
        due_on=course.due_at(end),
        confidence=confidence[-1] if confidence else "",
        sign_off=sign_offs[-1] if sign_offs else None,
        extensions=course.extensions,
        period=period,
    )
