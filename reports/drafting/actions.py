"""How the actions went in the period."""

from collections.abc import Iterable

from actions.models import Action, Extension, SignOff, Status
from actions.presenters.labels import slip_between
from portal import wording
from portal.wording import day
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import count, counted_all, of_them, points, sentence, verbatim
from reports.facts import ActionFacts, Facts, action_facts
from reports.facts.actions import ActionFact
from reports.figures.parts import ACTIONS
from reports.rules.counted import counted

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


def actions_text(known: Facts) -> str:
    """Tell how many actions stand where, what was signed off and to what effect, what is late and at risk."""
    facts = known.about_period(action_facts)
    if not facts.actions:
        return nothing(Kind.ACTIONS, facts.period)
    parts = [standing(facts), signed_off(facts), late(facts), slips(facts), doubts(facts)]
    return "\n\n".join(part for part in parts if part)


def standing(facts: ActionFacts) -> str:
    """Count the actions by where they stood."""
    lines = points(standing_line(facts, status) for status in facts.by_status)
    agreed, total = len(facts.agreed), len(facts.actions)
    start = f"By {facts.period.end_in_words} {counted_actions(facts.actions, 'action')} had been agreed"
    if total == 1:
        return f"{start}, {'in' if agreed else 'before'} the period. It stood as follows.\n\n{lines}"
    which = counted(of_them(agreed, total), ACTIONS, actions_of(facts.agreed))
    return f"{start}, {which} in the period. They stood as follows.\n\n{lines}"


def standing_line(facts: ActionFacts, status: str) -> str:
    """Count the actions that stood in one place."""
    rows = [fact for fact in facts.actions if fact.status == status]
    return counted(f"{len(rows)} {STANDING[Status(status)]}", ACTIONS, actions_of(rows))


def actions_of(facts: Iterable[ActionFact]) -> list[Action]:
    """Return the actions that facts are about."""
    return [fact.action for fact in facts]


def counted_actions(facts: Iterable[ActionFact], noun: str, *, begins: bool = False) -> str:
    """Count actions, so that the number leads to them."""
    return counted_all(ACTIONS, actions_of(facts), noun, begins=begins)


def signed_off(facts: ActionFacts) -> str:
    """Tell what was signed off in the period and what managers said about the difference it made."""
    if not facts.signed_off:
        return "**Signed off in the period.** Managers signed off no action."
    made = [fact for fact in facts.signed_off if fact.sign_off and fact.sign_off.made_difference == "yes"]
    total = len(facts.signed_off)
    which = counted(of_them(len(made), total), ACTIONS, actions_of(made))
    judged = f"judged that {which}" if made else "did not yet judge that " + any_of_them(total)
    start = (
        f"**Signed off in the period.** Managers signed off {counted_actions(facts.signed_off, 'action')} on evidence, "
        f"and {judged} made a difference for children."
    )
    return f"{start}\n\n{points(sign_off_line(fact) for fact in facts.signed_off)}"


def any_of_them(number: int) -> str:
    """Name what none of the actions did."""
    return {1: "it", 2: "either of them"}.get(number, "any of them")


def sign_off_line(fact: ActionFact) -> str:
    """Name an action and say what managers judged of it."""
    assert fact.sign_off is not None
    return f"{name(fact)}: {DIFFERENCES[SignOff.Difference(fact.sign_off.made_difference)]}"


def late(facts: ActionFacts) -> str:
    """Name the actions that are open past their due date."""
    if not facts.late:
        return "**Late.** No open action is past its due date."
    lines = points(map(late_line, facts.late))
    verb = "is" if len(facts.late) == 1 else "are"
    number = counted_actions(facts.late, "open action", begins=True)
    return f"**Late.** {number} {verb} past the due date.\n\n{lines}"


def late_line(fact: ActionFact) -> str:
    """Name an action, its due date, and how often and how far that had moved."""
    slip = slip_between(fact.action.original_due_on, fact.due_on, extensions_granted=fact.extensions_granted)
    return f"{name(fact)}, due {day(fact.due_on)}" + (f". {slip}" if slip else "")


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
    number = counted_actions(facts.slipped, "open action", begins=True)
    verb, furthest = ("has", "") if len(days) == 1 else ("have", "the furthest ")
    return (
        f"**Dates that moved.** {number} {verb} a later due date than was first "
        f"agreed, {furthest}by {wording.count(days[-1], 'day')}. {decided}"
    )


def doubts(facts: ActionFacts) -> str:
    """Name the open actions that their leads doubt, in the council's words, and say what those mean."""
    if not facts.doubtful:
        return ""
    levels, doubted = facts.scale.confidence, facts.doubtful
    reported = [levels[code] for code in dict.fromkeys(fact.confidence for fact in doubted)]
    names = " or ".join(verbatim(level.name) for level in reported)
    meanings = " ".join(f"{verbatim(level.name)} means: {sentence(level.definition)}" for level in reported)
    which = "this open action" if len(doubted) == 1 else "these open actions"
    lines = points(f"{name(fact)}: {verbatim(levels[fact.confidence].name)}" for fact in doubted)
    return f"**Lead’s confidence.** For {which} the lead’s confidence is {names}. {meanings}\n\n{lines}"


def name(fact: ActionFact) -> str:
    """Name an action by its title and reference."""
    return f"{verbatim(fact.action.title).rstrip('.')} ({fact.action.reference})"
