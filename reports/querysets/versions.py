"""Rows of any version of a report."""

from typing import TYPE_CHECKING

from django.db.models import Q

if TYPE_CHECKING:
    from reports.models import Report


def of_versions(path: str, report: "Report") -> Q:
    """Match rows of any version of a report; `path` leads from the row to its report."""
    return of_first_version(path, report.first_version_id)


def of_first_version(path: str, first: int) -> Q:
    """Match rows of any version of the report whose first version has this key."""
    return Q(**{f"{path}pk": first}) | Q(**{f"{path}original": first})
