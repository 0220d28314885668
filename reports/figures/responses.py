"""The action plan that answers the reviews of the period."""

from actions.models import Action
from findings.models import Finding
from reports.facts import Facts, response_facts
from reports.figures.parts import ACTIONS, FINDINGS, Block, behind, date, table

MOST_NAMED = 20
"""So many areas are named beside an action; a cell with thousands would fill pages."""


def response_figures(known: Facts) -> list[Block]:
    """The actions about the areas of the period's reviews, with those areas, their lead and their due date."""
    facts = known.about_period(response_facts)
    return [
        table(
            "Action plan that answers the reviews of the period",
            ["Action", "Answers", "How we will know that it has worked", "Lead", "Due"],
            [plan_row(action, areas) for action, areas in facts.actions],
            widths=(28, 14, 24, 15, 19),
            sources=[[behind(ACTIONS, [action]), behind(FINDINGS, areas)] for action, areas in facts.actions],
        )
    ]


def plan_row(action: Action, areas: list[Finding]) -> list[str]:
    """One action: what, about which areas, how it will be known to have worked, who and when."""
    return [
        f"{action.reference}: {action.title}",
        answered(areas),
        action.success_measure,
        action.lead_words,
        date(action.due_on),
    ]


def answered(areas: list[Finding]) -> str:
    """Name the areas that an action answers, and count those beyond the first."""
    named = ", ".join(area.reference for area in areas[:MOST_NAMED])
    return f"{named} and {len(areas) - MOST_NAMED:,} more" if len(areas) > MOST_NAMED else named
