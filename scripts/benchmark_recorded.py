"""Measures how long the HTML of a report takes whose thousand findings stand in the database; `make bench` calls this.

It is the whole way from the record to the page: what the sections say is read and written anew, numbered and set. Each
round is made in a fresh process, which has made a report of none of these findings before, as one that has just been
started soon has: so no text of theirs is remembered. It is held against WeasyPrint alone on the same page.
"""

import datetime
import json
import os
import sys
import tempfile
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

from portal.garbage import look_seldom
from scripts.benchmark_figures import figure
from scripts.benchmark_reports import MOST_OF_HTML, WORDS, bare_weasyprint, in_a_process, seconds_of
from scripts.console import start

if TYPE_CHECKING:
    from findings.models import Finding
    from portal.models import Organisation, User
    from reports.models import Report
    from reviews.models import Review

REVIEWS, STRANDS, FINDINGS = 10, 5, 20
"""Of each kind in the next larger; together they are a thousand findings."""
ROUNDS = 3
LAST_DAY = datetime.date(2026, 4, 30)


def main() -> None:
    """Measure by turns, the least of all rounds counts; fail where the HTML takes too much of the time."""
    if sys.argv[1:]:
        sys.stdout.write(json.dumps(seconds_anew(int(sys.argv[1]))))
        return
    with tempfile.TemporaryDirectory(prefix="portal-benchmark-") as folder:
        os.environ.update(PORTAL_MODE="embedded", DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings")
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        report, page = recorded(), Path(folder) / "page.html"
        page.write_text(html_of(report))
        html, bare = [], []
        for _ in range(ROUNDS):
            html.append(json.loads(in_a_process("-m", "scripts.benchmark_recorded", str(report.pk))))
            bare.append(bare_weasyprint(page).work)
    name = f"report of {REVIEWS * STRANDS * FINDINGS:,} recorded findings: its page as HTML, from the record"
    share = figure(f"{name}, beside WeasyPrint alone on it", min(html), "s", floor=min(bare))
    sys.exit(share >= MOST_OF_HTML)


def seconds_anew(key: int) -> float:
    """Return the seconds that the page of a report takes a process that has made none of its texts yet."""
    import django

    django.setup()
    from reports.models import Report

    report = Report.objects.get(pk=key)
    html_of(before_findings(report))
    # As a web process does once it has started.
    look_seldom()
    return seconds_of(lambda: html_of(report))


def before_findings(report: "Report") -> "Report":
    """Return the report as it would be of a year in which nothing was found; nothing of it is saved."""
    earlier = copy(report)
    earlier.period_start_on, earlier.period_end_on = (datetime.date(2020, month, 1) for month in (1, 6))
    return earlier


def html_of(report: "Report") -> str:
    """Return the page of a report, from the record as it is."""
    from reports.rendering.page import draw_charts, page_html
    from reports.rendering.snapshot import build_snapshot

    snapshot = build_snapshot(report)
    return page_html(snapshot, draw_charts(snapshot))


def recorded() -> "Report":
    """Return a report with every kind of section, about a thousand findings that it quotes."""
    from django.db import connection

    from portal.models import Organisation, Role, User
    from reports.drafting import offered_kinds
    from reports.models import Committee, Meeting, Report, Section
    from reviews.models import Theme

    officer = User.objects.create_user(email="officer@council.example", name="Officer", role=Role.OFFICER)
    provider = Organisation.objects.create(name="Inspectorate", kind=Organisation.Kind.INSPECTORATE)
    themes = Theme.objects.bulk_create(Theme(name=f"Theme {n}", position=n) for n in range(STRANDS))
    findings = [
        row for number in range(REVIEWS) for row in found_by(review(number, provider, officer), officer)
    ]
    through = type(findings[0]).themes.through
    through.objects.bulk_create(
        through(finding=row, theme=themes[n % STRANDS]) for n, row in enumerate(findings)
    )
    committee = Committee.objects.create(name="Scrutiny Committee")
    report = Report.objects.create(
        title="A report of recorded findings",
        meeting=Meeting.objects.create(committee=committee, held_on=LAST_DAY + datetime.timedelta(days=47)),
        report_of="Director of Children’s Services",
        author_contact="Author",
        chief_officer_contact="Chief officer",
        period_start_on=LAST_DAY - datetime.timedelta(days=180),
        period_end_on=LAST_DAY,
        drafted_by=officer,
    )
    kinds = [kind for kind in offered_kinds() if kind != Section.Kind.TEXT]
    for position, kind in enumerate(kinds, start=1):
        Section.objects.create(report=report, kind=kind, heading=kind.label, position=position)
    connection.cursor().execute("ANALYZE")
    return report


def review(number: int, provider: "Organisation", officer: "User") -> "Review":
    """Return a review that reported in the period."""
    from reviews.models import Review, ReviewKind

    on = LAST_DAY - datetime.timedelta(days=10 * number + 5)
    return Review.objects.create(
        title=f"Review {number}",
        kind=ReviewKind.PEER_REVIEW,
        provider=provider,
        stage=Review.Stage.REPORTED,
        received_on=on,
        logged_by=officer,
    )


def found_by(of: "Review", officer: "User") -> "list[Finding]":
    """Return a review's findings, half of them strengths, under its strands."""
    from findings.models import Finding, Kind
    from reviews.models import Strand

    strands = Strand.objects.bulk_create(
        Strand(review=of, name=f"Strand {position} of {of.title}", position=position)
        for position in range(STRANDS)
    )
    return Finding.objects.bulk_create(
        Finding(
            reference=f"F-2026-{of.pk}-{strand.position}-{n}",
            review=of,
            strand=strand,
            kind=(Kind.STRENGTH, Kind.AREA)[n % 2],
            text=f"{strand.name}, {n}: {WORDS * 2}".strip(),
            recorded_by=officer,
        )
        for strand in strands
        for n in range(FINDINGS)
    )


if __name__ == "__main__":
    start(main)
