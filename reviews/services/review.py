"""Logging reviews, editing them and moving them through their lifecycle."""

import copy
import datetime
from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused, StaleRecord
from portal.models import User
from portal.services import change, hold, save_changes
from reviews.deadlines import RESTS_ON, work_out
from reviews.models import Review
from reviews.services.usual_strands import add_usual_strands, swap_usual_strands
from reviews.stages import missing_for


def log_review(*, by: User, details: Mapping[str, Any]) -> Review:
    """Log a review, with the usual strands of its framework; raises Refused where its stage needs a date."""
    _require_dates(details["stage"], details)
    review = Review(**details, logged_by=by)
    _require_citable(review)
    for name, value in work_out(review, outcome=None).items():
        setattr(review, name, value)
    with change(by=by):
        review.save()
        add_usual_strands(by=by, review=review)
    return review


def edit_review(*, review: Review, by: User, version: int, changes: Mapping[str, Any]) -> Review:
    """Change what is known of a review; raises Refused, or StaleRecord if it has changed meanwhile.

    Deadlines by rule follow what they rest on, and stay as they are where only a rule has changed since. With another
    framework, unused strands of the one before are removed and those of the new one are added.
    """
    with change(by=by):
        now = _as_read(review, version)
        values = {field.name: getattr(now, field.name) for field in Review._meta.concrete_fields}
        _require_dates(now.stage, values | dict(changes))
        before, framework = now.framework, changes.get("framework", now.framework)
        if framework != before and now.judgements.exists():
            raise Refused("This review has judgements on its framework’s grades. Choose the same framework")
        changes = with_deadlines(now, changes)
        saved = save_changes(record=review, by=by, version=version, changes=changes)
        if framework != before:
            swap_usual_strands(by=by, review=saved, before=before)
    return saved


def move_review(
    *, review: Review, by: User, version: int, stage: str, dates: Mapping[str, datetime.date | None]
) -> Review:
    """Move a review to another stage, with the dates that came with it; raises Refused, or StaleRecord."""
    with change(by=by):
        now = _as_read(review, version)
        known = {name: getattr(now, name) for name in ("fieldwork_start_on", "received_on")}
        _require_dates(stage, known | dict(dates))
        changes = with_deadlines(now, {"stage": stage, **dates})
        return save_changes(record=review, by=by, version=version, changes=changes)


def _as_read(review: Review, version: int) -> Review:
    """The review, held to the end so that nobody judges it meanwhile; raises StaleRecord if it has changed."""
    now = hold(review)
    if now.version != version:
        raise StaleRecord(review)
    return now


def with_deadlines(review: Review, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Add to the changes of a review the deadlines that change with them."""
    after = copy.copy(review)
    for name, value in changes.items():
        setattr(after, name, value)
    _require_citable(after)
    if not any(getattr(after, name) != getattr(review, name) for name in RESTS_ON):
        return dict(changes)
    overall = review.judgements.select_related("grade").filter(strand=None).first()
    return {**changes, **work_out(after, outcome=overall.grade if overall else None)}


def _require_citable(review: Review) -> None:
    edition = review.guidance_edition
    if edition is not None and edition.framework_id != review.framework_id:
        raise Refused("Choose an edition that reviews under this framework can cite")


def _require_dates(stage: str, values: Mapping[str, Any]) -> None:
    missing = missing_for(stage, values)
    if missing:
        raise Refused(missing[1])
