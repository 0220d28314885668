"""How the council stands among others."""

from portal.wording import day, joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import is_are, sentence, verbatim
from reports.facts import Facts, comparison_facts
from reports.models import Comparison


def comparisons_text(known: Facts) -> str:
    """Tell each comparison in a paragraph, with our place and its source."""
    facts = known.about_period(comparison_facts)
    if not facts.comparisons:
        return nothing(Kind.BENCHMARK, facts.period)
    return "\n\n".join(comparison_text(comparison, facts.council) for comparison in facts.comparisons)


def comparison_text(comparison: Comparison, council: str) -> str:
    """Say how many of all are in each category, which is ours, and who counted."""
    sentences = [
        f"**{verbatim(comparison.title).rstrip('.')}.**",
        counts(comparison),
        in_none(comparison),
        f"{verbatim(council)} is in “{verbatim(comparison.our_category)}”."
        if comparison.our_category
        else "",
        sentence(comparison.our_place) if comparison.our_place else "",
        f"Source: {verbatim(comparison.source).rstrip('.')}, {day(comparison.counted_on)}.",
    ]
    return " ".join(filter(None, sentences))


def counts(comparison: Comparison) -> str:
    """Say how many are in each category: “Of 139 councils, 2 are in “Outstanding”, 39 in “Good” and …”."""
    parts = [f"{row.number:,} in “{verbatim(row.name)}”" for row in comparison.rows]
    first, _, rest = joined(parts).partition(" ")
    verb = is_are(comparison.rows[0].number)
    return f"Of {comparison.total:,} {verbatim(comparison.counted)}, {first} {verb} {rest}."


def in_none(comparison: Comparison) -> str:
    """Say how many are in no category, where there are any."""
    if not comparison.in_none:
        return ""
    return f"{comparison.in_none:,} {is_are(comparison.in_none)} in none of these."
