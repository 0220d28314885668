"""Measures the pages about actions at 100,000 actions with 500,000 updates on PostgreSQL, beside bare SQL."""

import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from scripts.benchmark_action_numbers import differing
from scripts.benchmark_action_records import LEADS, make_records
from scripts.benchmark_action_sql import (
    ATTENTION,
    DASHBOARD,
    DECISIONS,
    LED,
    REGISTER,
    REGISTER_LATE,
    SHARES,
)
from scripts.benchmark_figures import figure
from scripts.benchmark_servers import measure_on_servers
from scripts.console import start

if TYPE_CHECKING:
    from django.test import Client

ROUNDS = 5
MOST_TIMES = 3.0
"""How many times as long as the bare SQL of its counts the dashboard may take."""
OWN_WORK_MS = 250.0
"""What the portal may add to the bare SQL of a list: the other queries of a page, its templates."""


def main() -> None:
    """Measure on a scratch database; fail where a page takes too long beside the bare SQL."""
    measure_on_servers(measure_all)


def measure_all() -> list[str]:
    """Measure every page; return those that take too long, and the numbers that are not those of the bare SQL."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import override_settings

    from portal.models import User

    call_command("migrate", verbosity=0)
    make_records()
    wrong = [f"{name}: not the numbers of the bare SQL" for name in differing()]
    lead = User.objects.filter(role="action_lead").order_by("pk")[LEADS // 2]
    pages: list[tuple[str, str, str, list[str]]] = [
        *(
            (f"dashboard by {by}", "manager", f"/dashboard/?by={by}", [*DASHBOARD, shares, ATTENTION])
            for by, shares in SHARES.items()
        ),
        ("register", "manager", "/actions/?all=yes", REGISTER),
        ("register, overdue", "manager", "/actions/?show=overdue", REGISTER_LATE),
        ("My work of a manager", "manager", "/my-work/", DECISIONS),
        (
            "My work of a lead",
            "action_lead",
            "/my-work/",
            [sql.replace("{lead}", str(lead.pk)) for sql in LED],
        ),
    ]
    unhashed = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": unhashed}):
        clients = {"manager": signed_in(User.objects.get(role="manager")), "action_lead": signed_in(lead)}
        empty = milliseconds(lambda: clients["manager"].get("/account/"))
        figure("empty page", empty, "ms", floor=empty)
        return wrong + [
            name
            for name, role, url, bare in pages
            if not measure(clients[role], name, url, bare, empty=empty)
        ]


def measure(client: "Client", name: str, url: str, bare_sql: list[str], *, empty: float) -> bool:
    """Print a page's time beside its bare SQL and beside an empty page; tell whether it is quick enough."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def bare_queries() -> None:
        with connection.cursor() as cursor:
            for sql in bare_sql:
                cursor.execute(sql)
                cursor.fetchall()

    own, bare = milliseconds(lambda: client.get(url)), milliseconds(bare_queries)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    ratio = figure(f"{name}: {len(captured)} queries, beside the bare SQL", own, "ms", floor=bare)
    figure(f"{name}, beside an empty page", own, "ms", floor=empty)
    return ratio <= MOST_TIMES if name.startswith("dashboard") else own - bare <= OWN_WORK_MS


def milliseconds(action: Callable[[], object]) -> float:
    """The median time of an action, after one round that warms everything up."""
    action()
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        action()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def signed_in(person: object) -> "Client":
    """Somebody who is signed in."""
    from django.contrib.auth.models import AbstractBaseUser
    from django.test import Client

    assert isinstance(person, AbstractBaseUser)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)  # type: ignore[arg-type]
    return client


if __name__ == "__main__":
    start(main)
