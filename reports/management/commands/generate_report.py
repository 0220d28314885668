"""Make the PDF of a report from the command line, from the page that the worker makes it from."""

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
from reports.rendering.page import page_html
from reports.rendering.pdf import html_to_pdf, identify
from reports.rendering.snapshot import build_snapshot, frozen_content
from reports.rendering.unwritten import require_written


class Command(BaseCommand):
    help = "Write a report's PDF to a folder and print its path, SHA-256, page count and seconds as JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("report_id", type=int, metavar="REPORT_ID")
        parser.add_argument("--output-dir", type=Path, required=True, metavar="DIR")

    def handle(self, *args: Any, report_id: int, output_dir: Path, **options: Any) -> None:
        report = Report.objects.select_related("meeting__committee").filter(pk=report_id).first()
        if report is None:
            raise CommandError(f"There is no report {report_id}.")
        try:
            output_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"The folder {output_dir} cannot be written to: {error.strerror}.") from error
        started = time.perf_counter()
        snapshot = frozen_content(report) or build_snapshot(report)
        try:
            require_written(snapshot)
        except Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        pdf = html_to_pdf(page_html(snapshot), identifier=identify(snapshot))
        seconds = time.perf_counter() - started
        path = output_dir.resolve() / f"{slugify(report.title)}-{report.meeting.held_on}.pdf"
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
