"""The action plan that answers the reviews of the period."""

from actions.models import Action
from findings.models import Finding
from reports.facts import Facts, response_facts
from reports.figures.parts import ACTIONS, FINDINGS, Block, behind, date, table


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
        ", ".join(area.reference for area in areas),
        action.success_measure,
        action.lead.job_title or action.lead_organisation.name,
        date(action.due_on),
    ]
