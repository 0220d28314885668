"""Processes that work apart from the worker: with their libraries, no programs, no secrets, and not for ever."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings

log = logging.getLogger(__name__)

PASSED_ON = ("LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")
# Python asks a compiler about each library that the system does not name, which takes longer than to load them all.
NO_PROGRAMS = {"PATH": os.devnull}
MOST_CHARACTERS_OF_ERROR = 2000


class TookTooLong(Exception):
    """A process that works apart had not answered in time, and was stopped."""


class BrokeOff(Exception):
    """A process that works apart ended without an answer; the log says more."""


def python(module: str) -> tuple[str, ...]:
    """Return the command that runs a module by this Python."""
    return (sys.executable, "-m", module)


def child_environment(*more: str) -> dict[str, str]:
    """Return the environment of a process that works apart, with `more` of the names that it needs."""
    passed_on = {name: os.environ[name] for name in (*PASSED_ON, *more) if name in os.environ}
    return NO_PROGRAMS | passed_on


def ask(command: Sequence[str], asked: Mapping[str, Any], data: bytes, *, seconds: int) -> bytes:
    """Return what a process answers that is given a line of JSON and then bytes; raises TookTooLong or BrokeOff.

    It is told what it may take: memory, and a second more of the processor than it is waited for.
    """
    limits = {"most_bytes": settings.READING_MAX_BYTES, "most_seconds": seconds + 1}
    try:
        done = subprocess.run(
            command,
            input=json.dumps({**asked, **limits}).encode() + b"\n" + data,
            capture_output=True,
            cwd=settings.BASE_DIR,
            env=child_environment(),
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise TookTooLong from late
    if done.returncode:
        said = done.stderr.decode(errors="replace")[-MOST_CHARACTERS_OF_ERROR:]
        log.warning("%s ended with %s: %s", command[-1], done.returncode, said)
        raise BrokeOff
    return done.stdout
