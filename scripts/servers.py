"""A private PostgreSQL and a private Redis, for as long as a script needs them."""

import contextlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.console import stop

POSTGRES_FOLDERS = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
)
OLDEST_POSTGRES = 15
READY_SECONDS = 30
# Nothing here outlives the script, so nothing needs to reach the disk.
POSTGRES_OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


@dataclass(frozen=True)
class Servers:
    """Where the two servers are."""

    database_url: str
    redis_url: str


@contextlib.contextmanager
def private_servers() -> Iterator[Servers]:
    """Start both servers on free ports and temporary folders; stop and remove them at the end."""
    with tempfile.TemporaryDirectory(prefix="portal-servers-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with _postgres(folder / "postgres") as database_url, _redis(folder / "redis") as redis_url:
            yield Servers(database_url, redis_url)


def free_port() -> int:
    """A port of the loopback interface that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    programs = _postgres_programs()
    password, port = secrets.token_hex(16), free_port()
    # The server refuses to run as root; the package made an account for it.
    account = "postgres" if os.geteuid() == 0 else None
    folder.mkdir()
    password_file = folder / "password"
    password_file.write_text(password)
    if account:
        shutil.chown(folder, account)
        shutil.chown(password_file, account)
    options = {**POSTGRES_OPTIONS, "port": str(port), "listen_addresses": "127.0.0.1"}
    options["unix_socket_directories"] = str(folder)
    data = str(folder / "data")
    initdb = ["--username=portal", f"--pwfile={password_file}", "--auth=scram-sha-256", "--encoding=UTF8"]
    _run([programs / "initdb", f"--pgdata={data}", *initdb, "--locale=C.UTF-8", "--no-sync"], account)
    settings = " ".join(f"-c {name}={value}" for name, value in options.items())
    control: list[str | Path] = [
        programs / "pg_ctl",
        f"--pgdata={data}",
        "--wait",
        "--silent",
        f"--log={folder / 'log'}",
    ]
    _run([*control, f"--options={settings}", "start"], account)
    try:
        yield f"postgresql://portal:{password}@127.0.0.1:{port}/postgres"
    finally:
        _run([*control, "--mode=fast", "stop"], account)


def _postgres_programs() -> Path:
    """The folder of the newest PostgreSQL's programmes."""
    found = [folder for pattern in POSTGRES_FOLDERS for folder in Path("/").glob(pattern)]
    on_path = shutil.which("pg_ctl")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    versions = {_postgres_version(folder): folder for folder in found if (folder / "initdb").exists()}
    newest = max(versions, default=0)
    if newest < OLDEST_POSTGRES:
        stop(f"PostgreSQL {OLDEST_POSTGRES} or later is needed: on Debian, apt-get install postgresql.")
    return versions[newest]


def _postgres_version(folder: Path) -> int:
    shown = subprocess.run(
        [folder / "pg_ctl", "--version"], capture_output=True, text=True, check=True
    ).stdout
    match = re.search(r"\(PostgreSQL\) (\d+)", shown)
    return int(match[1]) if match else 0


@contextlib.contextmanager
def _redis(folder: Path) -> Iterator[str]:
    program = shutil.which("redis-server")
    if not program:
        stop("Redis is needed: on Debian, apt-get install redis-server.")
    password, port = secrets.token_hex(16), free_port()
    folder.mkdir()
    options = [
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--appendonly",
        "no",
        "--dir",
        str(folder),
    ]
    process = subprocess.Popen(
        [program, *options, "--requirepass", password],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for_port(port)
        yield f"redis://:{password}@127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait()


def wait_for_port(port: int) -> None:
    """Wait until something listens on the port; stop where nothing does in time."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    stop(f"Nothing listens on port {port} after {READY_SECONDS} seconds.")


def _run(command: list[str | Path], account: str | None) -> None:
    # Postgres keeps its standard output open, so it gets a file rather than a pipe to wait on.
    with tempfile.TemporaryFile("w+") as output:
        finished = subprocess.run(
            [str(part) for part in command],
            user=account,
            group=account,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if finished.returncode:
            output.seek(0)
            stop(f"{Path(command[0]).name} failed:\n{output.read()}")
