"""What checks need of the record beside the report's content."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from portal.models import User
from portal.working_days import clear_days_before
from reports.deadlines import CLEAR_DAYS, only_corrects
from reports.drafting import WRITERS, draft_text
from reports.facts import Facts
from reports.models import Comment, Commitment, Report
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

    `fresh` has, for each section that was taken over, the texts that the record would give it today.
    """

    people: frozenset[str] = frozenset()
    small_counts_below: int = 0
    contact_line: str = ""
    contacts: str = ""
    owed: tuple[Owed, ...] = ()
    comments: tuple[Comment, ...] = ()
    fresh: Mapping[int, list[str]] | None = None
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

    @property
    def publish_by(self) -> datetime.date:
        """The last day of publication with five clear working days before the meeting."""
        return clear_days_before(self.meeting_on, CLEAR_DAYS)

    @classmethod
    def of(cls, report: Report, facts: Facts, *, on: datetime.date) -> "Known":
        """Read what the checks of a report need on a day; a fixed number of queries."""
        settings = facts.council
        return cls(
            people=frozenset(User.objects.values_list("name", flat=True)),
            small_counts_below=settings.small_counts_below,
            contact_line=settings.contact_line,
            contacts=f"{report.author_contact} {report.chief_officer_contact} {report.specialist_officers}",
            owed=owed_by(report),
            comments=tuple(report.comments.unresolved().select_related("made_by")),
            fresh=fresh_texts(report, facts),
            meeting_on=report.meeting.held_on,
            period_end_on=report.period_end_on,
            today=on,
            only_corrects=is_only_correction(report, on),
        )


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


def fresh_texts(report: Report, facts: Facts) -> dict[int, list[str]]:
    """Return what the record says by now of each section that was taken over as text."""
    taken_over = report.sections.filter(taken_over=True, kind__in=WRITERS)
    return {
        section.pk: [
            text
            for block in read_blocks(draft_text(section.kind, facts), Numbering())
            for text in block_texts(block)
        ]
        for section in taken_over
    }
