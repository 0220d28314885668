"""What a process is given that works apart from the worker: its libraries, no programs, no secrets."""

import os
import sys

PASSED_ON = ("LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")
# Python asks a compiler about each library that the system does not name, which takes longer than to load them all.
NO_PROGRAMS = {"PATH": os.devnull}


def python(module: str) -> tuple[str, ...]:
    """Return the command that runs a module by this Python."""
    return (sys.executable, "-m", module)


def child_environment(*more: str) -> dict[str, str]:
    """Return the environment of a process that works apart, with `more` of the names that it needs."""
    passed_on = {name: os.environ[name] for name in (*PASSED_ON, *more) if name in os.environ}
    return NO_PROGRAMS | passed_on
