"""What of the portal's pages was held to the rules in this run, by whichever of its processes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


class LookedAt:
    """The parts of pages that were found to be right: a file for each, named after its content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def new_of(self, parts: Iterable[str]) -> set[str]:
        """Return those of these that were not found to be right so far."""
        return {part for part in parts if not self._file(part).exists()}

    def add(self, parts: Iterable[str]) -> None:
        """Note that these were."""
        for part in parts:
            self._file(part).touch()

    def _file(self, part: str) -> Path:
        return self.folder / hashlib.sha256(part.encode()).hexdigest()
