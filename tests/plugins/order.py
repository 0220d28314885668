"""Begins with the journeys, in every process of the run: what takes longest would otherwise be left for the end."""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    processes: int = getattr(config, "workerinput", {}).get("workercount", 1)
    journeys = sorted(
        (item for item in items if item.get_closest_marker("browser")), key=minutes, reverse=True
    )
    others = [item for item in items if not item.get_closest_marker("browser")]
    ordered: list[pytest.Item] = []
    # As pytest-xdist parts them: each process gets as many of what is left as the ones after it.
    for process in range(processes):
        own = journeys[process::processes]
        share = (len(items) - len(ordered)) // (processes - process)
        ordered += own + others[: max(share - len(own), 0)]
        del others[: max(share - len(own), 0)]
    items[:] = ordered + others


def minutes(item: pytest.Item) -> int:
    """About how many minutes a journey takes, where it says so."""
    marker = item.get_closest_marker("browser")
    return marker.kwargs.get("minutes", 0) if marker else 0
