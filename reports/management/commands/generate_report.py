"""Make the PDF of a report from the command line: the bytes of the edition that the worker makes."""

import hashlib
import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from portal.exceptions import Refused
from reports.models import Report
from reports.rendering.attached import attachments_of
from reports.rendering.audience import FULL, PUBLIC, editions_of
from reports.rendering.frozen import Unfrozen
from reports.rendering.page import page_html
from reports.rendering.pdf import html_to_pdf, identify
from reports.rendering.snapshot import Snapshot, build_snapshot, frozen_content
from reports.rendering.unwritten import require_written


class Command(BaseCommand):
    help = "Write a report's PDF to a folder and print its path, SHA-256, page count and seconds as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("report_id", type=int, metavar="REPORT_ID")
        parser.add_argument("--output-dir", type=Path, required=True, metavar="DIR")
        parser.add_argument(
            "--audience",
            choices=[PUBLIC, FULL],
            default=PUBLIC,
            help="The public edition, or the full one with what is exempt (default: %(default)s)",
        )

    def handle(self, *args: Any, report_id: int, output_dir: Path, audience: str, **options: Any) -> None:
        report = Report.objects.select_related("meeting__committee").filter(pk=report_id).first()
        if report is None:
            raise CommandError(f"There is no report {report_id}.")
        try:
            output_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"The folder {output_dir} cannot be written to: {error.strerror}.") from error
        started = time.perf_counter()
        snapshot = snapshot_for(report, audience)
        try:
            pdf = html_to_pdf(
                page_html(snapshot), identifier=identify(snapshot), attachments=attachments_of(snapshot)
            )
        except Unfrozen as part:
            raise CommandError(f"The file of {part} is gone, or is not the one that was frozen.") from part
        seconds = time.perf_counter() - started
        suffix = "-full" if audience == FULL else ""
        path = output_dir.resolve() / f"{slugify(report.title)}-{report.meeting.held_on}{suffix}.pdf"
        try:
            path.write_bytes(pdf.content)
        except OSError as error:
            raise CommandError(f"The file {path} cannot be written: {error.strerror}.") from error
        result = {
            "path": str(path),
            "sha256": hashlib.sha256(pdf.content).hexdigest(),
            "page_count": pdf.page_count,
            "seconds": round(seconds, 3),
        }
        self.stdout.write(json.dumps(result, indent=2))


def snapshot_for(report: Report, audience: str) -> Snapshot:
    """Return what an edition holds, as frozen where the report was approved; raises CommandError."""
    snapshot = frozen_content(report) or build_snapshot(report)
    try:
        require_written(snapshot)
    except Refused as refusal:
        raise CommandError(str(refusal)) from refusal
    edition = dict(editions_of(snapshot)).get(audience)
    if edition is None:
        raise CommandError(f"Nothing in report {report.pk} is exempt: there is a public edition only.")
    return edition
