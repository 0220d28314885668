"""What a process is given that works apart from the worker: its libraries, and none of the portal's secrets."""

import os
import sys

PASSED_ON = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")


def python(module: str) -> tuple[str, ...]:
    """Return the command that runs a module by this Python."""
    return (sys.executable, "-m", module)


def child_environment(*more: str) -> dict[str, str]:
    """Return the environment of a process that works apart, with `more` of the names that it needs."""
    return {name: os.environ[name] for name in (*PASSED_ON, *more) if name in os.environ}
