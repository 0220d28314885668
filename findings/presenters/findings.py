"""Labels, colours and groups of findings."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator

from findings.models import Finding, Kind, Prominence, Recurrence, Response
from portal.wording import count, moment
from reviews.models import Judgement, Review, Strand

RESPONSE_COLOURS = {
    Response.ACCEPTED: "green",
    Response.PARTLY_ACCEPTED: "yellow",
    Response.NOT_ACCEPTED: "red",
}
SAID_BEFORE = {
    Recurrence.Outcome.RECURS: "Earlier reviews raised this",
    Recurrence.Outcome.SUSTAINED: "Earlier reviews praised this",
    Recurrence.Outcome.LOST: "Earlier reviews praised what is now an area for consideration",
}
KIND_COLOURS = {Kind.STRENGTH: "turquoise", Kind.AREA: "purple"}


@dataclass
class StrandGroup:
    """The findings of a review under one of its strands: how many there are, and those that a page shows."""

    strand: Strand | None
    strength_count: int = 0
    area_count: int = 0
    starts_on: int = 1
    """The page on which they begin."""
    strengths: list[Finding] = field(default_factory=list)
    areas: list[Finding] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The strand in the document's words."""
        return str(self.strand) if self.strand else "Under no strand"

    @property
    def total(self) -> int:
        """How many findings there are, of both kinds, on all pages."""
        return self.strength_count + self.area_count

    @property
    def anchor(self) -> str:
        """Where on its page the strand stands."""
        return f"strand-{self.strand.pk}" if self.strand else "no-strand"


@dataclass
class ReviewGroup:
    """The findings of one review about a theme."""

    review: Review
    strengths: list[Finding] = field(default_factory=list)
    areas: list[Finding] = field(default_factory=list)


def shorten(text: str, words: int = 40) -> str:
    """Return the beginning of a text."""
    return Truncator(text).words(words)


def response_label(finding: Finding) -> str:
    """Say how the council answered, or that it has not; nothing for a strength."""
    if finding.kind == Kind.STRENGTH:
        return ""
    return finding.get_response_display() or "Waiting for a response"


def response_colour(finding: Finding) -> str:
    """Return the tag colour of a response; grey while none is given."""
    return RESPONSE_COLOURS[Response(finding.response)] if finding.response else "grey"


def kind_colour(finding: Finding) -> str:
    """Return the tag colour of what the finding is."""
    return KIND_COLOURS[Kind(finding.kind)]


def is_prominent(finding: Finding) -> bool:
    """Tell a headline or recommendation from a detail."""
    return finding.prominence != Prominence.DETAIL


def responded(finding: Finding) -> str:
    """Say by whom and when a finding was answered."""
    return f"By {finding.responded_by} on {moment(finding.responded_at)}" if finding.response else ""


def said_before(links: Iterable[Recurrence]) -> list[str]:
    """Say how often and since when earlier reviews said something alike, without a word of what they said."""
    by_outcome: dict[str, list[Recurrence]] = defaultdict(list)
    for link in links:
        by_outcome[link.outcome].append(link)
    return [
        f"{words} {_times(by_outcome[outcome])}"
        for outcome, words in SAID_BEFORE.items()
        if by_outcome[outcome]
    ]


def _times(links: list[Recurrence]) -> str:
    days = [link.earlier.review.dated_on for link in links]
    first = min((day.year for day in days if day), default=None)
    if len(links) == 1:
        return f"once, in {first}" if first else "once"
    times = count(len(links), "time", in_words=True)
    return f"{times}, first in {first}" if first else times


def strand_groups(
    strands: Iterable[Strand], counts: Mapping[tuple[int | None, str], int], *, per_page: int
) -> list[StrandGroup]:
    """The strands with findings in their order, each with the page on which it begins; what is under none is first."""
    groups: list[StrandGroup] = []
    before = 0
    for strand in (None, *strands):
        strengths, areas = (
            counts.get((strand.pk if strand else None, kind), 0) for kind in (Kind.STRENGTH, Kind.AREA)
        )
        if strengths or areas:
            groups.append(StrandGroup(strand, strengths, areas, before // per_page + 1))
            before += strengths + areas
    return groups


def shown_under(groups: Iterable[StrandGroup], findings: Iterable[Finding]) -> list[StrandGroup]:
    """Put the findings of a page under their strands; returns the strands that have any there."""
    found = {group.strand.pk if group.strand else None: group for group in groups}
    for finding in findings:
        group = found[finding.strand_id]
        (group.strengths if finding.kind == Kind.STRENGTH else group.areas).append(finding)
    return [group for group in found.values() if group.strengths or group.areas]


def group_by_review(findings: Iterable[Finding]) -> list[ReviewGroup]:
    """Put findings under their reviews, keeping the order in which the reviews come."""
    groups: dict[int, ReviewGroup] = {}
    for finding in findings:
        group = groups.setdefault(finding.review_id, ReviewGroup(finding.review))
        (group.strengths if finding.kind == Kind.STRENGTH else group.areas).append(finding)
    return list(groups.values())


def timeline_label(review: Review) -> str:
    """Name a review on a chart by its month and its title."""
    return f"{review.dated_on:%b %Y}: {review}" if review.dated_on else str(review)


def timeline_story(theme: str, reviews: list[Any]) -> str:
    """Tell in a sentence what the chart of a theme shows, for those who do not see it; reviews with counts of it."""
    if not reviews:
        return f"{theme}: no finding yet"
    strengths = sum(review.strength_count for review in reviews)
    areas = sum(review.area_count for review in reviews)
    return (
        f"{theme}: {count(strengths, 'strength')} and {count(areas, 'area')} for consideration in "
        f"{count(len(reviews), 'review')}. The table has the same figures"
    )


def newest_judgements(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Put judgements in order of their reviews, the newest first; those of reviews without a date come first."""
    return sorted(
        judgements,
        key=lambda judgement: judgement.review.dated_on or datetime.date.max,
        reverse=True,
    )


def as_in_document(finding: Finding) -> str:
    """The words of a finding as its document has them; nothing where they are the recorded ones, or none are known."""
    candidate = getattr(finding, "candidate", None)
    if candidate is None or candidate.original_text.split() == finding.text.split():
        return ""
    return str(candidate.original_text)


def place_of(finding: Finding) -> str:
    """Where in its document's text a finding stands; nothing for one that was recorded by hand."""
    candidate = getattr(finding, "candidate", None)
    if candidate is None or not candidate.passages:
        return ""
    return f"{reverse('findings:document_text', args=[finding.document_id])}#place-{candidate.passages[0]}"
