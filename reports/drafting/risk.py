"""What may not be delivered as agreed, and why."""

from actions.presenters.labels import slip_between
from portal.wording import day, joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import capital, count, is_are, points, verbatim
from reports.facts import Facts, risk_facts
from reports.facts.risk import RiskFact


def risk_text(known: Facts) -> str:
    """Say which open actions are late, which are at risk, and which their leads do not expect to deliver in time."""
    facts = known.about_period(risk_facts)
    if not facts.open_count:
        return nothing(Kind.RISK, facts.period)
    opened = f"{capital(count(facts.open_count, 'action'))} {is_are(facts.open_count)} open"
    if not facts.risks:
        return f"{opened}. None is late or at risk, and no lead’s confidence is low."
    low = sum(risk.is_doubted for risk in facts.risks)
    start = (
        f"{opened}. {number_of(len(facts.late))} late and {number_of(len(facts.at_risk)).lower()} at risk. "
        f"{number_of(low)} held with low confidence by the lead."
    )
    parts = [
        start,
        *told("Late.", facts.late),
        *told("At risk.", facts.at_risk),
        *told("Low confidence.", facts.only_doubted),
    ]
    return "\n\n".join(parts)


def number_of(number: int) -> str:
    """Begin a sentence about so many of them."""
    return capital(count(number, "is", "are")) if number else "None are"


def told(heading: str, risks: list[RiskFact]) -> list[str]:
    """List actions with what stands in their way; nothing for none."""
    return [f"**{heading}**\n\n{points(map(risk_line, risks))}"] if risks else []


def risk_line(risk: RiskFact) -> str:
    """Name an action, when it is due, and why it may not be delivered then."""
    fact = risk.fact
    due = f"{name(risk)}, due {day(fact.due_on)}"
    reasons = joined(reasons_of(risk))
    slip = slip_between(fact.action.original_due_on, fact.due_on, extensions_granted=fact.extensions_granted)
    return ". ".join(filter(None, [due, capital(reasons), slip]))


def reasons_of(risk: RiskFact) -> list[str]:
    """Say in plain words what stands in the way."""
    late, left = risk.steps_late, risk.steps_left
    reasons = {
        "it is paused": risk.is_paused,
        f"it was to start on {day(risk.fact.action.start_on)}": risk.should_have_started,
        f"{count(len(late), 'milestone is', 'milestones are')} late": bool(late),
        f"{count(len(left), 'milestone is', 'milestones are')} still to be reached": risk.is_near
        and not late,
        f"it waits for {waits(risk)}": bool(risk.held_up_by),
        "its lead does not expect to deliver it in time": risk.is_doubted,
    }
    return [words for words, holds in reasons.items() if holds]


def waits(risk: RiskFact) -> str:
    """Name the actions that it waits for."""
    return joined(
        f"{verbatim(other.action.title).rstrip('.')} ({other.action.reference})" for other in risk.held_up_by
    )


def name(risk: RiskFact) -> str:
    """Name an action by its title and reference."""
    return f"{verbatim(risk.fact.action.title).rstrip('.')} ({risk.fact.action.reference})"
