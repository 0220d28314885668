"""Recommendations to the committee."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from portal.models import User
from portal.services import change, save_changes
from reports.models import Exemption, Recommendation, Report
from reports.services.editing import touch
from reports.services.succession import left_out_by, require_unresolved


def add_recommendation(
    *, by: User, report: Report, text: str, reason: str, exemption: Exemption | None = None
) -> Recommendation:
    """Add a recommendation with its reason, last, or put back what was resolved on; raises Refused once approved."""
    with change(by=by):
        touch(report)
        last = report.recommendations.aggregate(last=Max("position"))["last"] or 0
        return Recommendation.objects.create(
            report=report,
            text=text,
            reason=reason,
            position=last + 1,
            exemption=exemption,
            carried_from=left_out_by(report, text=text),
        )


def edit_recommendation(
    *, recommendation: Recommendation, by: User, version: int, changes: Mapping[str, Any]
) -> Recommendation:
    """Change a recommendation; raises Refused once approved or for words that were resolved on, or StaleRecord."""
    with change(by=by):
        touch(recommendation.report)
        text = changes.get("text", recommendation.text)
        if text != recommendation.text:
            require_unresolved(recommendation, text=text)
        return save_changes(record=recommendation, by=by, version=version, changes=changes)


def remove_recommendation(*, recommendation: Recommendation, by: User, version: int) -> None:
    """Take a recommendation out of the report; raises Refused once approved or resolved on, or StaleRecord."""
    with change(by=by):
        touch(recommendation.report)
        require_unresolved(recommendation)
        save_changes(record=recommendation, by=by, version=version, changes={}).delete()
