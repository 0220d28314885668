"""What the committee resolved on earlier recommendations, and what came of it."""

from portal.wording import day
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import counted_all, is_are, points, quoted, sentence
from reports.facts import Facts, ResolutionFact, resolution_facts
from reports.figures.parts import RESOLUTIONS
from reports.models import Resolution
from reports.statuses import UNFINISHED, ResolutionState

Decision = Resolution.Decision


def resolutions_text(known: Facts) -> str:
    """Count what is unfinished and what was done in the period, and tell of each resolution."""
    facts = known.about_report(resolution_facts) if known.report else []
    if not facts:
        return nothing(Kind.RESOLUTIONS)
    unfinished = [fact.resolution for fact in facts if fact.state in UNFINISHED]
    finished = [fact.resolution for fact in facts if fact.state not in UNFINISHED]
    start = (
        f"{counted_all(RESOLUTIONS, unfinished, 'resolution', begins=True)} of the committee "
        f"{is_are(len(unfinished))} not finished, and {counted_all(RESOLUTIONS, finished, 'was', 'were')} carried out "
        "in the period."
    )
    return f"{start}\n\n{points(map(resolution_line, facts))}"


def resolution_line(fact: ResolutionFact) -> str:
    """Quote the recommendation, say what was resolved and when, who does it, and what came of it."""
    row = fact.resolution
    decided = f"Recommended: {quoted(row.recommendation.words)}. {day(row.meeting.held_on)}: {decision(row)}."
    if fact.state == ResolutionState.DEFERRED:
        return decided
    task = f"{decided} Owner: {sentence(row.owner)} Due on {day(row.due_on)}."
    if fact.state == ResolutionState.FINISHED:
        return f"{task} **Done on {day(row.finished_on)}:** {sentence(row.outcome)}"
    return f"{task} **{'Overdue.' if fact.state == ResolutionState.OVERDUE else 'Still to be done.'}**"


def decision(resolution: Resolution) -> str:
    """Name a decision, with the words that were agreed instead where there are any."""
    named = resolution.get_decision_display().lower()
    return f"{named}, {quoted(resolution.wording)}" if resolution.wording else named
