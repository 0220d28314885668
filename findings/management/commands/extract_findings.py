"""Show what the portal would find in a document, without keeping anything."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from findings.extraction.errors import UnreadableDocument
from findings.extraction.extracting import extract
from findings.extraction.particulars.gathering import particulars_of


class Command(BaseCommand):
    """Print the candidate findings of a document, and what else it says, as JSON; write nothing."""

    help = "Prints the candidate findings of a document, and what else it says, as JSON. Writes nothing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the document's path."""
        parser.add_argument("file", type=Path, help="the document to read")

    def handle(self, *args: Any, file: Path, **options: Any) -> None:
        """Read, find, print."""
        try:
            extraction = extract(file.read_bytes(), filename=file.name)
        except FileNotFoundError as error:
            raise CommandError(f"There is no file “{file}”.") from error
        except OSError as error:
            raise CommandError(f"“{file}” cannot be opened: {error.strerror}.") from error
        except UnreadableDocument as error:
            raise CommandError(str(error)) from error
        findings = [candidate.as_dict() for candidate in extraction.candidates]
        others = particulars_of(extraction.blocks, extraction.lines).as_dict()
        self.stdout.write(json.dumps({"findings": findings, **others}, ensure_ascii=False, indent=2))
