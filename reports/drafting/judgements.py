"""The grades that reviews gave over the years."""

from itertools import pairwise

from portal.wording import day, joined
from reports.drafting.nothing import Kind, nothing
from reports.drafting.words import count, of_them, points, verbatim
from reports.facts import Facts, judgement_facts
from reports.facts.judgements import GradeFact, TimelineFacts

NEVER_COMPUTED = "Each grade is as a review gave it: none is worked out from others."


def judgements_text(known: Facts) -> str:
    """Say for each framework what was judged and which grades it was given, the oldest first."""
    facts = known.about_period(judgement_facts)
    if not facts.total:
        return nothing(Kind.JUDGEMENTS, facts.period)
    start = (
        f"Reviews had given {count(facts.total, 'grade')} by {facts.period.end_in_words}, "
        f"{of_them(facts.new, facts.total)} in the period. {NEVER_COMPUTED}"
    )
    if facts.total == 1:
        when = "in" if facts.new else "before"
        start = (
            f"Reviews had given one grade by {facts.period.end_in_words}, {when} the period. {NEVER_COMPUTED}"
        )
    parts = [
        f"**{verbatim(name)}.**\n\n{points(map(timeline_line, timelines))}"
        for name, timelines in facts.frameworks.items()
    ]
    return "\n\n".join([start, *parts])


def timeline_line(timeline: TimelineFacts) -> str:
    """Name what was judged and its grades in order, and say how the last compares with the one before."""
    given = joined(f"{verbatim(str(fact.judgement.grade))} ({day(fact.on)})" for fact in timeline.grades)
    return f"{verbatim(timeline.judged)}: {given}{comparison(timeline.grades)}"


def comparison(grades: list[GradeFact]) -> str:
    """Say whether the last grade is better or worse than the one before; nothing where the scales differ."""
    if len(grades) < 2:
        return ""
    before, last = list(pairwise(grades))[-1]
    old, new = before.judgement.grade, last.judgement.grade
    if old.framework_id != new.framework_id:
        return ""
    if old.position == new.position:
        return ". The last is the same as the one before"
    return f". The last is {'better' if new.position < old.position else 'worse'} than the one before"
