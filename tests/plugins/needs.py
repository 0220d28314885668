"""What a test needs of the machine: tests that lack it are left out and named, or fail where nothing may be."""

import os
import shutil
from collections import Counter
from collections.abc import Iterator

import pytest

from scripts import verapdf

LOOPBACK = ["127.0.0.1", "::1", "localhost"]
# The first has no window to draw, and takes less time.
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def chromium_path() -> str | None:
    """The system's Chromium, or the one that CHROMIUM names; none where that is "none"."""
    if os.environ.get("CHROMIUM") == "none":
        return None
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def soffice_path() -> str | None:
    """LibreOffice, or the one that SOFFICE names; none where that is "none"."""
    if os.environ.get("SOFFICE") == "none":
        return None
    return os.environ.get("SOFFICE") or shutil.which("soffice")


def has_verapdf() -> bool:
    """Tell whether veraPDF can be fetched and run; VERAPDF=none does without."""
    return os.environ.get("VERAPDF") != "none" and verapdf.is_at_hand()


NEEDS = {
    "postgres": ("a PostgreSQL server", lambda: bool(os.environ.get("DATABASE_URL"))),
    "redis": ("a Redis server", lambda: bool(os.environ.get("REDIS_URL"))),
    "browser": ("a browser (Chromium)", lambda: bool(chromium_path())),
    "libreoffice": ("LibreOffice", lambda: bool(soffice_path())),
    "verapdf": ("Java and Maven, for veraPDF", has_verapdf),
}

# What CI has in its complete run only.
OF_COMPLETE_RUN = ("postgres", "redis", "browser")
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server", "shared_records", "sample_council"})


def nothing_may_be_left_out() -> bool:
    """Tell whether this is a complete run, in which a skipped test is a failed one."""
    return os.environ.get("CI_COMPLETE") == "1"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    lacking = {marker: what for marker, (what, is_there) in NEEDS.items() if not is_there()}
    on_servers = "postgres" not in lacking
    nowhere = [item.nodeid for item in items if is_left_out_of_both_runs(item)]
    if nowhere:
        raise pytest.UsageError(
            f"embedded, and in need of what only the complete run has: {', '.join(nowhere)}"
        )
    deselected = [item for item in items if on_servers and needs_no_second_run(item)]
    if deselected:
        config.hook.pytest_deselected(items=deselected)
        items[:] = [item for item in items if item not in deselected]
    for item in items:
        for marker, what in lacking.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=f"for want of {what}"))
        if any(item.get_closest_marker(name) for name in ("browser", "processes", "redis")):
            item.add_marker(pytest.mark.allow_hosts(LOOPBACK))


def is_left_out_of_both_runs(item: pytest.Item) -> bool:
    """Tell whether a test is left out of the complete run of CI as embedded, and of the other for want of something."""
    return is_embedded(item) and any(map(item.get_closest_marker, OF_COMPLETE_RUN))


def is_embedded(item: pytest.Item) -> bool:
    """Tell whether a test runs on the embedded default alone."""
    return item.get_closest_marker("embedded") is not None


def needs_no_second_run(item: pytest.Item) -> bool:
    """Tell whether a test is about the embedded default alone, or runs in it too and would do just the same here.

    A test that may open neither database nor socket cannot tell which servers there are.
    """
    return is_embedded(item) or (os.environ.get("EMBEDDED_RUN_TOO") == "1" and opens_nothing(item))


def opens_nothing(item: pytest.Item) -> bool:
    """Tell whether a test can open neither a database nor a socket, and so lacks no server."""
    names = getattr(item, "fixturenames", ())
    opens = any(item.get_closest_marker(marker) for marker in ("django_db", "processes", *OF_COMPLETE_RUN))
    return not opens and DATABASE_FIXTURES.isdisjoint(names)


def must_run(item: pytest.Item) -> bool:
    """Tell whether a test may not be left out: in a complete run none, in CI none that no later run repeats."""
    runs_once = is_embedded(item) or opens_nothing(item)
    return nothing_may_be_left_out() or (bool(os.environ.get("CI")) and runs_once)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if must_run(item) and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was left out and must not be: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    report = yield
    if nothing_may_be_left_out() and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was left out in a run that must be complete: {report.longrepr}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in terminalreporter.getreports("skipped")
        if isinstance(report.longrepr, tuple)
    )
    if reasons:
        terminalreporter.section("left out")
        for reason, count in sorted(reasons.items()):
            terminalreporter.write_line(f"{count} tests left out {reason}")
        terminalreporter.write_line(
            "make test-full runs those for a server or a browser; make test the others, once it is there."
        )
