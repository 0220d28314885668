"""The record as one report tells it: what its sections' texts and figures ask for is read once."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from reports.facts.period import Period
from reports.models import Report

Told = TypeVar("Told")


class Facts:
    """What the record says about a period, each part read when it is first asked for.

    `report` is the report that is written, for the kinds of section that look at the committee's earlier ones.
    """

    def __init__(self, period: Period, report: Report | None = None) -> None:
        self.period = period
        self.report = report
        self._told: dict[Callable[..., Any], Any] = {}

    @classmethod
    def of(cls, report: Report) -> "Facts":
        """The record as a report tells it."""
        return cls(Period.of(report), report)

    def about_period(self, reader: Callable[[Period], Told]) -> Told:
        """What a reader of the period says, such as `action_facts`."""
        if reader not in self._told:
            self._told[reader] = reader(self.period)
        return cast(Told, self._told[reader])

    def about_report(self, reader: Callable[[Report], Told]) -> Told:
        """What a reader of the report says; only for facts of a report."""
        assert self.report is not None
        if reader not in self._told:
            self._told[reader] = reader(self.report)
        return cast(Told, self._told[reader])
