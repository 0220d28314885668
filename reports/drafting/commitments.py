"""What earlier reports promised, and whether this one answers it."""

from collections.abc import Iterable

from portal.wording import day
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import counted_all, of_them, points, quoted, sentence, verbatim
from reports.facts import CommitmentFact, Facts, commitment_facts
from reports.figures.parts import COMMITMENTS
from reports.models import Commitment
from reports.rules.counted import counted


def commitments_text(known: Facts) -> str:
    """Count the commitments that were open, and say of each who promised what, and what this report says about it."""
    facts = known.about_period(commitment_facts)
    if not facts:
        return nothing(Kind.COMMITMENTS)
    answered = [fact for fact in facts if fact.is_answered]
    dropped = [fact for fact in facts if fact.is_dropped]
    left = [fact for fact in facts if fact.is_left]
    total = len(facts)
    verb = "was" if total == 1 else "were"
    sentences = [
        f"{counted_facts(facts, 'commitment')} of earlier reports {verb} still to be answered.",
        f"This report answers {counted(of_them(len(answered), total), COMMITMENTS, commitments_of(answered))}.",
        f"{counted_facts(dropped, 'is', 'are')} no longer due." if dropped else "",
        f"{counted_facts(left, 'is', 'are')} left open." if 0 < len(left) < total else "",
    ]
    return f"{' '.join(filter(None, sentences))}\n\n{points(map(commitment_line, facts))}"


def commitments_of(facts: Iterable[CommitmentFact]) -> list[Commitment]:
    """Return the commitments that facts are about."""
    return [fact.commitment for fact in facts]


def counted_facts(facts: Iterable[CommitmentFact], one: str, many: str = "") -> str:
    """Count commitments at the beginning of a sentence, so that the number leads to them."""
    return counted_all(COMMITMENTS, commitments_of(facts), one, many, begins=True)


def commitment_line(fact: CommitmentFact) -> str:
    """Quote one commitment with its origin, its owner and its date, and say where it stands."""
    row = fact.commitment
    promised = f"report to the meeting on {day(row.report.meeting.held_on)}, paragraph {row.paragraph}"
    return f"{quoted(row.wording)} ({promised}). Owner: {sentence(row.owner)} Due {due(row)}. **{standing(fact)}**"


def due(commitment: Commitment) -> str:
    """Say when a commitment is due: at a meeting, or on a day."""
    if commitment.due_meeting:
        return f"at the meeting on {day(commitment.due_meeting.held_on)}"
    return f"on {day(commitment.due_on)}"


def standing(fact: CommitmentFact) -> str:
    """Say what this report does about a commitment; a paragraph that has a name is referred to by it."""
    if fact.answer is None:
        return "Still to be answered, and overdue." if fact.is_overdue else "Still to be answered."
    if fact.is_dropped and fact.answer.is_exempt:
        return "No longer due."
    if fact.is_dropped:
        return f"No longer due: {verbatim(fact.answer.reason).rstrip('.')}."
    if fact.answer.paragraph_name:
        return f"Answered in paragraph {{{fact.answer.paragraph_name}}}."
    return "Answered in this report."
