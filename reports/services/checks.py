"""What checks find in a report: mended, or overridden with a reason, before it is approved."""

from collections.abc import Sequence

from django.utils import timezone

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from portal.wording import count
from reports.checks import Result, result_of, results_of
from reports.models import CheckOverride, Report
from reports.rendering.snapshot import frozen_content
from reports.services.editing import touch


class ChecksOpen(Refused):
    """Something that the checks found is neither mended nor overridden."""

    def __init__(self, results: Sequence[Result]) -> None:
        labels = dict.fromkeys(result.check.label for result in results)
        self.results = tuple(results)
        super().__init__(
            f"The checks found {count(len(results), 'thing')} to mend or to override first: {'; '.join(labels)}"
        )


def override_check(*, report: Report, by: User, check: str, key: str, reason: str) -> CheckOverride:
    """Say why a finding is right as it is; raises Refused once approved, for a blocking check and a mended finding."""
    with change(by=by):
        touch(report)
        found = result_of(report, check=check, key=key, on=timezone.localdate())
        if found is None:
            raise Refused("The check does not find this any more. Look at the checks again")
        if found.check.is_blocking:
            raise Refused("This must be mended. It cannot be overridden")
        record = CheckOverride(
            report=report,
            check_name=check,
            key=key,
            message=found.finding.message,
            reason=reason,
            overridden_by=by,
        )
        return save_new(record=record, by=by)


def remove_override(*, override: CheckOverride, by: User, version: int) -> None:
    """Take an override back; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(override.report)
        save_changes(record=override, by=by, version=version, changes={}).delete()


def require_checked(report: Report) -> None:
    """Raise ChecksOpen where the frozen content of a report has what is neither mended nor overridden.

    Called inside the approval, when the content is frozen.
    """
    results = results_of(report, on=timezone.localdate(), snapshot=frozen_content(report))
    still_open = [result for result in results if result.is_open]
    if still_open:
        raise ChecksOpen(still_open)
