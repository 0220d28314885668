"""Brings the database of the embedded default up to date and prints the sample accounts; `make run` calls this.

It is one process, because each start of Django takes more than a second.
"""

import io

import django
from django.core.management import CommandError, call_command

from scripts.console import start, stop


def main() -> None:
    """Migrate, add what is new among the frameworks, and load the sample council into a new database."""
    django.setup()
    try:
        call_command("migrate", verbosity=0)
        call_command("load_frameworks", stdout=io.StringIO())
        call_command("load_sample", unless_used=True)
    except CommandError as error:
        stop(f"The database could not be prepared: {error}")


if __name__ == "__main__":
    start(main)
