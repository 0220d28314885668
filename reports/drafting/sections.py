"""The text of each kind of section, in Markdown: written from the record until somebody takes it over.

A new kind needs a writer here; its tables and charts, if it has any, a maker in `reports.figures`.
"""

from collections.abc import Callable

from reports.drafting.actions import actions_text
from reports.drafting.findings import findings_text
from reports.drafting.introduction import introduction_text
from reports.drafting.measures import measures_text
from reports.drafting.reviews import reviews_text
from reports.facts import Facts
from reports.models import PLACED, Section, SectionKind

WRITERS: dict[str, Callable[[Facts], str]] = {
    Section.Kind.INTRODUCTION: introduction_text,
    Section.Kind.REVIEWS: reviews_text,
    Section.Kind.FINDINGS: findings_text,
    Section.Kind.ACTIONS: actions_text,
    Section.Kind.MEASURES: measures_text,
}


def offered_kinds() -> list[SectionKind]:
    """The kinds that a report can have, in the order of a committee paper: written, placed, and text."""
    return [kind for kind in Section.Kind if kind in WRITERS or kind in PLACED or kind == Section.Kind.TEXT]


def default_outline() -> list[SectionKind]:
    """The sections of a report whose committee and council have no outline: one of each kind but text."""
    return [kind for kind in offered_kinds() if kind != Section.Kind.TEXT]


def draft_text(kind: str, known: Facts) -> str:
    """Write a section from the record; a text section is the officers' own and starts empty."""
    writer = WRITERS.get(kind)
    return writer(known).strip() if writer else ""


def text_of(section: Section, known: Facts) -> str:
    """Return what a section says now: the officers' words where it is taken over, else the record's."""
    return section.body if section.taken_over else draft_text(section.kind, known)


def has_moved_on(section: Section, known: Facts) -> bool:
    """Tell whether the record says something else than when the section was taken over."""
    if not section.taken_over or section.kind not in WRITERS:
        return False
    return draft_text(section.kind, known) != section.record_text
