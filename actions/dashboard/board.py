"""Everything that the dashboard shows, each part counted when it is asked for: the page, its charts and its file."""

import datetime
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from actions.dashboard.attention import NeedsAttention, needing_attention
from actions.dashboard.breakdown import NOTHING, STACK, Breakdown, break_down
from actions.dashboard.counts import FIGURES, Standing, count_standing
from actions.dashboard.figures import LABELS, SHARE_COLUMNS, Addresses, Figure, Line, Table, list_of
from actions.dashboard.impact import count_answers
from actions.dashboard.movement import count_moved
from actions.dashboard.trend import Quarter, trend_of
from actions.filters import BY, NO_CONFIDENCE, NO_THEME, DashboardFilter, ScopeFilter
from actions.models import Status
from actions.querysets import ActionQuerySet
from actions.rules.impact import ANSWERS
from actions.rules.movement import MOVED
from actions.rules.scale import NOT_GIVEN, Scale
from actions.rules.then import STOOD
from actions.statuses import DONE
from findings.models import Finding
from portal.models import User
from portal.registry import latest_occasions
from portal.wording import day

EVERY_ROW = "all"
WITHOUT_OCCASION = 90
"""Days to look back where nothing has happened that people ask about."""


class Board:
    """The dashboard for one person, one address and one day."""

    def __init__(self, scope: DashboardFilter, *, person: User, on: datetime.date) -> None:
        self.scope, self.person, self.on = scope, person, on
        self.addresses = Addresses.of(scope)

    @cached_property
    def scale(self) -> Scale:
        """The council's scale."""
        return Scale.current()

    @cached_property
    def actions(self) -> ActionQuerySet:
        """The actions that the dashboard looks at."""
        actions: ActionQuerySet = self.scope.qs
        return actions

    @cached_property
    def asked(self) -> Mapping[str, Any]:
        """What the address asks for, as records."""
        self.scope.form.is_valid()
        return {name: value for name, value in self.scope.form.cleaned_data.items() if value}

    @property
    def is_misread(self) -> bool:
        """Tell whether a part of the address makes no sense and is left out."""
        return bool(self.scope.form.errors)

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What the actions are cut down to, in words."""
        fields = self.scope.form.fields
        values = [(name, self.asked[name]) for name in ScopeFilter.base_filters if name in self.asked]
        return [
            (str(fields[name].label), NOTHING[name][1] if value == NO_THEME else str(value))
            for name, value in values
        ]

    @cached_property
    def occasions(self) -> list[tuple[str, datetime.date]]:
        """What people ask about, with the first day after it."""
        return [(label, first) for label, first in latest_occasions() if first <= self.on]

    @cached_property
    def since(self) -> datetime.date:
        """The day since when changes are counted: as asked, or else since the last report."""
        if "since" in self.asked:
            since: datetime.date = self.asked["since"]
            return since
        if self.occasions:
            return self.occasions[0][1]
        return self.on - datetime.timedelta(days=WITHOUT_OCCASION)

    @property
    def by(self) -> str:
        """What the actions are broken down by."""
        return str(self.asked.get("by", next(iter(BY))))

    @cached_property
    def standing(self) -> Standing:
        """How the actions stand now."""
        return count_standing(self.actions, self.scale, on=self.on)

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers at the head of the page; of leads who have left only where there are any."""
        counts = self.standing.figures
        return [
            Figure(LABELS[name], counts[name], self.addresses.register(show=name), name)
            for name in FIGURES
            if counts[name] or name != "lead_left"
        ]

    @cached_property
    def areas(self) -> Figure | None:
        """The areas that nobody has answered; None where what is looked at says nothing about findings."""
        asked = self.asked
        if asked.keys() & {"group", "lead_organisation", "lead"} or asked.get("theme") == NO_THEME:
            return None
        areas = Finding.objects.visible_to(self.person).awaiting_response()
        if "theme" in asked:
            areas = areas.filter(themes=asked["theme"])
        if "review" in asked:
            areas = areas.filter(review=asked["review"])
        return Figure(
            "Areas without a response", areas.count(), self.addresses.findings(response="waiting"), "areas"
        )

    @cached_property
    def statuses(self) -> Table:
        """How many actions have each status."""
        counts = self.standing.statuses
        figures = [
            Figure(str(status.label), counts[status], self.addresses.register(status=status.value))
            for status in Status
        ]
        return list_of("By status", "Status", figures)

    @cached_property
    def delivery(self) -> Table:
        """How many actions stand at each level of delivery."""
        counts = self.standing.delivery
        figures = [
            Figure(level.name, counts[code], self.addresses.register(delivery=code))
            for code, level in self.scale.delivery.items()
        ]
        return list_of("By delivery", "Delivery", figures)

    @cached_property
    def confidence(self) -> Table:
        """How many open actions their leads are how confident of; a level offered no more while any has it."""
        counts = self.standing.confidence
        levels = [
            *(
                (code, level)
                for code, level in self.scale.confidence.items()
                if level.is_offered or counts[code]
            ),
            ("", NOT_GIVEN),
        ]
        figures = [
            Figure(
                level.name,
                counts[code],
                self.addresses.register(show="open", confidence=code or NO_CONFIDENCE),
            )
            for code, level in levels
        ]
        return list_of("Open actions by the lead’s confidence", "Lead’s confidence", figures)

    @cached_property
    def attention(self) -> list[NeedsAttention]:
        """The actions that need attention first."""
        return needing_attention(self.actions, self.scale, on=self.on)

    @cached_property
    def movement(self) -> list[Figure]:
        """What changed since the day."""
        counts = count_moved(self.actions, self.scale, since=self.since, on=self.on)
        day_in_address = self.since.isoformat()
        return [
            Figure(label, counts[name], self.addresses.register(moved=name, since=day_in_address), name)
            for name, label in MOVED.items()
        ]

    @cached_property
    def quarters(self) -> list[Quarter]:
        """How the actions stood at the end of each of the last eight quarters."""
        return trend_of(self.actions, on=self.on)

    @cached_property
    def trend(self) -> Table:
        """The last eight quarters as a table."""
        lines = [
            Line(
                day(quarter.ends_on),
                tuple(
                    Figure(
                        f"{label.lower()}, {day(quarter.ends_on)}",
                        quarter.numbers[name],
                        self.addresses.register(stood=name, at=quarter.ends_on.isoformat()),
                        label,
                    )
                    for name, label in STOOD.items()
                ),
            )
            for quarter in self.quarters
        ]
        return Table("Over eight quarters", "At the end of", tuple(STOOD.values()), lines)

    @cached_property
    def breakdown(self) -> Breakdown:
        """The actions of each theme, or whatever was asked for."""
        return break_down(
            self.actions,
            self.by,
            self.scale,
            on=self.on,
            only=self.asked.get(self.by),
            everything=self.scope.data.get("rows") == EVERY_ROW,
        )

    @cached_property
    def shares(self) -> Table:
        """The breakdown as a table."""
        lines = [
            Line(
                share.name,
                tuple(
                    Figure(
                        f"{SHARE_COLUMNS[name].lower()}, {share.name}",
                        getattr(share, name),
                        self.addresses.register(**{self.by: share.key, "show": name}),
                        SHARE_COLUMNS[name],
                    )
                    for name in STACK
                ),
            )
            for share in self.breakdown.shares
        ]
        label = self.breakdown.label
        return Table(f"By {label.lower()}", label, tuple(SHARE_COLUMNS.values()), lines)

    @cached_property
    def impact(self) -> Table:
        """Of what was delivered, what has made a difference."""
        done = sum(self.standing.statuses[status] for status in DONE)
        counts = count_answers(self.actions, done=done)
        figures = [
            Figure(label, counts[answer], self.addresses.register(difference=answer))
            for answer, label in ANSWERS.items()
        ]
        return list_of("Difference made", "Has it made a difference?", figures)

    def address(self, **changes: str) -> str:
        """Return the query of this very view, with changes; of one that is shown alike but for them."""
        return self.addresses.query(**{**self.scope.sent("since", "by", "rows"), **changes})
