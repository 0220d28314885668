"""What a page shows of what the checks find in a report."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.checks.finding import Check
from reports.checks.running import CHECKS, Result, results_of
from reports.models import Report


@dataclass(frozen=True)
class CheckGroup:
    """A check with what it found and nobody has settled."""

    check: Check
    results: list[Result]


def outcome(report: Report, reader: User) -> dict[str, Any]:
    """Return what is open in a report by check, what blocks first, and the overrides that hold.

    Of an approved report, all overrides that there are. `may_edit` tells whether the reader can mend and override.
    """
    results = results_of(report, on=timezone.localdate()) if report.can_be_edited else []
    still_open = [result for result in results if result.is_open]
    groups = [
        CheckGroup(check, [result for result in still_open if result.check is check])
        for check in sorted(CHECKS, key=lambda check: not check.is_blocking)
    ]
    held = {result.override.pk: (result.override, result) for result in results if result.override}
    settled = () if report.can_be_edited else report.check_overrides.select_related("overridden_by")
    return {
        "groups": [group for group in groups if group.results],
        "open_count": len(still_open),
        "may_edit": report.can_be_edited and is_allowed(reader, Permission.DRAFT_REPORTS),
        "overrides": [*(held[key] for key in sorted(held)), *((row, None) for row in settled)],
    }
