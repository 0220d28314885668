"""The record as one report tells it: what its sections' texts and figures ask for is read once."""

import datetime
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar, cast

from actions.rules.scale import Scale
from portal.models import CouncilSettings
from reports.facts.period import Period
from reports.models import Report

Told = TypeVar("Told")


class Facts:
    """What the record says about a period, each part read when it is first asked for.

    `report` is the report that is written, for the kinds of section that look at the committee's earlier ones.
    A reader takes these facts, so that it can rest on what another has read.
    """

    def __init__(self, period: Period, report: Report | None = None) -> None:
        self.period = period
        self.report = report
        self._told: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of(cls, report: Report) -> "Facts":
        """The record as a report tells it."""
        return cls(Period.of(report), report)

    @cached_property
    def council(self) -> CouncilSettings:
        """The council's name and rules."""
        return CouncilSettings.current()

    @cached_property
    def scale(self) -> Scale:
        """What the council calls the levels of the two ratings, and which it counts as doubtful."""
        return Scale.current()

    def since(self, start: datetime.date) -> "Facts":
        """The record from another first day to the same last one."""
        return self if start == self.period.start else Facts(Period(start, self.period.end), self.report)

    def about_period(self, reader: Callable[["Facts"], Told]) -> Told:
        """What a reader of the period says, such as `action_facts`."""
        if reader not in self._told:
            self._told[reader] = reader(self)
        return cast(Told, self._told[reader])

    def about_report(self, reader: Callable[[Report], Told]) -> Told:
        """What a reader of the report says; only for facts of a report."""
        assert self.report is not None
        if reader not in self._told:
            self._told[reader] = reader(self.report)
        return cast(Told, self._told[reader])
