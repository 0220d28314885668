"""The text of each kind of section, in Markdown."""

from collections.abc import Callable

from reports.drafting.actions import actions_text
from reports.drafting.commitments import commitments_text
from reports.drafting.findings import findings_text
from reports.drafting.introduction import introduction_text
from reports.drafting.measures import measures_text
from reports.drafting.resolutions import resolutions_text
from reports.drafting.reviews import reviews_text
from reports.facts import Period
from reports.models import Section

WRITERS: dict[str, Callable[[Period], str]] = {
    Section.Kind.INTRODUCTION: introduction_text,
    Section.Kind.REVIEWS: reviews_text,
    Section.Kind.FINDINGS: findings_text,
    Section.Kind.ACTIONS: actions_text,
    Section.Kind.MEASURES: measures_text,
    Section.Kind.COMMITMENTS: commitments_text,
    Section.Kind.RESOLUTIONS: resolutions_text,
}
HEADINGS = {kind: str(Section.Kind(kind).label) for kind in WRITERS}


def draft_text(kind: str, period: Period) -> str:
    """Write a section from the record; a text section is the officers' own and starts empty."""
    writer = WRITERS.get(kind)
    return writer(period) if writer else ""
