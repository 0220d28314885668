"""Labels, colours and links of reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.models import Answer, Commitment, Recommendation, Report, Resolution, Section
from reports.statuses import CommitmentState, ResolutionState

STATUS_COLOURS = {
    Report.Status.DRAFT: "grey",
    Report.Status.IN_REVIEW: "yellow",
    Report.Status.APPROVED: "blue",
    Report.Status.PUBLISHED: "green",
    Report.Status.SUPERSEDED: "grey",
    Report.Status.WITHDRAWN: "red",
}


def status_colour(status: str) -> str:
    """Return the tag colour of a status."""
    return STATUS_COLOURS[Report.Status(status)]


@dataclass(frozen=True)
class ReportRow:
    """One report in a list."""

    report: Report
    colour: str

    @classmethod
    def of(cls, report: Report) -> "ReportRow":
        """Present a report."""
        return cls(report, status_colour(report.status))


@dataclass(frozen=True)
class StepLink:
    """A step that this person may take with a report now."""

    label: str
    url: str
    style: str


def steps_for(
    report: Report, user: User, *, has_editions: bool, has_later: bool = False, is_barred: bool = False
) -> list[StepLink]:
    """Return the steps that the report can take and this person may take, the usual one first.

    `has_later` tells whether a later version of it is being prepared, `is_barred` whether its approval is for others.
    """
    approves = is_allowed(user, Permission.APPROVE_REPORTS)
    begins = is_allowed(user, Permission.DRAFT_REPORTS) and not has_later
    new_version = ("Begin a new version", "version_add", "secondary", begins)
    possible = {
        Report.Status.DRAFT: [
            ("Send for review", "report_submit", "", is_allowed(user, Permission.DRAFT_REPORTS)),
            (
                "Discard this version",
                "version_discard",
                "secondary",
                report.original_id is not None and is_allowed(user, Permission.DRAFT_REPORTS),
            ),
        ],
        Report.Status.IN_REVIEW: [
            ("Approve", "report_approve", "", approves and not is_barred),
            ("Send back for changes", "report_return", "secondary", approves),
        ],
        Report.Status.APPROVED: [
            ("Publish", "report_publish", "", approves and has_editions),
            new_version,
            ("Withdraw", "report_withdraw", "secondary", approves),
        ],
        Report.Status.PUBLISHED: [
            new_version,
            ("Withdraw", "report_withdraw", "secondary", approves),
        ],
    }
    return [
        StepLink(label, reverse(f"reports:{name}", args=[report.pk]), style)
        for label, name, style, may_take in possible.get(Report.Status(report.status), [])
        if may_take
    ]


def shown(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sections that have something to show: readers meet no heading with nothing under it."""
    return [section for section in sections if section["blocks"]]


def with_standing(
    sections: list[dict[str, Any]],
    records: list[Section],
    *,
    written: set[int],
    moved_on: set[int],
    rewritten: set[int],
) -> list[dict[str, Any]]:
    """Return a draft's sections with how each stands to the record.

    `written` are those of a kind that the record writes, `moved_on` those about which it says something else now,
    `rewritten` those that have an earlier text.
    """
    return [
        {
            **section,
            "is_placed": record.is_placed,
            "is_live": record.pk in written and not record.taken_over,
            "is_taken_over": record.pk in written and record.taken_over,
            "has_moved_on": record.pk in moved_on,
            "is_rewritten": record.pk in rewritten,
        }
        for section, record in zip(sections, records, strict=True)
    ]


COMMITMENT_COLOURS = {
    CommitmentState.OVERDUE: "red",
    CommitmentState.OPEN: "blue",
    CommitmentState.ANSWERED: "green",
    CommitmentState.DROPPED: "grey",
    CommitmentState.PROPOSED: "yellow",
    CommitmentState.WITHDRAWN: "grey",
    CommitmentState.SUPERSEDED: "grey",
}
KEPT_BACK = {
    CommitmentState.ANSWERED: "Answered in a part of a report that is not published.",
    CommitmentState.DROPPED: "No longer due, for a reason that is not published.",
}
RESOLUTION_COLOURS = {
    ResolutionState.OVERDUE: "red",
    ResolutionState.OPEN: "blue",
    ResolutionState.DEFERRED: "yellow",
    ResolutionState.FINISHED: "green",
    ResolutionState.AGREED: "green",
    ResolutionState.NOT_AGREED: "grey",
    ResolutionState.TAKEN_UP: "grey",
}


def paper_address(report: Report, paragraph: int | None = None) -> str:
    """Return where a report, or one of its paragraphs, is read: the reading room once it is published."""
    name = "paper_detail" if report.status == Report.Status.PUBLISHED else "report_detail"
    place = f"#paragraph-{paragraph}" if paragraph else ""
    return f"{reverse(f'reports:{name}', args=[report.pk])}{place}"


