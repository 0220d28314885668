"""The headings of a review."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Max
from django.utils.text import capfirst

from portal.exceptions import Refused
from portal.models import User
from portal.registry import uses_of
from portal.services import change, hold, save_changes, save_new
from portal.wording import count, joined
from reviews.models import Review, Strand, Theme


def add_strand(
    *, by: User, review: Review, name: str, position: int | None = None, themes: Sequence[Theme] = ()
) -> Strand:
    """Add a heading to a review, last unless a place is given; raises Refused where the name is taken.

    The review is held: whoever accepts a document for it adds the strands that it lacks.
    """
    with change(by=by):
        hold(review)
        if position is None:
            position = (review.strands.aggregate(last=Max("position"))["last"] or 0) + 1
        strand = save_new(record=Strand(review=review, name=name, position=position), by=by)
        strand.themes.set(themes)
    return strand


def edit_strand(*, strand: Strand, by: User, version: int, changes: Mapping[str, Any]) -> Strand:
    """Change a heading, its place or its themes; raises Refused, or StaleRecord if it has changed."""
    kept = {name: value for name, value in changes.items() if name != "position" or value is not None}
    with change(by=by):
        hold(Review(pk=strand.review_id))
        return save_changes(record=strand, by=by, version=version, changes=kept)


def remove_strand(*, strand: Strand, by: User, version: int) -> None:
    """Remove a heading; raises Refused while something uses it or where it is gone, or StaleRecord."""
    with change(by=by):
        # Held until it is gone, so that nothing comes to use it meanwhile.
        hold(strand)
        used = [(len(found), noun) for noun, found in uses_of("strand", strand)]
        used.append((strand.judgements.count(), "judgement"))
        if any(number for number, _ in used):
            uses = joined(count(number, noun) for number, noun in used if number)
            raise Refused(f"{capfirst(uses)} came to use this strand. Give them another strand first")
        save_changes(record=strand, by=by, version=version, changes={}).delete()


def remove_strands(*, by: User, strands: Iterable[Strand]) -> None:
    """Remove headings as they were read: all of them, or none. Raises Refused as `remove_strand` does."""
    with change(by=by):
        for strand in strands:
            remove_strand(strand=strand, by=by, version=strand.version)
