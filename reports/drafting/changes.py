"""What changed since the committee's last report."""

import datetime

from actions.models import Action
from findings.models import Kind as FindingKind
from findings.models import Recurrence
from portal.wording import day, joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import capital, count, counted_all, is_are, points, verbatim
from reports.facts import (
    ChangeFacts,
    Facts,
    change_facts,
    commitment_facts,
    finding_facts,
    last_report,
    review_facts,
)
from reports.figures.parts import ACTIONS, COMMITMENTS, FINDINGS

NAMED = 3
HAPPENED = {
    "agreed": ("was agreed", "were agreed"),
    "delivered": ("was reported as delivered", "were reported as delivered"),
    "signed_off": ("was signed off", "were signed off"),
    "difference": ("was found to have made a difference", "were found to have made a difference"),
    "slipped": ("was given a later due date", "were given a later due date"),
    "became_late": ("became late", "became late"),
    "confidence_fell": (
        "is held with less confidence by its lead",
        "are held with less confidence by their leads",
    ),
    "reopened": ("was reopened or sent back", "were reopened or sent back"),
}


def changes_text(known: Facts) -> str:
    """Say since when, and what is new: reviews, findings, concerns raised again, actions, commitments answered."""
    since, source = beginning(known)
    changes = change_facts(known, since=since)
    lines = [*found_lines(known.since(since)), *action_lines(changes), *answered_lines(known)]
    until = day(known.period.as_at)
    start = f"{source} This is what changed from {day(since)} to {until}."
    if not lines:
        return nothing(Kind.CHANGES, source=source, since=day(since), end=until)
    return f"{start}\n\n{points(lines)}"


def beginning(known: Facts) -> tuple[datetime.date, str]:
    """Return the day after which the last report ended, and the sentence that says so; without one, the period's."""
    last = known.about_report(last_report) if known.report else None
    if last is None:
        return known.period.start, "The committee has had no earlier report."
    told = f"The committee’s last report, to its meeting on {day(last.meeting.held_on)}, told of the time to "
    since = last.period_end_on + datetime.timedelta(days=1)
    return min(since, known.period.as_at), f"{told}{day(last.period_end_on)}."


def found_lines(span: Facts) -> list[str]:
    """Name the reviews that reported, and count their findings and what these say of earlier ones."""
    reviews, findings = span.about_period(review_facts).reported, span.about_period(finding_facts)
    if not reviews:
        return []
    names = joined(verbatim(fact.review.title) for fact in reviews)
    strengths, areas = findings.of_kind(FindingKind.STRENGTH), findings.of_kind(FindingKind.AREA)
    lines = [
        f"{capital(count(len(reviews), 'review'))} reported: {names}",
        f"{counted_all(FINDINGS, strengths, 'strength', begins=True)} and {counted_all(FINDINGS, areas, 'area')} "
        f"for consideration {is_are(len(strengths) + len(areas))} new",
    ]
    if findings.recurring:
        raised = counted_all(FINDINGS, findings.recurring, "finding raises", "findings raise", begins=True)
        lines.append(f"{raised} an earlier concern again")
    for outcome, words in (
        (Recurrence.Outcome.SUSTAINED, "that an earlier strength was sustained"),
        (Recurrence.Outcome.LOST, "that an earlier strength was lost"),
    ):
        rows = findings.linked(outcome)
        if rows:
            says = counted_all(FINDINGS, rows, "finding says", "findings say", begins=True)
            lines.append(f"{says} {words}")
    return lines


def action_lines(facts: ChangeFacts) -> list[str]:
    """Say what happened to how many actions, and name a few of each."""
    return [action_line(actions, *HAPPENED[name]) for name, actions in facts.actions.items() if actions]


def action_line(actions: list[Action], one: str, many: str) -> str:
    """Count the actions to which one thing happened, and name the first of them."""
    shown = actions if len(actions) <= NAMED + 1 else actions[:NAMED]
    names = [f"{verbatim(action.title).rstrip('.')} ({action.reference})" for action in shown]
    if len(shown) < len(actions):
        names.append(count(len(actions) - len(shown), "other"))
    happened = counted_all(ACTIONS, actions, f"action {one}", f"actions {many}", begins=True)
    return f"{happened}: {joined(names)}"


def answered_lines(known: Facts) -> list[str]:
    """Count the commitments of earlier reports that this one answers, and those that it leaves open."""
    facts = known.about_period(commitment_facts)
    answered = [fact.commitment for fact in facts if fact.is_answered]
    left = [fact.commitment for fact in facts if fact.is_left]
    one, many = "commitment of an earlier report is", "commitments of earlier reports are"
    return [
        f"{counted_all(COMMITMENTS, rows, one, many, begins=True)} {words}"
        for rows, words in ((answered, "answered in this report"), (left, "still to be answered"))
        if rows
    ]