def place_for(reader: User, row: Any, number: int | None) -> tuple[str, bool]:
    """Return where a promise or an answer is read, and whether that is a PDF: what is exempt in the full edition.

    Who sees the record reads that on the page of the report. Needs `with_places` for this reader.
    """
    if row.is_exempt and is_allowed(reader, Permission.SEE_RECORD):
        return f"{row.report.get_absolute_url()}{f'#paragraph-{number}' if number else ''}", False
    if row.is_exempt and row.full_edition and is_allowed(reader, Permission.READ_EXEMPT_PAPERS):
        return reverse("reports:edition_pdf", args=[row.full_edition]), True
    return paper_address(row.report, number), False


@dataclass(frozen=True)
class AnswerRow:
    """What a report says about a commitment, and where; without an address where a draft's paragraph is gone."""

    answer: Answer
    number: int | None
    url: str
    is_pdf: bool = False

    @classmethod
    def of(cls, answer: Answer, *, number: int | None, reader: User) -> "AnswerRow":
        """Present an answer whose paragraph has this number; one that gives a reason leads to the report."""
        if number is None and not answer.reason:
            return cls(answer, number, "")
        return cls(answer, number, *place_for(reader, answer, number))


@dataclass(frozen=True)
class CommitmentRow:
    """One commitment with its place, where it stands and what answers it. Needs `with_state` and `with_places`."""

    commitment: Commitment
    number: int | None
    label: str
    colour: str
    url: str
    answers: list[AnswerRow]
    here: AnswerRow | None = None
    kept_back: str = ""
    """What became of it, where the paragraph or the reason that says so is not for this reader."""
    is_pdf: bool = False

    @classmethod
    def of(
        cls, commitment: Any, *, number: int | None, reader: User, here: AnswerRow | None = None
    ) -> "CommitmentRow":
        """Present a commitment whose paragraph has this number; `here` is what the report on the page says of it."""
        state = CommitmentState(commitment.state)
        url, is_pdf = place_for(reader, commitment, number) if number else ("", False)
        return cls(
            commitment,
            number,
            str(state.label),
            COMMITMENT_COLOURS[state],
            url,
            [AnswerRow.of(row, number=row.paragraph, reader=reader) for row in commitment.published_answers],
            here,
            "" if commitment.published_answers else KEPT_BACK.get(state, ""),
            is_pdf,
        )


@dataclass(frozen=True)
class ResolutionRow:
    """One resolution, where it stands, and where its recommendation is read. Needs `with_state`, `with_places`."""

    resolution: Resolution
    label: str
    colour: str
    url: str

    @classmethod
    def of(cls, resolution: Any) -> "ResolutionRow":
        """Present a resolution."""
        state = ResolutionState(resolution.state)
        url = f"{paper_address(resolution.recommendation.report)}#recommendations"
        return cls(resolution, str(state.label), RESOLUTION_COLOURS[state], url)


@dataclass(frozen=True)
class Asked:
    """A recommendation with what the committee resolved on it, and whether it has still to decide."""

    recommendation: Recommendation
    rows: list[ResolutionRow]
    is_undecided: bool


def asked(recommendations: Iterable[Recommendation], resolutions: Iterable[Any]) -> list[Asked]:
    """Put the resolutions under the recommendations that they are about; the last one decides unless it deferred."""
    rows = [ResolutionRow.of(row) for row in resolutions]
    own = [
        (recommendation, [row for row in rows if row.resolution.recommendation_id == recommendation.pk])
        for recommendation in recommendations
    ]
    deferred = Resolution.Decision.DEFERRED
    return [
        Asked(recommendation, rows, all(row.resolution.decision == deferred for row in rows))
        for recommendation, rows in own
    ]


DIFFERENCE_TAGS = {
    "added": ("Added", "green"),
    "removed": ("Removed", "red"),
    "changed": ("Changed", "yellow"),
}
"""The tag of a passage that a version changed, by what became of it."""


def tagged(differences: Iterable[Any]) -> list[tuple[Any, str, str]]:
    """Return differences, each with the label and the colour of its tag."""
    return [(row, *DIFFERENCE_TAGS[row.kind]) for row in differences]


@dataclass(frozen=True)
class StateCount:
    """How many rows of a ledger stand in one state, and the address that lists exactly those."""

    label: str
    colour: str
    count: int
    query: str


def state_counts(
    numbers: Mapping[str, int], colours: Mapping[Any, str], *, committee: str = ""
) -> list[StateCount]:
    """Return the states of which there are any, in their order, each with the address of its rows."""
    return [
        StateCount(
            str(state.label),
            colour,
            numbers[state.value],
            urlencode(
                {"committee": committee, "state": state.value} if committee else {"state": state.value}
            ),
        )
        for state, colour in colours.items()
        if numbers.get(state.value)
    ]
