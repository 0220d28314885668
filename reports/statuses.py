"""Where a commitment and a resolution stand: worked out from the record, never stored."""

from django.db.models import TextChoices


class CommitmentState(TextChoices):
    """What became of a promise; a report that nobody may read yet promises nothing."""

    OVERDUE = "overdue", "Overdue"
    OPEN = "open", "Not due yet"
    ANSWERED = "answered", "Answered"
    DROPPED = "dropped", "No longer due"
    PROPOSED = "proposed", "Proposed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    SUPERSEDED = "superseded", "Of an earlier version"


COMMITMENTS_MADE = (
    CommitmentState.OVERDUE,
    CommitmentState.OPEN,
    CommitmentState.ANSWERED,
    CommitmentState.DROPPED,
)
"""The states of a commitment in a published report."""


class ResolutionState(TextChoices):
    """What became of a decision of the committee."""

    OVERDUE = "overdue", "Overdue"
    OPEN = "open", "To be done"
    DEFERRED = "deferred", "Deferred"
    FINISHED = "finished", "Done"
    AGREED = "agreed", "Agreed, nothing to do"
    NOT_AGREED = "not_agreed", "Not agreed"
    TAKEN_UP = "taken_up", "Deferred, decided later"


UNFINISHED = (ResolutionState.OVERDUE, ResolutionState.OPEN, ResolutionState.DEFERRED)
"""The states of a resolution that returns in the committee's next report."""
