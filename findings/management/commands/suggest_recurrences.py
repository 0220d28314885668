"""Show which earlier findings the portal would suggest, without keeping anything."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from findings.glossary import council_abbreviations
from findings.similarity.exchange import UnreadableFindings, ranked, statements_from


class Command(BaseCommand):
    """Print for each finding of a list the earlier ones that may say the same; write nothing."""

    help = (
        "Reads a JSON list of findings {id, date, kind, text} and prints for each the earlier ones that may say the "
        "same, likeliest first, with a score from 0 to 1 and the words that both have. Writes nothing."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the list's path."""
        parser.add_argument("--json", type=Path, required=True, metavar="FILE", help="the list of findings")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read, compare, print."""
        file: Path = options["json"]
        try:
            statements = statements_from(file.read_bytes())
        except FileNotFoundError as error:
            raise CommandError(f"There is no file “{file}”.") from error
        except OSError as error:
            raise CommandError(f"“{file}” cannot be opened: {error.strerror}.") from error
        except UnreadableFindings as error:
            raise CommandError(f"{error}.") from error
        rows = ranked(statements, abbreviations=abbreviations())
        self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2))


def abbreviations() -> dict[str, str]:
    """The council's list; a portal that was never set up has none."""
    try:
        return council_abbreviations()
    except DatabaseError:
        return {}
