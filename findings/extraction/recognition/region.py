"""What the headings around a place say about the findings there."""

from __future__ import annotations

from dataclasses import dataclass

from ..vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Region:
    """What the headings around a place say about the findings there."""

    kind: Kind | None = None
    strand: str | None = None
    place: str = ""
    """The headings, as a finding's place in the document names them."""
    title: str = ""
    """The heading that gave the kind."""
    weight: float = 0.0
    uncertain: bool = False
    """Findings stand here, but nothing says of which kind."""
    recommends: bool = False
    ended: bool = False
    likely: Kind | None = None
    """The kind that is left over where the findings beside these are of the other."""
    left_over: bool = False
    """The kind is only the one that others who speak in the same form begin with."""
    inferred: bool = False
    """No word gives the kind, only that what is wanted comes after, so that a point may be of the other."""
    narrative: bool = False
    """Somebody gives account in running paragraphs, under no heading of findings."""
    practice: bool = False
    """An inspection tells here in running paragraphs, under no heading of findings, what practice is like."""
    sparing: bool = False
    """The same of a review that is no inspection, of which only what plainly praises or finds fault is a finding."""
    enquiry: bool = False
    """The same where every paragraph and point that praises or finds fault is one, as under a line of enquiry."""
    stated: str = ""
    """The heading, where it says itself what was found, as “Visits are made on time” does."""
    summary: bool = False
    """The whole is judged here in running text, of which only what praises or asks is a finding."""
