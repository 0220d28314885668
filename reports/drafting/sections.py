"""The text of each kind of section, in Markdown: written from the record until somebody takes it over.

A new kind needs a writer here; its tables and charts, if it has any, a maker in `reports.figures`.
"""

from collections.abc import Callable, Iterable
from functools import partial

from reports.drafting.actions import actions_text
from reports.drafting.assurance import assurance_text
from reports.drafting.changes import changes_text
from reports.drafting.commitments import commitments_text
from reports.drafting.comparisons import comparisons_text
from reports.drafting.findings import findings_text
from reports.drafting.introduction import introduction_text
from reports.drafting.judgements import judgements_text
from reports.drafting.measures import measures_text
from reports.drafting.priorities import priorities_text
from reports.drafting.recurrences import recurrences_text
from reports.drafting.resolutions import resolutions_text
from reports.drafting.responses import responses_text
from reports.drafting.reviews import reviews_text
from reports.drafting.risk import risk_text
from reports.drafting.strands import strands_text
from reports.drafting.voice import voice_text
from reports.facts import Facts
from reports.models import PLACED, Section, SectionKind
from reports.rules.attempts import Part, attempt_each
from reports.rules.counted import BEGIN, unmarked

WRITERS: dict[str, Callable[[Facts], str]] = {
    Section.Kind.INTRODUCTION: introduction_text,
    Section.Kind.REVIEWS: reviews_text,
    Section.Kind.FINDINGS: findings_text,
    Section.Kind.ACTIONS: actions_text,
    Section.Kind.MEASURES: measures_text,
    Section.Kind.COMMITMENTS: commitments_text,
    Section.Kind.RESOLUTIONS: resolutions_text,
    Section.Kind.CHANGES: changes_text,
    Section.Kind.JUDGEMENTS: judgements_text,
    Section.Kind.STRANDS: strands_text,
    Section.Kind.RESPONSES: responses_text,
    Section.Kind.RECURRENCES: recurrences_text,
    Section.Kind.BENCHMARK: comparisons_text,
    Section.Kind.VOICE: voice_text,
    Section.Kind.ASSURANCE: assurance_text,
    Section.Kind.PRIORITIES: priorities_text,
    Section.Kind.RISK: risk_text,
}


def offered_kinds() -> list[SectionKind]:
    """The kinds that a report can have, in the order of a committee paper: written, placed, and text."""
    return [kind for kind in Section.Kind if kind in WRITERS or kind in PLACED or kind == Section.Kind.TEXT]


def default_outline() -> list[SectionKind]:
    """The sections of a report whose committee and council have no outline: one of each kind but text.

    Findings are told by theme there; the same by strand is for a committee that asks for it.
    """
    return [kind for kind in offered_kinds() if kind not in (Section.Kind.TEXT, Section.Kind.STRANDS)]


def draft_text(kind: str, known: Facts) -> str:
    """Write a section from the record; a text section is the officers' own and starts empty."""
    return unmarked(marked_text(kind, known))


def marked_text(kind: str, known: Facts) -> str:
    """Write a section from the record, its numbers marked with what they count."""
    writer = WRITERS.get(kind)
    return writer(known).strip() if writer else ""


def text_of(section: Section, known: Facts) -> str:
    """Return what a section says now: the officers' words where it is taken over, else the record's."""
    return unmarked(marked_text_of(section, known))


def marked_text_of(section: Section, known: Facts) -> str:
    """Return what `text_of` does, the record's numbers marked with what they count; nobody else's words have marks."""
    return section.body.replace(BEGIN, "") if section.taken_over else marked_text(section.kind, known)


def record_now(sections: Iterable[Section], known: Facts) -> dict[Section, str]:
    """Return what the record would say today in each section that was taken over; without those it cannot write."""
    taken = [section for section in sections if section.taken_over and section.kind in WRITERS]
    texts = attempt_each(
        Part(f"What the record says of “{section.heading}”", partial(draft_text, section.kind, known), None)
        for section in taken
    )
    return {section: text for section, text in zip(taken, texts, strict=True) if text is not None}


def moved_on(sections: Iterable[Section], known: Facts) -> set[int]:
    """Return the sections of which the record says something else than when they were taken over."""
    now = record_now(sections, known)
    return {section.pk for section, text in now.items() if text != section.record_text}
