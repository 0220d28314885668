"""Real documents that the tests read where they are at hand; they are no part of the project."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def require_source(name: str) -> Path:
    """The path of a source document; skips the test where it is absent, fails it on CI."""
    return _require(SHARED / "sources" / name)


def inventory(name: str) -> dict[str, Any]:
    """What a source document contains, as its inventory counts it."""
    path = _require(SHARED / "inventories" / f"{Path(name).stem}.json")
    contents: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return contents


def _require(path: Path) -> Path:
    if not path.is_file():
        reason = f"the shared document {path.name} is not in ../shared/{path.parent.name}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        print(f"skipped: {reason}")
        pytest.skip(reason)
    return path
