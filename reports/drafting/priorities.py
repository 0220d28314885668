"""The council's own priorities that the work serves."""

from portal.wording import joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import capital, count, points, verbatim
from reports.facts import Facts, priority_facts
from reports.facts.priorities import PlanFact


def priorities_text(known: Facts) -> str:
    """List the priorities of each plan with their source, and name the actions about that paper's findings."""
    plans = known.about_period(priority_facts)
    return "\n\n".join(map(plan_text, plans)) or nothing(Kind.PRIORITIES)


def plan_text(plan: PlanFact) -> str:
    """List one plan's priorities, and say which actions serve them as far as the record tells."""
    name = verbatim(plan.name) or "The council’s plan"
    start = f"**{name}.** {verbatim(plan.document)} ({verbatim(plan.review)}) lists "
    number = len(plan.priorities)
    start += f"{count(number, 'priority', 'priorities')}."
    return f"{start}\n\n{points(verbatim(words) for _, words in plan.priorities)}\n\n{served(plan)}"


def served(plan: PlanFact) -> str:
    """Name the actions that answer findings of the paper that lists the priorities."""
    if not plan.actions:
        return "The record names no action that serves these priorities."
    names = joined(f"{verbatim(row.title).rstrip('.')} ({row.reference})" for row in plan.actions)
    verb = "answers" if len(plan.actions) == 1 else "answer"
    return f"{capital(count(len(plan.actions), 'action'))} {verb} findings of the same paper: {names}."
