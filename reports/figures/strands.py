"""Findings by the strands of the reviews."""

from findings.models import Kind
from reports.facts import Facts, strand_facts
from reports.figures.parts import FINDINGS, REVIEWS, Block, behind, table


def strand_figures(known: Facts) -> list[Block]:
    """How many strengths and areas each review has under each of its strands."""
    return [
        table(
            "Findings of the period by review and strand",
            ["Review", "Strand", "Strengths", "Areas for consideration"],
            [
                [
                    review.review.title,
                    strand.name,
                    str(len(strand.of_kind(Kind.STRENGTH))),
                    str(len(strand.of_kind(Kind.AREA))),
                ]
                for review in known.about_period(strand_facts)
                for strand in review.strands
            ],
            numeric=(2, 3),
            sources=[
                [
                    behind(REVIEWS, [review.review]),
                    None,
                    behind(FINDINGS, strand.of_kind(Kind.STRENGTH)),
                    behind(FINDINGS, strand.of_kind(Kind.AREA)),
                ]
                for review in known.about_period(strand_facts)
                for strand in review.strands
            ],
        )
    ]
