"""A report's content written by hand, and what a check finds in it."""

from collections.abc import Callable
from typing import Any

import pytest

from reports.checks import Check, Finding, Known, Reading
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import section

Find = Callable[..., list[Finding]]


@pytest.fixture
def find() -> Find:
    """Return what a check finds in sections, or in one section of blocks."""

    def find(
        check: Check, *parts: dict[str, Any], known: Known | None = None, **content: Any
    ) -> list[Finding]:
        sections = list(parts) if parts and "blocks" in parts[0] else [section(5, "Progress", *parts)]
        snapshot = {"report": 1, "contacts": {}, "abbreviations": [], "annexes": [], "sections": sections}
        return list(check.find(Reading(snapshot | content), known or known_for()))

    return find
