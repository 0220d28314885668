"""What the council answered to the reviews of the period."""

from findings.models import Finding, Response
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import (
    capital,
    cited_words,
    count,
    first_points,
    is_are,
    points,
    sentence,
    verbatim,
)
from reports.facts import Facts, ResponseFacts, response_facts

MOST = 10
MOST_REFUSED = 100
NAMES = {
    Response.ACCEPTED: "accepted",
    Response.PARTLY_ACCEPTED: "accepted in part",
    Response.NOT_ACCEPTED: "not accepted",
    "": "still to be answered",
}


def responses_text(known: Facts) -> str:
    """Count the answers, quote what was not accepted as it stands with the reason, and tell of the action plan."""
    facts = known.about_period(response_facts)
    if not facts.areas:
        return nothing(Kind.RESPONSES)
    parts = [
        answers(facts),
        *refused("Accepted in part.", facts.answered(Response.PARTLY_ACCEPTED)),
        *refused("Not accepted.", facts.answered(Response.NOT_ACCEPTED)),
        *listed("Still to be answered.", facts.answered("")),
        plan(facts),
        *listed("Accepted, with no action yet.", facts.without_actions),
    ]
    return "\n\n".join(parts)


def answers(facts: ResponseFacts) -> str:
    """Count the areas by how they were answered."""
    total = len(facts.areas)
    numbers = ((len(facts.answered(response)), words) for response, words in NAMES.items())
    lines = points(
        f"{capital(count(number, is_are(number), is_are(number)))} {words}"
        for number, words in numbers
        if number
    )
    start = f"The reviews that reported in the period have {count(total, 'area')} for consideration."
    return f"{start} The council answered as follows.\n\n{lines}"


def refused(heading: str, areas: list[Finding]) -> list[str]:
    """Quote each area with the council's reason; nothing for none."""
    if not areas:
        return []
    return [f"**{heading}**\n\n{first_points(areas, refusal, most=MOST_REFUSED, noun='area')}"]


def refusal(area: Finding) -> str:
    """Quote an area with the council's reason."""
    return f"{source(area)}. Reason: {sentence(area.response_reason)}"


def listed(heading: str, areas: list[Finding]) -> list[str]:
    """Quote the most prominent areas, and count the others; nothing for none."""
    if not areas:
        return []
    return [f"**{heading}**\n\n{first_points(areas, source, most=MOST, noun='area')}"]


def source(area: Finding) -> str:
    """Quote an area with its reference and its review."""
    return f"{cited_words(area)} ({verbatim(area.review.title)}, {area.reference})"


def plan(facts: ResponseFacts) -> str:
    """Say how many actions answer how many of the areas."""
    if not facts.actions:
        return "**Action plan.** No action has been agreed about these areas."
    covered, total = len({area.pk for _, areas in facts.actions for area in areas}), len(facts.areas)
    which = "the area" if total == 1 else f"{count(covered, 'of', 'of')} the {count(total, 'area')}"
    verb = "answers" if len(facts.actions) == 1 else "answer"
    return (
        f"**Action plan.** {capital(count(len(facts.actions), 'action'))} {verb} {which}. "
        "The table lists each with its lead and its due date."
    )
