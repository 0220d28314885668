"""Runs the tests on a private PostgreSQL and Redis, but those of the embedded default; `make test-full` calls this."""

import os
import subprocess
import sys

from scripts.console import end_cleanly_when_told, start
from scripts.paths import ROOT
from scripts.servers import Servers, private_servers


def main() -> None:
    """Start the servers and run pytest, in which nothing may be left out."""
    end_cleanly_when_told()
    with private_servers() as servers:
        command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
        sys.exit(subprocess.run(command, cwd=ROOT, env=environment(servers), check=False).returncode)


def environment(servers: Servers) -> dict[str, str]:
    """The environment in which the tests use the servers."""
    return {
        **os.environ,
        "PORTAL_MODE": "production",
        "SECRET_KEY": "only-for-tests",
        "ALLOWED_HOSTS": "localhost",
        "PUBLIC_URL": "http://localhost",
        "DATABASE_URL": servers.database_url,
        "REDIS_URL": servers.redis_url,
        "CI_COMPLETE": "1",
    }


if __name__ == "__main__":
    start(main)
