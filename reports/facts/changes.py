"""What happened to actions between two days."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from actions.models import Action, Status
from actions.rules.movement import DIFFERENCE, MOVED, OVER
from actions.rules.then import beginning_of, end_of
from actions.statuses import OPEN
from reports.facts.courses import Change, Course, courses
from reports.facts.gathered import Facts
from reports.models import Report

A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class ChangeFacts:
    """The actions to which something happened in some days, by what it was, in the order of `MOVED`."""

    actions: dict[str, list[Action]]


class Days:
    """The days from one to another, both included."""

    def __init__(self, first: datetime.date, last: datetime.date) -> None:
        self.before, self.last = first - A_DAY, last
        self.begin_at, self.end_at = beginning_of(first), end_of(last)

    def __contains__(self, when: datetime.datetime | None) -> bool:
        return when is not None and self.begin_at <= when < self.end_at


@dataclass(frozen=True)
class Movement:
    """What happened to one action in some days; `moved` asks the database the same about all since a day."""

    course: Course
    days: Days
    levels: list[str]
    """The levels of confidence, from the most to the least."""

    def happened(self) -> set[str]:
        """Return what happened to it, by the names of `MOVED`."""
        return {name for name, has_happened in HAPPENED.items() if has_happened(self)}

    def changed(self, *, to: frozenset[Status], source: frozenset[Status] = frozenset(Status)) -> bool:
        """Tell whether its status changed so, be it that it changed again afterwards."""
        return any(row.to_status in to and row.from_status in source for row in self._changes)

    def became_late(self) -> bool:
        """Tell whether it was late in the end, and was not at the end of the day before the first."""
        was_late = self.course.was_late
        return was_late(self.days.last, self.days.end_at) and not was_late(
            self.days.before, self.days.begin_at
        )

    def confidence_fell(self) -> bool:
        """Tell whether it was open in the end, and its lead less confident than at the last update before."""
        first, end = self.days.begin_at, self.days.end_at
        # A correction of what stood before puts that right: nothing fell.
        posted = any(
            row.posted_at in self.days and not (row.stands_at and row.stands_at < first)
            for row in self.course.updates
        )
        if not posted or self.course.status_at(end) not in OPEN:
            return False
        known = [row for row in self.course.updates if row.posted_at < end]
        before = [row for row in known if row.counts_from < first]
        if not before:
            return False
        now, then = known[-1].confidence, before[-1].confidence
        return now in self.levels and then in self.levels[: self.levels.index(now)]

    @cached_property
    def _changes(self) -> list[Change]:
        return [row for row in self.course.changes if row.made_at in self.days]


HAPPENED: dict[str, Callable[[Movement], bool]] = {
    "agreed": lambda row: row.course.action.agreed_at in row.days,
    "delivered": lambda row: row.changed(to=frozenset({Status.DELIVERED})),
    "signed_off": lambda row: row.changed(to=frozenset({Status.SIGNED_OFF})),
    "difference": lambda row: any(
        sign_off.made_difference in DIFFERENCE and sign_off.signed_off_at in row.days
        for sign_off in row.course.sign_offs
    ),
    "slipped": lambda row: any(asked.granted_at in row.days for asked in row.course.extensions),
    "became_late": Movement.became_late,
    "confidence_fell": Movement.confidence_fell,
    "reopened": lambda row: row.changed(source=OVER, to=OPEN),
}


def change_facts(known: Facts, *, since: datetime.date) -> ChangeFacts:
    """Tell what happened to actions since a day, nothing after the period: no query where those are read already."""
    days, levels = Days(since, known.period.as_at), list(known.scale.confidence)
    found = [
        (course.action, Movement(course, days, levels).happened()) for course in known.about_period(courses)
    ]
    return ChangeFacts({name: [action for action, happened in found if name in happened] for name in MOVED})


def last_report(report: Report) -> Report | None:
    """Return the committee's last published report before this one, by the day of its meeting."""
    meeting = report.meeting
    earlier = Report.objects.published().filter(
        meeting__committee=meeting.committee_id, meeting__held_on__lt=meeting.held_on
    )
    found: Report | None = (
        earlier.select_related("meeting")
        .only("period_end_on", "meeting__held_on")
        .order_by("-meeting__held_on", "-pk")
        .first()
    )
    return found
