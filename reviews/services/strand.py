"""The headings of a review."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from reviews.models import Review, Strand, Theme


def add_strand(
    *, by: User, review: Review, name: str, position: int | None = None, themes: Sequence[Theme] = ()
) -> Strand:
    """Add a heading to a review, last unless a place is given; raises Refused where the name is taken."""
    _require_free_name(review, name)
    if position is None:
        position = (review.strands.aggregate(last=Max("position"))["last"] or 0) + 1
    with change(by=by):
        strand = Strand.objects.create(review=review, name=name, position=position)
        strand.themes.set(themes)
    return strand


def edit_strand(*, strand: Strand, by: User, version: int, changes: Mapping[str, Any]) -> Strand:
    """Change a heading, its place or its themes; raises Refused, or StaleRecord if it has changed."""
    if "name" in changes:
        _require_free_name(strand.review, changes["name"], besides=strand)
    kept = {name: value for name, value in changes.items() if name != "position" or value is not None}
    return save_changes(record=strand, by=by, version=version, changes=kept)


def _require_free_name(review: Review, name: str, *, besides: Strand | None = None) -> None:
    others = review.strands.exclude(pk=besides.pk) if besides else review.strands
    if others.filter(name__iexact=name).exists():
        raise Refused("This review already has a strand with this name")
