"""What several readers of a period rest on: its reviews, their findings, and the grades of all reviews."""

import datetime
from collections import defaultdict

from django.db.models import F

from findings.models import Finding, Kind, Prominence, Recurrence
from reports.facts.gathered import Facts
from reviews.models import Judgement, Review

# Said in full, because databases do not agree where nothing stands, and these orders go into papers that are frozen.
OLDEST_FIRST = (F("fieldwork_start_on").asc(nulls_first=True), "pk")
OVERALL_FIRST = (F("strand__position").asc(nulls_first=True), "pk")
OF_A_JUDGEMENT = (
    *("review__title", "review__received_on", "review__published_on", "review__feedback_on"),
    *("strand__name", "strand__position", "grade__name", "grade__position", "grade__framework__name"),
)
"""What reports tell of a grade and its review: no more of the rows is read."""
PROMINENCE_ORDER = {Prominence.HEADLINE: 0, Prominence.RECOMMENDATION: 1, Prominence.DETAIL: 2}


def reviews(known: Facts) -> list[Review]:
    """Read the reviews that were at work in the period or reported in it, the oldest first: one query."""
    rows = Review.objects.in_period(known.period.start, known.period.end)
    return list(rows.select_related("provider", "guidance_edition").order_by(*OLDEST_FIRST))


def reported(known: Facts) -> list[Review]:
    """The reviews whose findings came in the period, the oldest first."""
    return [review for review in known.about_period(reviews) if reported_on(review) in known.period]


def reported_on(review: Review) -> datetime.date | None:
    """The day on which the council knew a review's findings: received, else published, else feedback."""
    return review.received_on or review.published_on or review.feedback_on


def findings(known: Facts) -> list[Finding]:
    """Read the findings of the period's reviews, the most prominent first: one query."""
    of_period = {review.pk: review for review in known.about_period(reviews)}
    rows = Finding.objects.filter(review__in=list(of_period)).select_related("strand")
    found = list(rows.order_by())
    for finding in found:
        finding.review = of_period[finding.review_id]
    return sorted(found, key=most_prominent_first)


def said_of_earlier(known: Facts) -> dict[int, list[str]]:
    """Read what findings of the period's reviews say of earlier ones, by the finding: one query."""
    links = Recurrence.objects.filter(finding__in=known.about_period(findings)).order_by()
    said: dict[int, list[str]] = defaultdict(list)
    for finding, outcome in links.values_list("finding", "outcome"):
        said[finding].append(outcome)
    return said


def most_prominent_first(finding: Finding) -> tuple[int, int]:
    """Put headlines first, then recommendations, then details; within each in the order of the document."""
    return PROMINENCE_ORDER[Prominence(finding.prominence)], finding.pk


def findings_reported(known: Facts) -> list[Finding]:
    """The findings of the reviews that reported in the period, the most prominent first."""
    wanted = {review.pk for review in known.about_period(reported)}
    return [finding for finding in known.about_period(findings) if finding.review_id in wanted]


def by_strand(finding: Finding) -> tuple[int, int, bool, tuple[int, int]]:
    """Put findings in the order of the strands, those under none first; below each strengths before areas."""
    strand = finding.strand
    place = (strand.position, strand.pk) if strand else (-1, -1)
    return (*place, finding.kind != Kind.STRENGTH, most_prominent_first(finding))


def judgements(known: Facts) -> list[Judgement]:
    """Read every grade that a review gave, the overall ones first, then in the order of the strands: one query."""
    rows = Judgement.objects.select_related("review", "strand", "grade__framework")
    return list(rows.only(*OF_A_JUDGEMENT).order_by(*OVERALL_FIRST))
