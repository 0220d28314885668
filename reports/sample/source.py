"""Reads the data files of the sample council, with every date moved to today."""

import datetime
from pathlib import Path
from typing import Any

from portal.data_files import read_yaml

DATA = Path(__file__).resolve().parent / "data"
UNMOVED = "frameworks"


class Source:
    """The data files, as of one day."""

    def __init__(self, *, today: datetime.date) -> None:
        self.anchor: datetime.date = read("council")["anchor"]
        weeks = (today - self.anchor).days // 7
        self.shift = datetime.timedelta(weeks=weeks)

    def file(self, name: str) -> dict[str, Any]:
        """One file by name; the frameworks' dates are facts and stay as they are."""
        content = read(name)
        return content if name == UNMOVED else self.moved(content)

    def folder(self, name: str) -> list[dict[str, Any]]:
        """Every file of a folder, in order of name."""
        return [self.file(f"{name}/{path.stem}") for path in sorted((DATA / name).glob("*.yaml"))]

    def moved(self, value: Any) -> Any:
        """The same value with every date in it moved by the same whole weeks."""
        if isinstance(value, dict):
            return {key: self.moved(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.moved(item) for item in value]
        return value + self.shift if isinstance(value, datetime.date) else value


def read(name: str) -> dict[str, Any]:
    """One data file as it was written."""
    return read_yaml(DATA / f"{name}.yaml")
