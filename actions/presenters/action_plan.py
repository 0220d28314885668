"""The action plan of a review in the form that a regulator receives, on the page and as a file."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.models import Action
from actions.presenters.labels import ActionRow, row_of
from actions.presenters.plan import MilestoneRow, milestone_rows, milestone_words
from actions.rules.scale import Scale
from findings.models import Finding
from portal.exports import Column
from portal.wording import joined
from reviews.models import Review

NO_ACTION = "No action is agreed yet"


@dataclass(frozen=True)
class PlanRow:
    """One line of a plan: the areas, and the action about them; areas alone where nothing is agreed."""

    areas: list[Finding]
    listed: ActionRow | None = None
    milestones: tuple[MilestoneRow, ...] = ()
    milestones_in_words: str = ""
    waits_for: str = ""
    progress: str = ""

    @property
    def action(self) -> Action | None:
        """The action, or None."""
        return self.listed.action if self.listed else None


def plan_rows(
    findings: Sequence[Finding], actions: Iterable[Action], scale: Scale, *, on: datetime.date
) -> list[PlanRow]:
    """Arrange actions in the order of the first finding that each is about, then the areas without any.

    The actions were fetched `for_plan()` with their findings; `findings` are those of the review, in order.
    """
    place = {finding.pk: number for number, finding in enumerate(findings)}
    rows: list[PlanRow] = []
    answered: set[int] = set()
    for action in actions:
        places = sorted(place[finding.pk] for finding in action.findings.all() if finding.pk in place)
        areas = [findings[number] for number in places]
        answered.update(finding.pk for finding in areas)
        rows.append(_row(action, areas, scale, on=on))
    rows.sort(key=lambda row: place[row.areas[0].pk])
    open_areas = [finding for finding in findings if finding.kind == "area" and finding.pk not in answered]
    return [*rows, *(PlanRow([finding]) for finding in open_areas)]


def plan_columns(review: Review, scale: Scale) -> Sequence[Column]:
    """Return the columns of the file; what each rating means stands beside it."""
    return (
        Column("Review", lambda row: str(review), 28),
        Column("Area", lambda row: "\n".join(map(area_words, row.areas)), 60),
        Column("Reference", lambda row: row.action and row.action.reference, 14),
        Column("What will be done", lambda row: row.action.title if row.action else NO_ACTION, 50),
        Column("Lead", lambda row: row.action and row.action.lead.name, 24),
        Column("Lead organisation", lambda row: row.action and row.action.lead_organisation.name, 24),
        Column("Group", lambda row: row.action and str(row.action.group or ""), 24),
        Column("Start", lambda row: row.action and row.action.start_on, 12),
        Column("Due", lambda row: row.action and row.action.due_on, 12),
        Column("Original due date", lambda row: row.action and row.action.original_due_on, 12),
        Column("Slips", lambda row: row.listed and row.listed.slip, 40),
        Column(
            "How you will know that it has worked", lambda row: row.action and row.action.success_measure, 50
        ),
        Column("Milestones", lambda row: row.milestones_in_words, 50),
        Column("Waits for", lambda row: row.waits_for, 16),
        Column("Progress", lambda row: row.progress, 50),
        Column("Delivery", lambda row: row.listed and row.listed.delivery.name, 16),
        Column(
            "What this delivery rating means", lambda row: row.listed and row.listed.delivery.definition, 40
        ),
        Column("Lead’s confidence", lambda row: row.listed and row.listed.confidence.name, 16),
        Column("What this confidence means", lambda row: row.listed and row.listed.confidence.definition, 40),
    )


def area_words(finding: Finding) -> str:
    """Write what the reviewers said, with the correction where it is wrong."""
    words = f"{finding.reference}: {finding.text}"
    return f"{words} (Correction: {finding.correction})" if finding.correction else words


def _row(action: Action, areas: list[Finding], scale: Scale, *, on: datetime.date) -> PlanRow:
    listed = row_of(action, scale)
    milestones = list(action.milestones.all())
    parts = [action.get_status_display(), listed.progress]
    said = action.latest_narrative
    return PlanRow(
        areas,
        listed,
        tuple(milestone_rows(milestones, on=on)),
        milestone_words(milestones, on=on),
        joined(str(link.waits_for) for link in action.dependencies.all()),
        ". ".join(parts) + (f": {said}" if said else ""),
    )
