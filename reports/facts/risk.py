"""Open actions that may not be delivered as agreed, as they stood at the end of a period, and why."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from actions.models import CountsAs, Dependency, Milestone, Status
from actions.rules.scale import Scale
from actions.statuses import GIVEN_UP, OPEN
from reports.facts.actions import ActionFact, action_facts
from reports.facts.gathered import Facts
from reports.facts.period import Period


@dataclass(frozen=True)
class RiskFact:
    """One open action that is late, at risk or held with low confidence."""

    fact: ActionFact
    steps_late: list[Milestone]
    steps_left: list[Milestone]
    held_up_by: list[ActionFact]
    scale: Scale

    @property
    def is_late(self) -> bool:
        """Past its due date."""
        return self.fact.is_late

    @property
    def is_doubted(self) -> bool:
        """Held with low confidence by its lead."""
        return self.fact.confidence in self.scale.counting_as(CountsAs.AT_RISK)

    @property
    def is_paused(self) -> bool:
        """Paused."""
        return self.fact.status == Status.PAUSED

    @property
    def should_have_started(self) -> bool:
        """Not started, and its start date has passed."""
        as_at = self.fact.period.as_at
        return self.fact.status == Status.NOT_STARTED and self.fact.action.start_on < as_at

    @property
    def is_near(self) -> bool:
        """Due within the days that the council's scale names, with steps still to be reached."""
        days = (self.fact.due_on - self.fact.period.as_at).days
        return bool(self.steps_left) and 0 <= days <= self.scale.at_risk_days

    @property
    def is_at_risk(self) -> bool:
        """Not late, but something stands in its way."""
        return not self.is_late and bool(
            self.is_paused or self.should_have_started or self.steps_late or self.is_near or self.held_up_by
        )


@dataclass(frozen=True)
class RiskFacts:
    """The open actions about which something is to be said, those due first first."""

    period: Period
    open_count: int
    risks: list[RiskFact]

    @cached_property
    def late(self) -> list[RiskFact]:
        """Those past their due date."""
        return [risk for risk in self.risks if risk.is_late]

    @cached_property
    def at_risk(self) -> list[RiskFact]:
        """Those that are not late, and that something stands in the way of."""
        return [risk for risk in self.risks if risk.is_at_risk]

    @cached_property
    def only_doubted(self) -> list[RiskFact]:
        """Those that only their lead's low confidence speaks against."""
        return [risk for risk in self.risks if not risk.is_late and not risk.is_at_risk]


@dataclass(frozen=True)
class Ways:
    """The steps and the waits of all actions."""

    steps: dict[int, list[Milestone]]
    waits: dict[int, list[int]]


def risk_facts(known: Facts) -> RiskFacts:
    """Read what stands in the way of the actions that were open at the end of the period: two queries of its own."""
    facts, scale = known.about_period(action_facts), known.scale
    ways = ways_of(known.period)
    everything = {fact.action.pk: fact for fact in facts.actions}
    still_open = [fact for fact in facts.actions if fact.is_open]
    risks = [risk_of(fact, ways, everything, scale) for fact in still_open]
    found = [risk for risk in risks if risk.is_late or risk.is_at_risk or risk.is_doubted]
    found.sort(key=lambda risk: (risk.fact.due_on, risk.fact.action.pk))
    return RiskFacts(facts.period, len(still_open), found)


def ways_of(period: Period) -> Ways:
    """Read the milestones and the dependencies that there were by the end of the period: two queries."""
    ways = Ways(defaultdict(list), defaultdict(list))
    for step in Milestone.objects.order_by("due_on", "pk").only("action", "due_on", "reached_on"):
        if step.reached_on is None or step.reached_on > period.as_at:
            ways.steps[step.action_id].append(step)
    rows = Dependency.objects.filter(added_at__lt=period.ends_at).order_by("pk")
    for action, waits_for in rows.values_list("action", "waits_for"):
        ways.waits[action].append(waits_for)
    return ways


def risk_of(fact: ActionFact, ways: Ways, everything: dict[int, ActionFact], scale: Scale) -> RiskFact:
    """Return what stands in the way of one open action."""
    left = ways.steps[fact.action.pk]
    others = [everything[pk] for pk in ways.waits[fact.action.pk] if pk in everything]
    return RiskFact(
        fact=fact,
        steps_late=[step for step in left if step.due_on < fact.period.as_at],
        steps_left=left,
        held_up_by=[other for other in others if holds_up(other, fact)],
        scale=scale,
    )


def holds_up(other: ActionFact, fact: ActionFact) -> bool:
    """Whether an action that another waits for is due later than it, or was given up."""
    return other.status in GIVEN_UP or (other.status in OPEN and other.due_on > fact.due_on)
