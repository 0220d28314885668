"""Keeps a handful of processes running and stops all of them together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence

from scripts.console import say
from scripts.paths import ROOT

STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
GRACE_SECONDS = 10.0
TICK_SECONDS = 0.2
# A process that ends this soon after its start is not going to be cured by another start.
QUICK_END_SECONDS = 10.0
QUICK_ENDS_ALLOWED = 3


# Linux alone can tie a process to the life of the one that started it.
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Have this process told to stop when its parent dies, even by a SIGKILL."""
    if LIBC:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Member:
    """One process in a process group of its own, whose lines are shown with its name before them."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.name = name
        self.command = list(command)
        self.environment = dict(environment)
        self.quick_ends = 0
        self.start()

    def start(self) -> None:
        """Start the process and show what it prints."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=end_with_parent if LIBC else None,
            text=True,
            errors="replace",
        )
        threading.Thread(target=self._show_output, args=(self.process,), daemon=True).start()

    def has_ended(self) -> bool:
        """Tell whether the process is gone."""
        return self.process.poll() is not None

    def start_again(self) -> bool:
        """Start the process anew after it ended; False where it keeps ending at once."""
        quick = time.monotonic() - self.started < QUICK_END_SECONDS
        self.quick_ends = self.quick_ends + 1 if quick else 0
        self.kill_group()
        if self.quick_ends >= QUICK_ENDS_ALLOWED:
            return False
        say(f"{self.name} ended (code {self.process.returncode}); starting it again …")
        self.start()
        return True

    def kill_group(self) -> None:
        """End whatever is left of the process and its children."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _show_output(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                sys.stdout.write(f"{self.name:>6} | {line}")
                sys.stdout.flush()


def supervise(
    commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], when_started: Callable[[], None]
) -> int:
    """Run the commands until told to stop by a signal; return the exit code.

    A process that dies is started again, so that a killed worker does not end the others.
    """
    told_to_stop = threading.Event()
    for number in STOP_SIGNALS:
        signal.signal(number, lambda *_: told_to_stop.set())
    members = [Member(name, command, environment) for name, command in commands.items()]
    threading.Thread(target=when_started, daemon=True).start()
    try:
        while not told_to_stop.wait(TICK_SECONDS):
            for member in members:
                if member.has_ended() and not member.start_again():
                    say(f"{member.name} keeps ending at once: stopping.")
                    return 1
    finally:
        stop_all(members)
    return 0


def stop_all(members: Sequence[Member]) -> None:
    """Stop every process and say so."""
    say("Stopping …")
    end_members(members)
    say("Stopped.")


def end_members(members: Sequence[Member]) -> list[str]:
    """Ask every process to finish, then end what did not; nothing is left behind.

    Returns the names of those that had to be ended.
    """
    for member in members:
        member.process.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for member in members:
        with contextlib.suppress(subprocess.TimeoutExpired):
            member.process.wait(timeout=max(deadline - time.monotonic(), 0.1))
    forced = [member.name for member in members if not member.has_ended()]
    for member in members:
        member.kill_group()
        member.process.wait()
    return forced
