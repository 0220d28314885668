"""What earlier reports promised and what the committee resolved on them, as a report has to tell it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from reports.facts.period import Period
from reports.models import Answer, Commitment, Report, Resolution
from reports.statuses import UNFINISHED, ResolutionState


@dataclass(frozen=True)
class CommitmentFact:
    """A commitment of an earlier report, and what this report says about it, if anything."""

    commitment: Commitment
    answer: Answer | None
    is_overdue: bool

    @property
    def is_answered(self) -> bool:
        """Whether a paragraph of the report answers it."""
        return self.answer is not None and not self.answer.reason

    @property
    def is_dropped(self) -> bool:
        """Whether the report says why it is no longer due."""
        return self.answer is not None and bool(self.answer.reason)


@dataclass(frozen=True)
class ResolutionFact:
    """A resolution that is not finished, or was in the period."""

    resolution: Resolution
    state: ResolutionState


def commitment_facts(report: Report) -> list[CommitmentFact]:
    """Return what earlier reports promised in public that this one answers or leaves open, as of its meeting."""
    answers = Prefetch("answers", Answer.objects.filter(report=report), to_attr="answers_here")
    rows = Commitment.objects.brought_to(report).filter(is_exempt=False).with_places()
    found = rows.with_state(on=report.meeting.held_on).prefetch_related(answers).order_by("due_day", "pk")
    return [
        CommitmentFact(row, next(iter(row.answers_here), None), row.due_day < report.meeting.held_on)
        for row in found
    ]


def resolution_facts(period: Period, report: Report) -> list[ResolutionFact]:
    """Return what is to be done or decided as of the report’s meeting, and what was done in the period."""
    rows = (
        Resolution.objects.brought_to(report).with_state(on=report.meeting.held_on).with_places().in_order()
    )
    return [
        ResolutionFact(row, ResolutionState(row.state))
        for row in rows
        if row.state in UNFINISHED or (row.state == ResolutionState.FINISHED and row.finished_on in period)
    ]
