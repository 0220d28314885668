"""Measures on the sample council how long pages take, and how good suggestions are; `make bench` calls this."""

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from portal.garbage import look_seldom
from scripts.benchmark_figures import figure
from scripts.benchmark_recurrences import measure_recurrences
from scripts.console import start

if TYPE_CHECKING:
    from django.test import Client
    from django.test.client import _MonkeyPatchedWSGIResponse as Answer

PAGE_LIMIT_MS = 100.0
ROUNDS = 7
TRIES = 4
# Processes beside make one wait, and take from it what the processor keeps at hand.
MOST_TIMES_DISTURBED = 2
# A register links to many records; this many of each kind of page are measured for each role.
PAGES_OF_A_KIND = 3
SHOWN = 25


class Took(NamedTuple):
    """Milliseconds that went by until the answer was there, and those of the processor among them."""

    milliseconds: float
    processor: float


@dataclass
class Page:
    """A page that a person reached, and how long the server takes over it."""

    client: "Client"
    label: str
    path: str
    kind: str
    took: Took


class Links(HTMLParser):
    """Gathers the addresses that a page links to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the target of each link."""
        target = dict(attrs).get("href") if tag == "a" else None
        if target:
            self.found.append(target)


def main() -> None:
    """Measure on a council of its own; fail where a page is too slow, or suggestions are poor."""
    with sample_council():
        pages = [page for email in accounts() for page in pages_reached(email)]
        look_again(pages)
        quick_pages = report_pages(pages)
        good_suggestions = measure_recurrences()
    sys.exit(not (quick_pages and good_suggestions))


def report_pages(pages: list[Page]) -> bool:
    """Print every page over the limit, and the slowest of the others; tell whether all are quick enough."""
    pages = sorted(pages, key=lambda page: page.took.milliseconds, reverse=True)
    slow = sum(page.took.milliseconds > PAGE_LIMIT_MS for page in pages)
    for page in pages[: max(slow, SHOWN)]:
        figure(f"page, {page.label}", page.took.milliseconds, "ms", floor=PAGE_LIMIT_MS)
    return not slow


@contextmanager
def sample_council() -> Iterator[None]:
    """Load the sample council into a temporary data folder."""
    folder = tempfile.mkdtemp(prefix="portal-benchmark-")
    os.environ.update(PORTAL_MODE="embedded", DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings")
    os.environ["LOG_LEVEL"] = "ERROR"
    import django
    from django.core.management import call_command

    try:
        django.setup()
        call_command("migrate", verbosity=0)
        with Path(os.devnull).open("w") as nowhere:
            call_command("load_sample", stdout=nowhere)
        # As a web process does once it has started.
        look_seldom()
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def accounts() -> list[str]:
    """One account for each role."""
    from portal.models import User

    people = User.objects.filter(is_active=True).order_by("-pk")
    return sorted({person.role: person.email for person in people}.values())


def pages_reached(email: str) -> list[Page]:
    """Walk from the person's home along the links and time pages of every kind that the person reaches."""
    from django.test import Client

    from portal.models import User

    client = Client(SERVER_NAME="localhost", raise_request_exception=True)
    user = User.objects.get(email=email)
    client.force_login(user)
    seen, met = set[str](), Counter[str]()
    waiting = deque(["/"])
    pages = []
    while waiting:
        path = waiting.popleft()
        kind = kind_of(path)
        if path in seen or met[kind] == PAGES_OF_A_KIND:
            continue
        seen.add(path)
        taken, response = timed(client, path)
        if response.status_code == 302:
            waiting.extend(addresses([response.headers["Location"]], path))
        elif not is_page(response):
            # One file of a kind is enough to know that its address leads to no page.
            met[kind] = PAGES_OF_A_KIND
        elif response.status_code == 200:
            met[kind] += 1
            waiting.extend(links_of(response.content.decode(), path))
            # The first time warms everything up; it is enough where it is short enough already.
            if taken.milliseconds > PAGE_LIMIT_MS:
                taken = took(client, path, rounds=ROUNDS // 2)
            pages.append(Page(client, f"{user.role} {path}", path, kind, taken))
    return pages


def look_again(pages: list[Page]) -> None:
    """Measure slow pages again, as other work may have disturbed them, until one of each kind is found to be slow."""
    settled = set()
    for page in sorted(pages, key=lambda page: page.took, reverse=True):
        for _ in range(TRIES):
            if page.kind in settled or not may_be_quick(page.took):
                break
            page.took = min(page.took, took(page.client, page.path))
        if page.took.milliseconds > PAGE_LIMIT_MS:
            settled.add(page.kind)


def may_be_quick(time_taken: Took) -> bool:
    """Whether a page is slow, but other work may be to blame: that adds little to what the processor takes."""
    return (
        time_taken.milliseconds > PAGE_LIMIT_MS
        and time_taken.processor <= MOST_TIMES_DISTURBED * PAGE_LIMIT_MS
    )


def kind_of(path: str) -> str:
    """The view that answers at an address; addresses within the portal that lead nowhere are a kind of their own."""
    from django.urls import Resolver404, resolve

    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def is_page(response: "Answer") -> bool:
    """Whether an answer is a page, and no file to download."""
    return not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")


def took(client: "Client", path: str, *, rounds: int = ROUNDS) -> Took:
    """The median times of several requests, after the one that found the page warmed everything up."""
    times = [timed(client, path)[0] for _ in range(rounds)]
    return Took(*(statistics.median(part) for part in zip(*times, strict=True)))


def timed(client: "Client", path: str) -> "tuple[Took, Answer]":
    """What the server takes to answer, and its answer."""
    start, processor = time.perf_counter(), time.process_time()
    response = client.get(path)
    seconds = time.perf_counter() - start, time.process_time() - processor
    return Took(*(1000 * part for part in seconds)), response


def links_of(html: str, path: str) -> list[str]:
    """The addresses within the portal that a page links to."""
    parser = Links()
    parser.feed(html)
    return addresses(parser.found, path)


def addresses(links: list[str], path: str) -> list[str]:
    """Those of the links on a page that stay within the portal, as addresses from its root."""
    joined = [urlsplit(urljoin(f"http://localhost{path}", link)) for link in links]
    return [
        f"{link.path}?{link.query}" if link.query else link.path
        for link in joined
        if link.netloc == "localhost" and link.scheme == "http" and not link.path.startswith("/static/")
    ]


if __name__ == "__main__":
    start(main)
