"""Begins with what takes longest and waits for other processes, so that nothing of it is left for the end."""

import os

import pytest

WHILE_LOADING = 0.2
"""The first process loads the sample council for the journeys of all: the others do so much of their rest meanwhile."""


def pytest_xdist_auto_num_workers() -> int:
    """One process more than cores: journeys wait for their browser and servers half of the time."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    processes: int = getattr(config, "workerinput", {}).get("workercount", 1)
    waiting = sorted(filter(waits, items), key=minutes, reverse=True)
    others = [item for item in items if not waits(item)]
    ordered: list[pytest.Item] = []
    # As pytest-xdist parts them: each process gets as many of what is left as the ones after it.
    for process in range(processes):
        own = waiting[process::processes]
        share = max((len(items) - len(ordered)) // (processes - process) - len(own), 0)
        before = int(share * WHILE_LOADING) if process and any(map(needs_portal, own)) else 0
        ordered += others[:before] + own + others[before:share]
        del others[:share]
    items[:] = ordered + others


def needs_portal(item: pytest.Item) -> bool:
    """Tell whether a test is a journey through a portal with the sample council."""
    return "portal" in getattr(item, "fixturenames", ())


def waits(item: pytest.Item) -> bool:
    """Tell whether a test waits for processes that it started."""
    return any(item.get_closest_marker(name) for name in ("browser", "processes"))


def minutes(item: pytest.Item) -> int:
    """About how many minutes a test takes, where it says so."""
    markers = (item.get_closest_marker(name) for name in ("browser", "processes"))
    return max((marker.kwargs.get("minutes", 0) for marker in markers if marker), default=0)
