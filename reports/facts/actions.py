"""The actions as they stood at the end of a period, and what happened to them in it."""

import datetime
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from actions.models import Action, CountsAs, Extension, SignOff, Status, Transition, Update
from actions.rules.scale import Scale
from actions.statuses import OPEN
from portal.querysets import BY_REFERENCE
from reports.facts.period import Period


@dataclass(frozen=True)
class ActionFact:
    """One action as it stood at the end of the period."""

    action: Action
    status: str
    due_on: datetime.date
    confidence: str
    sign_off: SignOff | None
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
            extension.decision == Extension.Decision.GRANTED
            and extension.decided_at is not None
            and extension.decided_at < self.period.ends_at
            for extension in self.action.extensions.all()
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

    @cached_property
    def scale(self) -> Scale:
        """What the council calls the levels of confidence, and which of them it counts as doubtful."""
        return Scale.current()

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
            for extension in fact.action.extensions.all()
        )


def action_facts(period: Period) -> ActionFacts:
    """Read the actions as they stood at the end of the period: a fixed number of queries."""
    actions = (
        Action.objects.filter(agreed_at__lt=period.ends_at)
        .select_related("lead", "lead_organisation")
        .prefetch_related(
            Prefetch("transitions", Transition.objects.order_by("made_at", "pk")),
            Prefetch("extensions", Extension.objects.order_by("asked_at", "pk")),
            Prefetch("updates", Update.objects.latest_first().reverse()),
            Prefetch("sign_offs", SignOff.objects.order_by("signed_off_at", "pk")),
        )
        .order_by(*BY_REFERENCE)
    )
    return ActionFacts(period, [as_it_stood(action, period) for action in actions])


def as_it_stood(action: Action, period: Period) -> ActionFact:
    """Wind an action back to the end of the period."""
    sign_offs = [row for row in action.sign_offs.all() if row.signed_off_at < period.ends_at]
    updates = [row for row in action.updates.all() if row.posted_at < period.ends_at]
    return ActionFact(
        action=action,
        status=status_at_end(action, period),
        due_on=due_at_end(action, period),
        confidence=updates[-1].confidence if updates else "",
        sign_off=sign_offs[-1] if sign_offs else None,
        period=period,
    )


def status_at_end(action: Action, period: Period) -> str:
    """The status that the last change before the end gave, or that the first change after it took away."""
    later = next((row for row in action.transitions.all() if row.made_at >= period.ends_at), None)
    return str(later.from_status) if later else str(action.status)


def due_at_end(action: Action, period: Period) -> datetime.date:
    """The due date before the first extension that was granted after the end; today's where none was."""
    for extension in action.extensions.all():
        decided_at = extension.decided_at
        if extension.decision == Extension.Decision.GRANTED and decided_at and decided_at >= period.ends_at:
            return extension.due_before_on
    return action.due_on
