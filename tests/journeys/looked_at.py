"""What of the portal's pages was held to the rules in this run, by whichever of its processes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


class LookedAt:
    """The parts of pages that were found to be right: a file for each, named after its content."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, parts: Iterable[str]) -> bool:
        """Tell whether all of these were found to be right."""
        return all(self._file(part).exists() for part in parts)

    def add(self, parts: Iterable[str]) -> None:
        """Note that these were."""
        for part in parts:
            self._file(part).touch()

    def _file(self, part: str) -> Path:
        return self.folder / hashlib.sha256(part.encode()).hexdigest()
