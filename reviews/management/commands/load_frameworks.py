"""Loads the frameworks that every installation starts with."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.services.catalogue import load_frameworks


class Command(BaseCommand):
    """Add what is new in the catalogue of frameworks; run after each migration."""

    help = "Add the frameworks of the catalogue that were never loaded here; changes none that is here."

    def handle(self, *args: Any, **options: Any) -> None:
        """Add them, and say how many."""
        added = load_frameworks()
        self.stdout.write(f"Frameworks added from the catalogue: {len(added)}")
