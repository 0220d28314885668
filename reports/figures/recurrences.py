"""Recurring concerns, counted."""

from reports.facts import Facts, recurrence_facts
from reports.figures.parts import Block, table


def recurrence_figures(known: Facts) -> list[Block]:
    """How often each concern was raised and since when."""
    return [
        table(
            "Concerns that more than one review raised",
            ["Concern", "Reviews that raised it", "First raised in", "Last raised by"],
            [
                [
                    f"{fact.chain.newest.reference}: {fact.chain.newest.text}",
                    str(fact.chain.times),
                    str(fact.chain.since or "–"),
                    fact.chain.newest.review.title,
                ]
                for fact in known.about_period(recurrence_facts).concerns
            ],
            numeric=(1,),
            widths=(50, 14, 12, 24),
        )
    ]
