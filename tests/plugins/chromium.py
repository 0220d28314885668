"""The browser of the journeys: the system's Chromium, quiet and without background traffic or threads."""

import os
from typing import Any

import pytest

from tests.plugins.needs import chromium_path

QUIET = [
    "--js-flags=--single-threaded",  # what threads beside would compile is gone with the page before it is of use
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def pytest_configure() -> None:
    # Playwright keeps an event loop in the main thread, in which Django would refuse the database.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the system's Chromium; as root it cannot use its own sandbox."""
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": chromium_path(), "args": [*QUIET, *sandbox]}
