"""Addresses of what people contribute to a report, and of its plan."""

from django.urls import URLPattern, path

from reports.views import contributions

CONTRIBUTIONS: list[URLPattern] = [
    path("reports/<int:report_id>/plan/", contributions.report_plan, name="report_plan"),
    path(
        "reports/<int:report_id>/contributions/add/", contributions.contribution_add, name="contribution_add"
    ),
    path(
        "reports/<int:report_id>/contributions/<int:contribution_id>/place/",
        contributions.contribution_place,
        name="contribution_place",
    ),
    path("contributions/<int:contribution_id>/", contributions.contribution_give, name="contribution_give"),
]
