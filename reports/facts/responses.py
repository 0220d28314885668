"""What the council answered to the areas of a period's reviews, and the actions by which it answers."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from actions.models import Action
from findings.models import Finding
from findings.querysets import PROMINENCE_RANK
from portal.querysets import BY_REFERENCE
from reports.facts.period import Period
from reports.facts.reviews import reported_on
from reviews.models import Review


@dataclass(frozen=True)
class ResponseFacts:
    """The areas of the reviews that reported in the period, the most prominent first, with `plan` for their actions."""

    period: Period
    areas: list[Finding]

    def answered(self, response: str) -> list[Finding]:
        """The areas that were answered so; an empty response means those not answered yet."""
        return [area for area in self.areas if area.response == response]

    @cached_property
    def without_actions(self) -> list[Finding]:
        """Areas that were accepted, if only in part, and about which nothing was agreed."""
        return [
            area
            for area in self.areas
            if area.response in ("accepted", "partly_accepted") and not plan_of(area)
        ]

    @cached_property
    def actions(self) -> list[tuple[Action, list[Finding]]]:
        """The action plan: each action once, with the areas that it answers."""
        found: dict[Action, list[Finding]] = {}
        for area in self.areas:
            for action in plan_of(area):
                found.setdefault(action, []).append(area)
        return list(found.items())


def plan_of(area: Finding) -> list[Action]:
    """Return the actions about an area that `response_facts` read."""
    actions: list[Action] = getattr(area, "plan", [])
    return actions


def response_facts(period: Period) -> ResponseFacts:
    """Read the areas of the reviews that reported in the period with their actions: three queries."""
    reviews = [
        review.pk
        for review in Review.objects.in_period(period.start, period.end)
        if reported_on(review) in period
    ]
    actions = (
        Action.objects.not_given_up()
        .filter(agreed_at__lt=period.ends_at)
        .select_related("lead", "lead_organisation")
        .order_by(*BY_REFERENCE)
    )
    areas = (
        Finding.objects.areas()
        .filter(review__in=reviews)
        .select_related("review")
        .prefetch_related(Prefetch("actions", actions, to_attr="plan"))
        .order_by(PROMINENCE_RANK, "pk")
    )
    return ResponseFacts(period, list(areas))
