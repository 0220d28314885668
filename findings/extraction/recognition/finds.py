"""What recognition finds on its way, before strands are settled."""

from __future__ import annotations

from dataclasses import dataclass

from ..vocabulary import Kind

_TOLD = 0.4


@dataclass(slots=True)
class StrandName:
    """The name of a strand, which may grow when its cell goes on over the page."""

    text: str | None


@dataclass(slots=True)
class Found:
    """One finding as it stands in the document."""

    kind: Kind
    text: str
    lines: tuple[int, ...]
    strand: StrandName
    place: str
    """Where it stands; `{strand}` is filled in once the strand's name is whole."""
    unit: str
    confidence: float
    reason: str
    from_table: bool = False
    split: bool = False
    recommends: bool = False
    asks: bool = False
    """Whether the document leaves its kind open."""
    marker: str = ""
    parent: Found | None = None
    narrated: bool = False
    """Whether it stands in a running account, under no heading of findings."""
    urgent: bool = False
    """Whether it stands among areas for priority action."""
    part: int = 0
    """Which part it is of a paragraph that holds several."""


@dataclass(slots=True)
class Context:
    """What the text around a table or list says about it."""

    kind: Kind | None = None
    label: str = ""
    strand: str | None = None
    weight: float = 0.0
    uncertain: bool = False
    recommends: bool = False
    reason: str = ""
    table: int = 0


def told_in_minutes(found: Found) -> Found:
    """The finding as minutes tell of it: offered, and never ticked."""
    found.confidence = min(found.confidence, _TOLD)
    found.reason += "; but these are minutes of a meeting"
    return found


def told_of_progress(found: Found) -> Found:
    """The finding as a table of progress repeats it: offered, and never ticked."""
    found.confidence = min(found.confidence, _TOLD)
    found.reason += "; but the table tells what has become of it"
    return found
