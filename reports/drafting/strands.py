"""What each review found, under the headings of its own document."""

from findings.models import Finding, Kind
from reports.drafting.nothing import nothing
from reports.drafting.words import cited_words, counted_all, first_points, verbatim
from reports.facts import Facts, strand_facts
from reports.facts.strands import ReviewStrands, StrandFacts
from reports.figures.parts import FINDINGS
from reports.models import Section

MOST = 100
"""So many of each kind under one strand: more than any document has, and few enough for a paper to be read."""
MOST_IN_ALL = 1_000
"""From so many findings on each strand has its share of them."""


def strands_text(known: Facts) -> str:
    """Tell of each review that reported in the period what it found under each of its strands."""
    reviews = known.about_period(strand_facts)
    if not reviews:
        return nothing(Section.Kind.STRANDS)
    most = most_of_each([strand for review in reviews for strand in review.strands])
    return "\n\n".join(review_text(review, most) for review in reviews)


def most_of_each(strands: list[StrandFacts]) -> int:
    """Return how many of each kind are quoted under a strand: fewer where so many of all would make a book."""
    if sum(len(strand.findings) for strand in strands) <= MOST_IN_ALL:
        return MOST
    lists = sum(bool(strand.of_kind(kind)) for strand in strands for kind in Kind)
    return max(1, min(MOST, MOST_IN_ALL // lists))


def review_text(review: ReviewStrands, most: int) -> str:
    """Head a review by its title, and tell of its strands below."""
    title = verbatim(review.review.title)
    if not review.strands:
        return f"### {title}\n\nNo finding of this review has been recorded."
    return "\n\n".join([f"### {title}", *(strand_text(strand, most) for strand in review.strands)])


def strand_text(strand: StrandFacts, most: int) -> str:
    """Count what was found under a strand, and quote it, strengths before areas."""
    strengths, areas = strand.of_kind(Kind.STRENGTH), strand.of_kind(Kind.AREA)
    lead = (
        f"**{verbatim(strand.name)}.** {counted_all(FINDINGS, strengths, 'strength', begins=True)} and "
        f"{counted_all(FINDINGS, areas, 'area')} for consideration."
    )
    listed = (
        first_points(findings, line, most=most, noun=noun)
        for findings, noun in ((strengths, "strength"), (areas, "area"))
        if findings
    )
    return "\n".join([f"{lead}\n", *listed])


def line(finding: Finding) -> str:
    """Quote a finding with what it is."""
    return f"{finding.get_kind_display()}: {cited_words(finding)}"
