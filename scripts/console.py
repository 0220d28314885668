"""Words to the person at the keyboard."""

import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn


def say(message: str) -> None:
    """Print one line at once, also when the output goes to a file."""
    print(message, flush=True)


def stop(message: str) -> NoReturn:
    """End the programme with one clear message and a failing exit code."""
    say("")
    sys.exit(message)


def start(main: Callable[[], None]) -> None:
    """Run a programme; Ctrl-C ends it with a word instead of a traceback."""
    try:
        main()
    except KeyboardInterrupt:
        say("\nStopped.")
        sys.exit(128 + signal.SIGINT)


def end_cleanly_when_told() -> None:
    """Let a SIGTERM end the programme as an exit does, so that what it started is stopped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def listed(items: Sequence[str]) -> str:
    """Join words as a sentence does: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))
