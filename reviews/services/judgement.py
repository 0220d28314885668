"""The grades that a review gave."""

from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from reviews.deadlines import work_out
from reviews.models import Grade, Judgement, Review, Strand


def record_judgement(
    *, by: User, review: Review, strand: Strand | None, grade: Grade, note: str = ""
) -> Judgement:
    """Record the grade that a review gave to a strand, or overall; raises Refused."""
    with change(by=by):
        _require_fit(hold(review), strand, grade)
        judgement = save_new(record=Judgement(review=review, strand=strand, grade=grade, note=note), by=by)
        _follow_outcome(review, by=by)
    return judgement


def edit_judgement(*, judgement: Judgement, by: User, version: int, changes: Mapping[str, Any]) -> Judgement:
    """Correct a recorded grade; raises Refused, or StaleRecord if it has changed meanwhile."""
    strand = changes.get("strand", judgement.strand)
    grade = changes.get("grade", judgement.grade)
    with change(by=by):
        _require_fit(hold(judgement.review), strand, grade)
        saved = save_changes(record=judgement, by=by, version=version, changes=changes)
        _follow_outcome(saved.review, by=by)
    return saved


def remove_judgement(*, judgement: Judgement, by: User, version: int) -> None:
    """Remove a grade that was recorded in error; raises RecordGone where it is gone already, or StaleRecord."""
    with change(by=by):
        # The review first, as everywhere: of two people at once neither waits for the other for ever.
        hold(judgement.review)
        save_changes(record=judgement, by=by, version=version, changes={}).delete()
        _follow_outcome(judgement.review, by=by)


def _follow_outcome(review: Review, *, by: User) -> None:
    """Let the follow-up visit move where the outcome of the review says when it is."""
    review = hold(review)
    if not Grade.objects.filter(framework=review.framework, next_visit_months__isnull=False).exists():
        return
    overall = review.judgements.select_related("grade").filter(strand=None).first()
    deadlines = work_out(review, outcome=overall.grade if overall else None)
    changes = {name: value for name, value in deadlines.items() if name.startswith("follow_up")}
    if any(getattr(review, name) != value for name, value in changes.items()):
        save_changes(record=review, by=by, version=review.version, changes=changes)


def _require_fit(review: Review, strand: Strand | None, grade: Grade) -> None:
    if grade.framework_id != review.framework_id:
        raise Refused("Choose a grade of this review’s framework")
    if strand is not None and strand.review_id != review.pk:
        raise Refused("Choose a strand of this review")
    if strand is None and review.framework and not review.framework.gives_overall_grade:
        raise Refused("This framework gives no overall grade. Choose the strand that was graded")
