"""The concerns that come back from review to review."""

from portal.wording import joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import capital, cited_words, count, first_points, of_them, verbatim
from reports.facts import Facts, recurrence_facts
from reports.facts.recurrences import RecurrenceFact

MOST = 10


def recurrences_text(known: Facts) -> str:
    """Say which concerns were raised more than once, how often since when, and by which reviews."""
    facts = known.about_period(recurrence_facts)
    total, again = len(facts.concerns), len(facts.again)
    if not total:
        return nothing(Kind.RECURRENCES, facts.period)
    verb = "was" if total == 1 else "were"
    start = (
        f"{capital(count(total, 'concern'))} {verb} raised by more than one review. "
        f"The reviews of the period raised {of_them(again, total)} again. "
        "Each is quoted in the words of the last review that raised it."
    )
    parts = [
        start,
        *told("Raised again in the period.", facts.again),
        *told("Not raised again in the period.", facts.before),
    ]
    return "\n\n".join(parts)


def told(heading: str, concerns: list[RecurrenceFact]) -> list[str]:
    """List the first concerns under a heading, and count the others; nothing for none."""
    if not concerns:
        return []
    return [f"**{heading}**\n\n{first_points(concerns, concern_line, most=MOST, noun='concern')}"]


def concern_line(fact: RecurrenceFact) -> str:
    """Quote a concern with how often it was raised, and name the reviews."""
    reviews = joined(verbatim(review.title) for review in fact.reviews)
    return f"{fact.chain.words}: {cited_words(fact.chain.newest)}. Reviews: {reviews}"
