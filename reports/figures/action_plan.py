"""The whole action plan, as an annex has it."""

from actions.models import Status
from portal.wording import day
from reports.facts import Facts, action_facts
from reports.facts.actions import ActionFact
from reports.figures.parts import Block, date, table


def action_plan(known: Facts) -> list[Block]:
    """Every action that was open at the end of the period, delivered, or signed off in it; nothing for none."""
    shown = known.about_period(action_facts).shown
    head = ["Action", "How we will know that it has worked", "Lead", "Due", "Status"]
    rows = [plan_row(fact) for fact in shown]
    caption = f"Action plan on {day(known.period.as_at)}"
    return [table(caption, head, rows, widths=(26, 26, 16, 19, 13))] if rows else []


def plan_row(fact: ActionFact) -> list[str]:
    """One action: what, how it will be known to have worked, who, when and how far."""
    action = fact.action
    return [
        f"{action.reference}: {action.title}",
        action.success_measure,
        action.lead_words,
        date(fact.due_on),
        f"{Status(fact.status).label}{', late' if fact.is_late else ''}",
    ]
