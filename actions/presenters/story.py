"""The story of an action as one timeline."""

from collections.abc import Iterable
from dataclasses import dataclass

from actions.models import Action, Evidence, Extension, Question, SignOff, Status, Transition, Update
from actions.presenters.entry import AGREED, DECIDED, MOVED, SAID, StoryEntry
from actions.presenters.evidence import in_a_line
from actions.presenters.reported import evidence_told, questions_told, updates_told
from actions.rules.scale import Scale
from findings.rules.small_counts import SmallCounts
from portal.history import HistoryEntry
from portal.wording import count, day

MOVE_TITLES = {
    (Status.NOT_STARTED, Status.IN_PROGRESS): "Started",
    (Status.PAUSED, Status.IN_PROGRESS): "Resumed",
}
TITLES = {
    Status.NOT_STARTED: "Set back to not started",
    Status.IN_PROGRESS: "Reopened",
    Status.PAUSED: "Paused",
    Status.DELIVERED: "Reported as delivered",
    Status.SIGNED_OFF: "Signed off",
    Status.CANCELLED: "Cancelled",
    Status.SUPERSEDED: "Replaced by another action",
}


@dataclass(frozen=True)
class Rows:
    """Every row of an action, each kind in order of time."""

    transitions: list[Transition]
    updates: list[Update]
    evidence: list[Evidence]
    extensions: list[Extension]
    sign_offs: list[SignOff]
    questions: list[Question]
    plan: list[HistoryEntry]


def story_of(
    action: Action,
    rows: Rows,
    scale: Scale,
    *,
    hiding: SmallCounts,
    correctable: frozenset[int] = frozenset(),
) -> list[StoryEntry]:
    """Tell everything that happened to an action, newest first; small counts as this reader may see them.

    `correctable` are the keys of the updates that this reader may correct.
    """
    told = {sign_off.signed_off_at for sign_off in rows.sign_offs}
    entries = [agreed(action)]
    entries += [
        moved(row)
        for row in rows.transitions
        if row.made_at not in told and row.to_status != Status.SIGNED_OFF
    ]
    entries += updates_told(rows.updates, scale, correctable=correctable)
    entries += evidence_told(rows.evidence, hiding)
    entries += questions_told(rows.questions)
    entries += [planned(entry) for entry in rows.plan]
    entries += [entry for row in rows.extensions for entry in extended(row)]
    entries += [signed_off(row, hiding) for row in rows.sign_offs]
    return sorted(entries, key=lambda entry: (entry.at, entry.rank), reverse=True)


def agreed(action: Action) -> StoryEntry:
    """The action was agreed."""
    facts = (("Original due date", day(action.original_due_on)),)
    return StoryEntry(action.agreed_at, AGREED, "Agreed", str(action.agreed_by), facts=facts)


def moved(row: Transition) -> StoryEntry:
    """The status changed."""
    title = MOVE_TITLES.get((Status(row.from_status), Status(row.to_status)), TITLES[Status(row.to_status)])
    facts = (("Replaced by", str(row.superseded_by)),) if row.superseded_by else ()
    return StoryEntry(row.made_at, MOVED, title, str(row.made_by), row.reason, facts)


def planned(entry: HistoryEntry) -> StoryEntry:
    """A milestone or a dependency was added, changed or removed, which only the history tells."""
    facts = tuple(
        (
            change.label,
            f"{change.after or 'Taken back'}{f' (before: {change.before})' if change.before else ''}",
        )
        for change in entry.changes
        if not change.is_bookkeeping
    )
    return StoryEntry(entry.at, SAID, entry.what, entry.who, facts=facts)


def extended(row: Extension) -> Iterable[StoryEntry]:
    """An extension was asked for, and decided or not."""
    asked = (
        ("New due date asked for", day(row.due_asked_on)),
        ("Due date at that time", day(row.due_before_on)),
    )
    yield StoryEntry(row.asked_at, SAID, "Extension asked for", str(row.asked_by), row.reason, asked)
    if not row.decided_at:
        return
    facts: tuple[tuple[str, str], ...] = ()
    title = "Extension refused"
    if row.decision == Extension.Decision.GRANTED:
        days = count((row.due_asked_on - row.due_before_on).days, "day")
        title = f"Due date slipped by {days}"
        facts = (("Due date", f"{day(row.due_before_on)} moved to {day(row.due_asked_on)}"),)
    if row.committee:
        facts += (("Decided by", f"{row.committee}, {day(row.met_on)}"),)
    yield StoryEntry(row.decided_at, DECIDED, title, str(row.decided_by), row.decision_reason, facts)


def signed_off(row: SignOff, hiding: SmallCounts) -> StoryEntry:
    """A manager answered both questions, each on evidence of its own, or the second one again."""
    facts = [] if row.is_second_look else [("Delivered", "Yes" if row.was_delivered else "No")]
    facts += rested_on("Delivery rests on", row.evidence.all(), hiding)
    if row.made_difference:
        facts.append(("Made a difference", row.get_made_difference_display()))
    facts += rested_on("Difference rests on", row.difference_evidence.all(), hiding)
    if row.look_again_on:
        facts.append(("Look again on", day(row.look_again_on)))
    title = "Signed off" if row.was_delivered else "Sent back, not delivered"
    title = "Looked again at the difference" if row.is_second_look else title
    return StoryEntry(row.signed_off_at, DECIDED, title, str(row.signed_off_by), row.reason, tuple(facts))


def rested_on(label: str, evidence: Iterable[Evidence], hiding: SmallCounts) -> list[tuple[str, str]]:
    """Name the pieces of evidence that one answer rests on."""
    return [(label, f"{piece.get_kind_display()}: {in_a_line(piece, hiding)}") for piece in evidence]
