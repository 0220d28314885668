"""How the actions went in the period."""

from collections.abc import Iterable

from actions.models import Extension, SignOff, Status
from portal.wording import day
from reports.drafting.words import capital, count, points, verbatim
from reports.facts import ActionFacts, Period, action_facts
from reports.facts.actions import ActionFact

STANDING = {
    Status.NOT_STARTED: "not started",
    Status.IN_PROGRESS: "in progress",
    Status.PAUSED: "paused",
    Status.DELIVERED: "delivered, awaiting sign-off",
    Status.SIGNED_OFF: "signed off",
    Status.CANCELLED: "cancelled",
    Status.SUPERSEDED: "replaced by another action",
}
DIFFERENCES = {
    SignOff.Difference.YES: "made a difference",
    SignOff.Difference.PARTLY: "made a difference in part",
    SignOff.Difference.NOT_YET: "has not made a difference yet",
    SignOff.Difference.CANNOT_TELL: "managers cannot tell whether it made a difference",
}


def actions_text(period: Period) -> str:
    """Tell how many actions stand where, what was signed off and to what effect, what is late and at risk."""
    facts = action_facts(period)
    if not facts.actions:
        return f"No action had been agreed by {period.end_in_words}."
    parts = [standing(facts), signed_off(facts), late(facts), slips(facts), doubts(facts)]
    return "\n\n".join(part for part in parts if part)


def standing(facts: ActionFacts) -> str:
    """Count the actions by where they stood."""
    lines = points(f"{number} {STANDING[Status(status)]}" for status, number in facts.by_status.items())
    return (
        f"By {facts.period.end_in_words} {count(len(facts.actions), 'action')} had been agreed, "
        f"{count(len(facts.agreed), 'of them', 'of them')} in the period. They stood as follows.\n\n{lines}"
    )


def signed_off(facts: ActionFacts) -> str:
    """Tell what was signed off in the period and what managers said about the difference it made."""
    if not facts.signed_off:
        return "**Signed off in the period.** Managers signed off no action."
    made = sum(
        fact.sign_off is not None and fact.sign_off.made_difference == "yes" for fact in facts.signed_off
    )
    start = (
        f"**Signed off in the period.** Managers signed off {count(len(facts.signed_off), 'action')} on evidence, "
        f"and judged that {count(made, 'of them', 'of them')} made a difference for children."
    )
    return f"{start}\n\n{points(sign_off_line(fact) for fact in facts.signed_off)}"


def sign_off_line(fact: ActionFact) -> str:
    """Name an action and say what managers judged of it."""
    assert fact.sign_off is not None
    return f"{name(fact)}: {DIFFERENCES[SignOff.Difference(fact.sign_off.made_difference)]}"


def late(facts: ActionFacts) -> str:
    """Name the actions that are open past their due date."""
    if not facts.late:
        return "**Late.** No open action is past its due date."
    lines = points(f"{name(fact)}, due {day(fact.due_on)}" for fact in facts.late)
    verb = "is" if len(facts.late) == 1 else "are"
    return f"**Late.** {capital(count(len(facts.late), 'open action'))} {verb} past the due date.\n\n{lines}"


def slips(facts: ActionFacts) -> str:
    """Tell how many dates moved, how far, and how extensions were decided."""
    granted, refused = (facts.extensions(decision) for decision in Extension.Decision.values)
    decided = (
        f"In the period managers granted {count(granted, 'extension')} and refused "
        f"{count(refused, 'extension')}."
    )
    if not facts.slipped:
        return f"**Dates that moved.** Every open action keeps the due date first agreed. {decided}"
    days = sorted(fact.days_slipped for fact in facts.slipped)
    verb = "has" if len(days) == 1 else "have"
    return (
        f"**Dates that moved.** {capital(count(len(days), 'open action'))} {verb} a later due date than was first "
        f"agreed, the furthest by {days[-1]:,} days. {decided}"
    )


def doubts(facts: ActionFacts) -> str:
    """Name the open actions that their leads doubt."""
    if not facts.doubtful:
        return ""
    lines = points(f"{name(fact)}: {fact.confidence} confidence" for fact in by_doubt(facts.doubtful))
    return f"**At risk.** Leads report low or medium confidence for these open actions.\n\n{lines}"


def by_doubt(facts: Iterable[ActionFact]) -> list[ActionFact]:
    """Put low confidence first."""
    return sorted(facts, key=lambda fact: fact.confidence)


def name(fact: ActionFact) -> str:
    """Name an action by its title and reference."""
    return f"{verbatim(fact.action.title).rstrip('.')} ({fact.action.reference})"
