"""A portal on private servers for the benchmarks that need production's database."""

import os
import sys
from collections.abc import Callable

from scripts.console import end_cleanly_when_told
from scripts.servers import private_servers
from scripts.test_full import environment


def measure_on_servers(measure_all: Callable[[], list[str]]) -> None:
    """Measure on a scratch database, then end; with an error where anything measured is too slow."""
    end_cleanly_when_told()
    with private_servers() as servers:
        os.environ.update(environment(servers), DJANGO_SETTINGS_MODULE="portal.settings")
        os.environ.update(HTTPS="false", LOG_LEVEL="ERROR")
        import django

        django.setup()
        slow = measure_all()
    for name in slow:
        sys.stderr.write(f"Not as it must be: {name or 'everything'}\n")
    sys.exit(bool(slow))
