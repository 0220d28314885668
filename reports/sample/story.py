"""What the loaders share: where each named record went, and changes dated as the story tells them."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from auditlog.models import LogEntry
from django.db.models import Max
from django.utils import timezone

from actions.models import Action, Group
from findings.models import Finding, Measure
from portal.models import Organisation, User
from portal.services import change
from reports.models import Meeting, Report
from reports.sample.source import Source
from reviews.models import Framework, Review, Strand, Theme


@dataclass
class Story:
    """The sample council as it is being loaded; records are found by the names that the data files use."""

    source: Source
    password: str
    people: dict[str, User] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    themes: dict[str, Theme] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    frameworks: dict[str, Framework] = field(default_factory=dict)
    reviews: dict[str, Review] = field(default_factory=dict)
    strands: dict[tuple[str, str], Strand] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    meetings: dict[tuple[str, datetime.date], Meeting] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)

    @property
    def set_up_on(self) -> datetime.date:
        """The day on which the council began to use the portal."""
        day: datetime.date = self.source.file("council")["set_up"]
        return day

    @property
    def administrator(self) -> User:
        """The person who set the portal up."""
        return self.people["admin"]


@dataclass(frozen=True)
class Event:
    """Something that happened to a record on a day; of one day, the lower order comes first."""

    on: datetime.date
    order: int
    by: User
    happen: Callable[[datetime.datetime], object]

    def play(self) -> None:
        """Let it happen, dated then."""
        with moment(by=self.by, on=self.on, order=self.order) as then:
            self.happen(then)


def play(events: list[Event]) -> None:
    """Let events happen in the order of the story."""
    for event in sorted(events, key=lambda event: (event.on, event.order)):
        event.play()


@contextmanager
def moment(*, by: User, on: datetime.date, order: int = 0) -> Iterator[datetime.datetime]:
    """Make a change in this person's name, with its history dated on this day."""
    with dated(on=on, order=order) as then, change(by=by):
        yield then


@contextmanager
def dated(*, on: datetime.date, order: int = 0) -> Iterator[datetime.datetime]:
    """Date the history of everything that is saved meanwhile on this day."""
    then = timezone.make_aware(datetime.datetime.combine(on, datetime.time(9 + order, 30)))
    newest = LogEntry.objects.aggregate(newest=Max("pk"))["newest"] or 0
    yield then
    LogEntry.objects.filter(pk__gt=newest).update(timestamp=then)
