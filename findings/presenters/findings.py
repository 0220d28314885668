"""Labels, colours and groups of findings."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

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
    """The findings of a review under one of its strands."""

    strand: Strand | None
    strengths: list[Finding] = field(default_factory=list)
    areas: list[Finding] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The strand in the document's words."""
        return str(self.strand) if self.strand else "Under no strand"

    @property
    def total(self) -> int:
        """How many findings there are, of both kinds."""
        return len(self.strengths) + len(self.areas)


@dataclass
class ReviewGroup:
    """The findings of one review about a theme."""

    review: Review
    strengths: list[Finding] = field(default_factory=list)
    areas: list[Finding] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        """The number of areas that nobody has answered yet."""
        return sum(not area.response for area in self.areas)


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


def group_by_strand(findings: Iterable[Finding], strands: Iterable[Strand]) -> list[StrandGroup]:
    """Put findings under their strands, in the order of the strands; those without one, the headlines, come first."""
    groups: dict[int | None, StrandGroup] = {None: StrandGroup(None)}
    groups |= {strand.pk: StrandGroup(strand) for strand in strands}
    for finding in findings:
        group = groups[finding.strand_id]
        (group.strengths if finding.kind == Kind.STRENGTH else group.areas).append(finding)
    return [group for group in groups.values() if group.strengths or group.areas]


def group_by_review(findings: Iterable[Finding]) -> list[ReviewGroup]:
    """Put findings under their reviews, keeping the order in which the reviews come."""
    groups: dict[int, ReviewGroup] = {}
    for finding in findings:
        group = groups.setdefault(finding.review_id, ReviewGroup(finding.review))
        (group.strengths if finding.kind == Kind.STRENGTH else group.areas).append(finding)
    return list(groups.values())


def timeline(groups: Iterable[ReviewGroup]) -> list[ReviewGroup]:
    """Put the reviews of a theme in the order of time; those without a date come last."""
    return sorted(
        groups, key=lambda group: (group.review.dated_on is None, group.review.dated_on, group.review.pk)
    )


def timeline_label(group: ReviewGroup) -> str:
    """Name a review on a chart by its month and its title."""
    when = group.review.dated_on
    return f"{when:%b %Y}: {group.review}" if when else str(group.review)


def timeline_story(theme: str, groups: list[ReviewGroup]) -> str:
    """Tell in a sentence what the chart of a theme shows, for those who do not see it."""
    if not groups:
        return f"{theme}: no finding yet"
    strengths = sum(len(group.strengths) for group in groups)
    areas = sum(len(group.areas) for group in groups)
    return (
        f"{theme}: {count(strengths, 'strength')} and {count(areas, 'area')} for consideration in "
        f"{count(len(groups), 'review')}. The table has the same figures"
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
