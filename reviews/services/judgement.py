"""The grades that a review gave."""

from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import save_changes, save_new
from reviews.models import Grade, Judgement, Review, Strand


def record_judgement(
    *, by: User, review: Review, strand: Strand | None, grade: Grade, note: str = ""
) -> Judgement:
    """Record the grade that a review gave to a strand, or overall; raises Refused."""
    _require_fit(review, strand, grade)
    return save_new(record=Judgement(review=review, strand=strand, grade=grade, note=note), by=by)


def edit_judgement(*, judgement: Judgement, by: User, version: int, changes: Mapping[str, Any]) -> Judgement:
    """Correct a recorded grade; raises Refused, or StaleRecord if it has changed meanwhile."""
    strand = changes.get("strand", judgement.strand)
    grade = changes.get("grade", judgement.grade)
    _require_fit(judgement.review, strand, grade)
    return save_changes(record=judgement, by=by, version=version, changes=changes)


def _require_fit(review: Review, strand: Strand | None, grade: Grade) -> None:
    if grade.framework_id != review.framework_id:
        raise Refused("Choose a grade of this review’s framework")
    if strand is not None and strand.review_id != review.pk:
        raise Refused("Choose a strand of this review")
