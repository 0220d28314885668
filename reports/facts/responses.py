"""What the council answered to the areas of a period's reviews, and the actions by which it answers."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from actions.models import Action
from findings.models import Finding, Kind
from reports.facts.courses import actions_not_given_up
from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import findings_reported


@dataclass(frozen=True)
class ResponseFacts:
    """The areas of the reviews that reported in the period, the most prominent first, with the actions about each."""

    period: Period
    areas: list[Finding]
    plans: dict[int, list[Action]]

    def answered(self, response: str) -> list[Finding]:
        """The areas that were answered so; an empty response means those not answered yet."""
        return [area for area in self.areas if area.response == response]

    @cached_property
    def without_actions(self) -> list[Finding]:
        """Areas that were accepted, if only in part, and about which nothing was agreed."""
        return [
            area
            for area in self.areas
            if area.response in ("accepted", "partly_accepted") and not self.plans[area.pk]
        ]

    @cached_property
    def actions(self) -> list[tuple[Action, list[Finding]]]:
        """The action plan: each action once, with the areas that it answers."""
        found: dict[Action, list[Finding]] = {}
        for area in self.areas:
            for action in self.plans[area.pk]:
                found.setdefault(action, []).append(area)
        return list(found.items())


def response_facts(known: Facts) -> ResponseFacts:
    """Tell what was answered to the areas of the reviews that reported in the period, with their actions."""
    areas = [finding for finding in known.about_period(findings_reported) if finding.kind == Kind.AREA]
    about = known.about_period(findings_by_action)
    plans: dict[int, list[Action]] = defaultdict(list)
    for action in actions_not_given_up(known):
        for finding in about[action.pk]:
            plans[finding].append(action)
    return ResponseFacts(known.period, areas, plans)


def findings_by_action(known: Facts) -> dict[int, list[int]]:
    """Read which of the findings of the reviews that reported in the period each action is about: one query."""
    found = known.about_period(findings_reported)
    links = Action.findings.through._default_manager.filter(finding__in=found)
    about: dict[int, list[int]] = defaultdict(list)
    for action, finding in links.values_list("action", "finding"):
        about[action].append(finding)
    return about
