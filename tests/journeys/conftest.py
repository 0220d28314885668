"""Fixtures of the browser journeys."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext

from tests.journeys.looked_at import LookedAt
from tests.journeys.running import RunningPortal, running_portal
from tests.journeys.steps import first_day
from tests.journeys.visitor import Visitor
from tests.shared import shared_folder


@pytest.fixture(autouse=True)
def _own_day() -> None:
    """Count the days of a journey from its own beginning: the run may have begun on the day before."""
    first_day.cache_clear()
    first_day()


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPortal]:
    """One running portal for all journeys of this process; each journey makes its own records."""
    looked_at = LookedAt(shared_folder(tmp_path_factory, "looked-at"))
    with running_portal(tmp_path_factory.mktemp("portal"), looked_at) as running:
        yield running


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Iterator[Browser]:
    """The browser. Its event loop has a database connection of its own, which must not outlive it."""
    yield browser
    connections.close_all()


@pytest.fixture
def visitor(browser: Browser, portal: RunningPortal) -> Iterator[Callable[..., Visitor]]:
    """Make visitors who are not signed in, each in a browser of their own."""
    contexts: list[BrowserContext] = []

    def make(
        kind: type[Visitor] = Visitor,
        *,
        at: RunningPortal = portal,
        has_scripts: bool = True,
        has_touch: bool = False,
        **looks: Any,
    ) -> Visitor:
        context = browser.new_context(
            java_script_enabled=has_scripts, has_touch=has_touch, accept_downloads=True
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        return kind(context, at, **looks)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def visitor_as(visitor: Callable[..., Visitor]) -> Callable[..., Visitor]:
    """Make visitors, each in a browser of their own, signed in as a role."""

    def make(role: str, **looks: Any) -> Visitor:
        person = visitor(**looks)
        person.sign_in(role)
        return person

    return make
