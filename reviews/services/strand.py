"""The headings of a review."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Max

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from portal.wording import count, joined
from reviews.models import Review, Strand, Theme


def add_strand(
    *, by: User, review: Review, name: str, position: int | None = None, themes: Sequence[Theme] = ()
) -> Strand:
    """Add a heading to a review, last unless a place is given; raises Refused where the name is taken."""
    if position is None:
        position = (review.strands.aggregate(last=Max("position"))["last"] or 0) + 1
    with change(by=by):
        strand = save_new(record=Strand(review=review, name=name, position=position), by=by)
        strand.themes.set(themes)
    return strand


def edit_strand(*, strand: Strand, by: User, version: int, changes: Mapping[str, Any]) -> Strand:
    """Change a heading, its place or its themes; raises Refused, or StaleRecord if it has changed."""
    kept = {name: value for name, value in changes.items() if name != "position" or value is not None}
    return save_changes(record=strand, by=by, version=version, changes=kept)


def remove_strand(*, strand: Strand, by: User, version: int) -> None:
    """Remove a heading; raises Refused while findings or a judgement use it, or StaleRecord."""
    with change(by=by):
        # Held until it is gone, so that nothing comes to use it meanwhile.
        Strand.objects.select_for_update().get(pk=strand.pk)
        used = {
            "finding": strand.findings.count(),
            "related finding": strand.related_findings.count(),
            "judgement": strand.judgements.count(),
        }
        if any(used.values()):
            uses = joined(count(number, noun) for noun, number in used.items() if number)
            raise Refused(
                f"{uses[0].upper()}{uses[1:]} came to use this strand. Give them another strand first"
            )
        save_changes(record=strand, by=by, version=version, changes={}).delete()
