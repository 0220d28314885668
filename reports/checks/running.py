"""All checks of a report, and which of their findings somebody has overridden."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reports.checks import (
    abbreviations,
    accessibility,
    addresses,
    alternatives,
    attached,
    births,
    cases,
    comments,
    commitments,
    empty,
    exemptions,
    figures,
    health_numbers,
    implications,
    lateness,
    mail_addresses,
    names,
    numbers,
    period,
    phones,
    promises,
    prompts,
    reasons,
    references,
    small_counts,
    typed,
    unread,
    unwritten,
)
from reports.checks.finding import Check, Finding
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.facts import Facts
from reports.models import CheckOverride, Report
from reports.rendering.snapshot import build_snapshot

CHECKS: tuple[Check, ...] = (
    unwritten.CHECK,
    empty.CHECK,
    prompts.CHECK,
    references.CHECK,
    typed.CHECK,
    figures.CHECK,
    exemptions.CHECK,
    reasons.CHECK,
    alternatives.CHECK,
    accessibility.CHECK,
    attached.CHECK,
    unread.CHECK,
    implications.CHECK,
    names.CHECK,
    births.CHECK,
    addresses.CHECK,
    phones.CHECK,
    mail_addresses.CHECK,
    health_numbers.CHECK,
    cases.CHECK,
    small_counts.CHECK,
    numbers.CHECK,
    commitments.CHECK,
    promises.CHECK,
    comments.CHECK,
    abbreviations.UNEXPLAINED,
    abbreviations.UNUSED,
    abbreviations.DIFFERENT,
    period.CHECK,
    lateness.CHECK,
)


@dataclass(frozen=True)
class Result:
    """One finding of a check, and the override that settles it."""

    check: Check
    finding: Finding
    override: CheckOverride | None = None

    @property
    def is_open(self) -> bool:
        """Whether it stands in the way of an approval."""
        return self.override is None


def findings_in(
    snapshot: dict[str, Any], known: Known, checks: Sequence[Check] = CHECKS
) -> Iterator[tuple[Check, Finding]]:
    """Return what each check finds in a report's full content, what is found twice at one place once."""
    reading = Reading(snapshot)
    for check in checks:
        found = {(finding.url, finding.key): finding for finding in check.find(reading, known)}
        yield from ((check, finding) for finding in found.values())


def results_of(
    report: Report,
    *,
    on: datetime.date,
    snapshot: dict[str, Any] | None = None,
    checks: Sequence[Check] = CHECKS,
) -> list[Result]:
    """Return what the checks find on a day, in the report as it is now or in what was frozen of it."""
    facts = Facts.of(report)
    known = Known(report, facts, on=on)
    content = snapshot or build_snapshot(report, facts, known.sections)
    overrides = {
        (row.check_name, row.key): row for row in report.check_overrides.select_related("overridden_by")
    }
    return [
        Result(
            check,
            finding,
            None if check.is_blocking else overrides.get((check.name, finding.key)),
        )
        for check, finding in findings_in(content, known, checks)
    ]


def result_of(report: Report, *, check: str, key: str, on: datetime.date) -> Result | None:
    """Return what one check finds under a key on a day, in the report as it is now; the others are not asked."""
    asked = [row for row in CHECKS if row.name == check]
    results = results_of(report, on=on, checks=asked) if asked else []
    return next((result for result in results if result.finding.key == key), None)
