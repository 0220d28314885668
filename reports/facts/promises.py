"""What earlier reports promised and what the committee resolved on them, as a report has to tell it."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone

from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.models import Answer, Commitment, Report, Resolution
from reports.querysets.promises import is_marked
from reports.statuses import UNFINISHED, ResolutionState

PLACES = ("report__meeting", "due_meeting")
OF_A_COMMITMENT = (
    *("wording", "owner", "paragraph", "due_on", "is_exempt"),
    *(f"{meeting}__held_on" for meeting in PLACES),
)
OF_A_RESOLUTION = (
    *("decision", "wording", "owner", "due_on", "outcome", "finished_on", "meeting__held_on"),
    *("recommendation__text", "recommendation__settled_text"),
)
"""What reports tell of a commitment and of a resolution: no more of the rows is read."""


@dataclass(frozen=True)
class CommitmentFact:
    """A commitment of an earlier report, and what this report says about it, if anything."""

    commitment: Commitment
    answer: Answer | None
    due_on: datetime.date
    """Its own day, or that of the meeting at which it is due."""
    is_overdue: bool

    @property
    def is_answered(self) -> bool:
        """Whether a paragraph of the report answers it."""
        return self.answer is not None and not self.answer.reason

    @property
    def is_dropped(self) -> bool:
        """Whether the report says why it is no longer due."""
        return self.answer is not None and bool(self.answer.reason)

    @property
    def is_left(self) -> bool:
        """Whether the report leaves it open: it neither answers it nor says why it is no longer due."""
        return self.answer is None


@dataclass(frozen=True)
class ResolutionFact:
    """A resolution that is not finished, or was in the period."""

    resolution: Resolution
    state: ResolutionState


def written_on(report: Report) -> datetime.date:
    """Return the day on which something is overdue or not: today, or that of the meeting once it is over."""
    held_on: datetime.date = report.meeting.held_on
    return min(timezone.localdate(), held_on)


def in_order(fact: ResolutionFact) -> tuple[int, datetime.date, int, int]:
    """Put resolutions in the order of `ResolutionQuerySet.in_order()`, which works out each state again."""
    row = fact.resolution
    place = UNFINISHED.index(fact.state) if fact.state in UNFINISHED else len(UNFINISHED)
    return place, row.due_on or datetime.date.max, -row.meeting.held_on.toordinal(), row.pk


def commitments_brought(report: Report) -> list[CommitmentFact]:
    """Read what earlier reports promised that this one answers or leaves open, the first due first: two queries."""
    today = written_on(report)
    here = Answer.objects.filter(report=report).order_by("pk")
    answers = Prefetch("answers", here, to_attr="answers_here")
    rows = Commitment.objects.brought_to(report).with_due_day().only(*OF_A_COMMITMENT)
    found = rows.select_related(*PLACES).prefetch_related(answers).order_by("due_day", "pk")
    return [
        CommitmentFact(row, next(iter(row.answers_here), None), row.due_day, row.due_day < today)
        for row in found
    ]


def commitment_facts(known: Facts) -> list[CommitmentFact]:
    """Tell of those commitments that nothing keeps from the public; of none without a report."""
    brought = known.about_report(commitments_brought) if known.report else []
    return [fact for fact in brought if is_public(fact.commitment)]


def is_public(row: Commitment) -> bool:
    """Tell whether nothing keeps a commitment from the public."""
    return not row.is_exempt and not is_marked(row.wording, row.owner)


def resolution_facts(report: Report) -> list[ResolutionFact]:
    """Return what the committee resolved earlier that is to be done or decided, and what was done in the period."""
    period = Period.of(report)
    rows = (
        Resolution.objects.brought_to(report)
        .in_public()
        .with_state(on=written_on(report))
        .select_related("recommendation", "meeting")
        .only(*OF_A_RESOLUTION)
        .order_by()
    )
    found = [
        ResolutionFact(row, ResolutionState(row.state))
        for row in rows
        if row.state in UNFINISHED or (row.state == ResolutionState.FINISHED and row.finished_on in period)
    ]
    return sorted(found, key=in_order)
