"""What each review found, under the headings of its own document."""

from findings.models import Finding, Kind
from reports.drafting.words import capital, cited_words, count, first_points, verbatim
from reports.facts import Facts, strand_facts
from reports.facts.strands import ReviewStrands, StrandFacts

MOST = 100
"""So many of each kind under one strand: more than any document has, and few enough for a paper to be read."""


def strands_text(known: Facts) -> str:
    """Tell of each review that reported in the period what it found under each of its strands."""
    reviews = known.about_period(strand_facts)
    if not reviews:
        return "No review reported in the period, so there are no new findings."
    return "\n\n".join(map(review_text, reviews))


def review_text(review: ReviewStrands) -> str:
    """Head a review by its title, and tell of its strands below."""
    title = verbatim(review.review.title)
    if not review.strands:
        return f"### {title}\n\nNo finding of this review has been recorded."
    return "\n\n".join([f"### {title}", *map(strand_text, review.strands)])


def strand_text(strand: StrandFacts) -> str:
    """Count what was found under a strand, and quote it, strengths before areas."""
    strengths, areas = strand.of_kind(Kind.STRENGTH), strand.of_kind(Kind.AREA)
    lead = (
        f"**{verbatim(strand.name)}.** {capital(count(len(strengths), 'strength'))} and "
        f"{count(len(areas), 'area')} for consideration."
    )
    listed = (
        first_points(findings, line, most=MOST, noun=noun)
        for findings, noun in ((strengths, "strength"), (areas, "area"))
        if findings
    )
    return "\n".join([f"{lead}\n", *listed])


def line(finding: Finding) -> str:
    """Quote a finding with what it is."""
    return f"{finding.get_kind_display()}: {cited_words(finding)}"
