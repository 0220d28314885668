"""What the figures say."""

from portal.wording import day
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import capital, count, points, verbatim
from reports.facts import Facts, measure_facts
from reports.facts.measures import MeasureFact


def measures_text(known: Facts) -> str:
    """Tell which measures are better and which are worse than a year before."""
    facts = known.about_period(measure_facts)
    if not facts.measures:
        return nothing(Kind.MEASURES, facts.period)
    better, worse = facts.moved("Better"), facts.moved("Worse")
    start = (
        f"{capital(count(len(facts.measures), 'measure'))} had a value by {facts.period.end_in_words}. "
        f"Compared with a year before, {count(len(better), 'measure is', 'measures are')} better and "
        f"{count(len(worse), 'measure is', 'measures are')} worse."
    )
    return "\n\n".join(
        [start, *moved("Better than a year before.", better), *moved("Worse than a year before.", worse)]
    )


def moved(heading: str, facts: list[MeasureFact]) -> list[str]:
    """Name the measures that moved one way."""
    return [f"**{heading}**\n\n{points(measure_line(fact) for fact in facts)}"] if facts else []


def measure_line(fact: MeasureFact) -> str:
    """Say what a measure is now and was a year before."""
    assert fact.year_before is not None
    return (
        f"{verbatim(fact.measure.name)}: {fact.write(fact.latest)} on {day(fact.latest.measured_on)}, "
        f"from {fact.write(fact.year_before)} on {day(fact.year_before.measured_on)}"
    )
