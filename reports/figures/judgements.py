"""Timelines of judgements."""

from reports.facts import Facts, judgement_facts
from reports.figures.parts import REVIEWS, Block, behind, date, table


def judgement_figures(known: Facts) -> list[Block]:
    """One table for each framework: what was judged, when, by which review, with which grade.

    Grades are words on a scale and no quantities, so that no chart gives them a height.
    """
    facts = known.about_period(judgement_facts)
    return [
        table(
            f"Judgements over time: {name}",
            ["What was judged", "Reported", "Review", "Grade"],
            [
                [timeline.judged, date(fact.on), fact.judgement.review.title, str(fact.judgement.grade)]
                for timeline in timelines
                for fact in timeline.grades
            ],
            sources=[
                [None, None, behind(REVIEWS, [fact.judgement.review])]
                for timeline in timelines
                for fact in timeline.grades
            ],
        )
        for name, timelines in facts.frameworks.items()
    ]
