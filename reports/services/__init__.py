"""Every change to committees, reports and their editions."""

from reports.services.renderings import ask_for_rendering, render_now, retry_rendering

__all__ = ["ask_for_rendering", "render_now", "retry_rendering"]
