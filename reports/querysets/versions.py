"""Rows of any version of a report."""

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from reports.models import Report


def of_versions(path: str, report: "Report") -> Q:
    """Match rows of any version of a report; `path` leads from the row to its report."""
    first = report.first_version_id
    return Q(**{f"{path}pk": first}) | Q(**{f"{path}original": first})
