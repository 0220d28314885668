"""What checks need of the record beside the report's content."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from actions.models import Action, Group
from portal.models import Organisation, User
from portal.working_days import clear_days_before
from reports.deadlines import CLEAR_DAYS, only_corrects
from reports.drafting import record_now
from reports.facts import Facts, MeasureFacts, measure_facts
from reports.models import AnnexFile, Comment, Commitment, Committee, Report, Section
from reports.rendering.blocks import block_texts
from reports.rendering.paragraphs import Numbering, read_blocks


@dataclass(frozen=True)
class Owed:
    """A commitment of an earlier report that is due by the meeting and that the report says nothing about."""

    record: int
    wording: str


@dataclass(frozen=True)
class Known:
    """The people who use the portal, the council's rules, what is owed or open, and what the record says by now.

    `written` are the sections whose text is the officers' own; `fresh` has, for those that the record would write,
    what it would say today. `targets` are, for each measure, where actions say that it stood and where it should be.
    `lacking` has, for each file that is an annex, what it lacks for people who hear it, None where nobody has looked.
    """

    people: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()
    council: str = ""
    small_counts_below: int = 0
    contact_line: str = ""
    contacts: str = ""
    owed: tuple[Owed, ...] = ()
    promised: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    written: frozenset[int] = frozenset()
    fresh: Mapping[int, list[str]] | None = None
    measures: MeasureFacts | None = None
    targets: Mapping[int, set[Decimal]] = field(default_factory=dict)
    lacking: Mapping[int, list[str] | None] = field(default_factory=dict)
    meeting_on: datetime.date = datetime.date.max
    period_end_on: datetime.date = datetime.date.min
    today: datetime.date = datetime.date.min
    only_corrects: bool = False

    @cached_property
    def names(self) -> frozenset[str]:
        """The whole names of the people who use the portal, whatever their capitals."""
        return frozenset(" ".join(person.split()).casefold() for person in self.people)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Their surnames."""
        return frozenset(name.split()[-1] for name in self.names if name)

    def lists(self, name: str) -> bool:
        """Tell whether the council's lists or the report's own details name somebody or something, as whole words."""
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._listed, re.IGNORECASE))

    @cached_property
    def _listed(self) -> str:
        return "\n".join((*self.bodies, self.contact_line, self.contacts))

    @cached_property
    def place(self) -> frozenset[str]:
        """The words of the council's short name: its place is part of many names, and of no person's."""
        return frozenset(self.council.casefold().split())

    @property
    def publish_by(self) -> datetime.date:
        """The last day of publication with five clear working days before the meeting."""
        return clear_days_before(self.meeting_on, CLEAR_DAYS)

    @classmethod
    def of(cls, report: Report, facts: Facts, *, on: datetime.date) -> "Known":
        """Read what the checks of a report need on a day; a fixed number of queries."""
        settings = facts.council
        written = list(report.sections.filter(taken_over=True))
        return cls(
            people=frozenset(User.objects.values_list("name", flat=True)),
            bodies=(settings.name, report.wards_affected, *names_of_bodies()),
            council=settings.short_name,
            small_counts_below=settings.small_counts_below,
            contact_line=settings.contact_line,
            contacts=f"{report.author_contact} {report.chief_officer_contact} {report.specialist_officers}",
            owed=owed_by(report),
            promised=tuple(report.commitments.values_list("wording", flat=True)),
            comments=tuple(report.comments.unresolved().select_related("made_by")),
            written=frozenset(section.pk for section in written),
            fresh=fresh_texts(written, facts),
            measures=facts.about_period(measure_facts),
            targets=targets_of_actions(),
            lacking=dict(AnnexFile.objects.filter(annexes__report=report).values_list("pk", "lacks")),
            meeting_on=report.meeting.held_on,
            period_end_on=report.period_end_on,
            today=on,
            only_corrects=is_only_correction(report, on),
        )


def names_of_bodies() -> list[str]:
    """Return the names of organisations, groups and committees, in one query."""
    organisations, *others = (
        model.objects.order_by().values_list("name") for model in (Organisation, Group, Committee)
    )
    return [name for (name,) in organisations.union(*others, all=True)]


def is_only_correction(report: Report, on: datetime.date) -> bool:
    """Whether a report only corrects an earlier version that went out in time, or whose meeting is over."""
    if report.original_id is None:
        return False
    versions = Report.objects.with_published_before().select_related("meeting")
    return only_corrects(versions.get(pk=report.pk), on=on)


def owed_by(report: Report) -> tuple[Owed, ...]:
    """Return what earlier reports promised by the day of the meeting and the report does not answer."""
    rows = Commitment.objects.brought_to(report).with_due_day()
    due = rows.filter(due_day__lte=report.meeting.held_on).exclude(answers__report=report)
    return tuple(Owed(*row) for row in due.order_by("due_day", "pk").values_list("pk", "wording"))


def targets_of_actions() -> dict[int, set[Decimal]]:
    """Return where actions say that each measure stood, and where it should be."""
    rows = Action.objects.filter(measure__isnull=False).order_by()
    targets: dict[int, set[Decimal]] = defaultdict(set)
    for measure, *values in rows.values_list("measure_id", "baseline", "target"):
        targets[measure].update(value for value in values if value is not None)
    return targets


def fresh_texts(written: Iterable[Section], facts: Facts) -> dict[int, list[str]]:
    """Return what the record says by now of each section that was taken over as text."""
    now = record_now(written, facts)
    return {
        section.pk: [said for block in read_blocks(text, Numbering()) for said in block_texts(block)]
        for section, text in now.items()
    }
