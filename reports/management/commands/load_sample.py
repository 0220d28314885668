"""Loads the sample council."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.exceptions import Refused
from reports.sample.load import PASSWORD, accounts, load_sample


class Command(BaseCommand):
    """Load the sample council into an empty database, and print its accounts."""

    help = "Load the sample council into an empty database; does nothing if it is there already."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add the option with which a council's own records are no failure."""
        parser.add_argument(
            "--unless-used", action="store_true", help="leave a database with records of its own alone"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Load it once, and say which accounts there are."""
        try:
            loaded = load_sample(today=timezone.localdate())
        except Refused as refusal:
            if options["unless_used"]:
                self.stdout.write("This database holds records of its own; the sample was not loaded.")
                return
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            "The sample council is loaded."
            if loaded
            else "The sample council was loaded before; nothing changed."
        )
        self.stdout.write(f"Sample accounts, each with the password {PASSWORD}")
        for role, email in accounts():
            self.stdout.write(f"  {role.label:<24}{email}")
