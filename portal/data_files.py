"""Data that comes with the portal, in files that people write."""

from pathlib import Path
from typing import Any

import yaml

# Written in C where the library came with it, and ten times as fast.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> dict[str, Any]:
    """One YAML file as plain data."""
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    return content
