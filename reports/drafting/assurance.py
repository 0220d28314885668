"""The assurance that the independent scrutineer gives."""

import datetime

from portal.wording import day, joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import capital, count, is_are, quoted, sentence, verbatim
from reports.facts import Facts, assurance_facts
from reports.facts.assurance import AssuranceFact


def assurance_text(known: Facts) -> str:
    """Quote each statement with who gave it when, the edition that it cites and what it holds back."""
    facts = known.about_period(assurance_facts)
    parts = [statement_text(fact) for fact in facts.statements] or [nothing(Kind.ASSURANCE)]
    if facts.silent:
        names = joined(verbatim(review.title) for review in facts.silent)
        number = len(facts.silent)
        parts.append(
            f"{capital(count(number, 'report'))} of the independent scrutineer {is_are(number)} without a recorded "
            f"statement of assurance: {names}."
        )
    return "\n\n".join(parts)


def statement_text(fact: AssuranceFact) -> str:
    """Quote one statement, and say what stands behind it."""
    given_by = verbatim(fact.given_by) if fact.given_by else "The reviewer"
    when = f" on {written(fact.given_on)}" if fact.given_on else ""
    cited = (
        f"The statement cites {sentence(fact.edition)}"
        if fact.edition
        else "The statement names no edition of Working Together to Safeguard Children."
    )
    held_back = f" It holds back: {quoted(fact.held_back)}." if fact.held_back else ""
    return (
        f"**{verbatim(fact.review.title)}.** {given_by} gave this assurance{when}: {quoted(fact.text)}. "
        f"{cited}{held_back}"
    )


def written(date: str) -> str:
    """Write a day as GOV.UK does; what is no full date stays as the document has it."""
    try:
        return day(datetime.date.fromisoformat(date))
    except ValueError:
        return verbatim(date)
