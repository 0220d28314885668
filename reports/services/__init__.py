"""Changes to committees, reports and their editions."""

from reports.services.renderings import render_now
from reports.services.reports import draft_report

__all__ = ["draft_report", "render_now"]
