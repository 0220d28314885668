"""Recommendations to the committee."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from portal.models import User
from portal.services import change, save_changes
from reports.models import Exemption, Recommendation, Report
from reports.services.editing import touch


def add_recommendation(
    *, by: User, report: Report, text: str, reason: str, exemption: Exemption | None = None
) -> Recommendation:
    """Add a recommendation with its reason, last; raises Refused once approved."""
    with change(by=by):
        touch(report)
        last = report.recommendations.aggregate(last=Max("position"))["last"] or 0
        return Recommendation.objects.create(
            report=report, text=text, reason=reason, position=last + 1, exemption=exemption
        )


def edit_recommendation(
    *, recommendation: Recommendation, by: User, version: int, changes: Mapping[str, Any]
) -> Recommendation:
    """Change a recommendation; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(recommendation.report)
        return save_changes(record=recommendation, by=by, version=version, changes=changes)


def remove_recommendation(*, recommendation: Recommendation, by: User, version: int) -> None:
    """Take a recommendation out of the report; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(recommendation.report)
        save_changes(record=recommendation, by=by, version=version, changes={}).delete()
