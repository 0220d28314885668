"""Sets a fresh checkout up: `python3 -m scripts.bootstrap run` or `… test`; does nothing twice.

`… packages` leaves out what the system's package manager installs.
"""

import argparse
import fcntl

from scripts.assets import ensure_assets
from scripts.console import start
from scripts.libraries import ensure_libraries
from scripts.paths import ROOT
from scripts.python_env import ensure_packages, ensure_venv

LOCK_FOR = {"run": "base", "test": "dev", "packages": "dev"}


def main() -> None:
    """Prepare what the goal needs, one set-up at a time in a checkout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("goal", choices=[*LOCK_FOR, "assets"])
    goal = parser.parse_args().goal
    with (ROOT / "Makefile").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ensure_venv()
        if goal in LOCK_FOR:
            ensure_packages(LOCK_FOR[goal])
        if goal in ("run", "test"):
            ensure_libraries()
        ensure_assets()


if __name__ == "__main__":
    start(main)
