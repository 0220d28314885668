"""Who a report is rendered for, and what each of them may read."""

from typing import Any

from reports.models import Audience


def editions_of(snapshot: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the audiences that a report has, each with the snapshot of its edition."""
    return [(Audience.PUBLIC, snapshot)]
