"""`make run` starts everything, keeps it running and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.background_work import ask_for_rendering, outcome
from scripts.run import embedded_environment
from scripts.servers import free_port

ROOT = Path(__file__).resolve().parents[2]
# It loads the sample council, on a machine that may have other things to do.
READY_SECONDS = 300
IMPATIENT = {"JOB_ABANDONED_AFTER_SECONDS": "5"}
pytestmark = [pytest.mark.processes(minutes=1), pytest.mark.embedded]


@dataclass
class Run:
    """A running copy of the portal."""

    process: subprocess.Popen[bytes]
    log: Path
    port: int
    data_dir: Path

    def printed(self) -> str:
        return self.log.read_text()

    def processes(self) -> list[int]:
        """The processes that work on this copy's data, found by their environment."""
        needle = f"DATA_DIR={self.data_dir}\0".encode()
        return [
            int(path.parent.name) for path in Path("/proc").glob("[0-9]*/environ") if needle in read(path)
        ]

    def command_of(self, pid: int) -> str:
        return read(Path(f"/proc/{pid}/cmdline")).replace(b"\0", b" ").decode()

    def worker(self) -> int:
        """The worker's first process, whose parent is the runner."""
        return next(
            pid
            for pid in self.processes()
            if " worker " in self.command_of(pid) and parent(pid) == self.process.pid
        )


def read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def parent(pid: int) -> int:
    return int(read(Path(f"/proc/{pid}/stat")).rpartition(b")")[2].split()[1])


def wait_for(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.1)


def start(data_dir: Path, log: Path, port: int) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PORT": str(port), "DATA_DIR": str(data_dir), **IMPATIENT}
    with log.open("wb") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "scripts.run"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder = tmp_path_factory.mktemp("run")
    data_dir, log, port = folder / "data", folder / "log", free_port()
    data_dir.mkdir()
    run = Run(start(data_dir, log, port), log, port, data_dir)
    try:
        wait_for(lambda: "is ready at" in run.printed() or run.process.poll() is not None, "the portal")
        yield run
    finally:
        run.process.terminate()
        run.process.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_run_from_start_to_stop(running: Run) -> None:
    assert f"The portal is ready at http://localhost:{running.port}/" in running.printed()
    assert "officer@" in running.printed()
    with urllib.request.urlopen(f"http://127.0.0.1:{running.port}/sign-in/") as response:
        assert response.status == 200

    taken_port = start(running.data_dir, running.log.with_name("second"), running.port)
    taken_folder = start(running.data_dir, running.log.with_name("third"), free_port())
    assert (taken_port.wait(), taken_folder.wait()) == (1, 1)
    assert f"Port {running.port} is taken" in running.log.with_name("second").read_text()
    assert f"Another copy runs on {running.data_dir}" in running.log.with_name("third").read_text()

    environment = embedded_environment(running.data_dir)
    rendering = ask_for_rendering(environment, "manager@fenwold.example")
    killed = running.worker()
    os.killpg(killed, signal.SIGKILL)
    assert outcome(environment, rendering) == "done 2 1"
    assert running.worker() != killed

    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=30) == 0
    assert running.processes() == []
