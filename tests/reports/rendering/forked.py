"""Children of a worker that are forked from it instead of started anew: the same code, with its libraries loaded."""

import io
import os
import signal
import sys
from typing import Any

import docx
import pypdfium2
import weasyprint

from reports.rendering import apart, child, inlined, pdf, pictures, word

LOADED = (docx, pypdfium2, weasyprint, inlined, pdf, pictures, word)


class Forked:
    """What a started process is to whoever started it."""

    def __init__(self) -> None:
        ends = [os.pipe() for _ in range(3)]
        (read_in, write_in), (read_out, write_out), (read_err, write_err) = ends
        self.pid = os.fork()
        if not self.pid:
            for place, end in enumerate((read_in, write_out, write_err)):
                os.dup2(end, place)
            for pair in ends:
                for end in pair:
                    os.close(end)
            sys.stdin = io.TextIOWrapper(open(0, "rb", closefd=False))  # noqa: SIM115
            try:
                child.main()
            finally:
                os._exit(1)
        for end in (read_in, write_out, write_err):
            os.close(end)
        self.stdin = os.fdopen(write_in, "wb")
        self.stdout, self.stderr = os.fdopen(read_out, "rb", 0), os.fdopen(read_err, "rb", 0)
        self.returncode: int | None = None

    def kill(self) -> None:
        """End it, where it has not ended."""
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> None:
        """Wait for its end."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def __exit__(self, *given: Any) -> None:
        for stream in (self.stdout, self.stderr, self.stdin):
            stream.close()
        self.wait()


def fork_ahead() -> None:
    """Fork the child that this process will ask for. It must have no threads yet.

    A lock that another thread holds at the fork would stay held in the child for ever; a child waits for its line
    of input in any case.
    """
    forked = Forked()
    apart.subprocess.Popen = lambda command, **given: forked
