"""Does a set-up step once for each state of the files that it depends on."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from scripts.paths import ROOT, VENV

STAMPS = VENV / ".stamps"


def run_once(
    name: str, action: Callable[[], None], *, inputs: Iterable[Path] = (), outputs: Iterable[Path] = ()
) -> bool:
    """Run the action unless it ran for these very inputs and its outputs are still there."""
    digest = digest_of(inputs)
    if is_done(name, digest) and all(path.exists() for path in outputs):
        return False
    action()
    mark_done(name, digest)
    return True


def digest_of(files: Iterable[Path]) -> str:
    """One hash over the names and contents of the files."""
    whole = hashlib.sha256()
    for path in sorted(files):
        whole.update(f"{path.relative_to(ROOT)}\0".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def is_done(name: str, digest: str) -> bool:
    """Tell whether the step's stamp holds this digest."""
    stamp = STAMPS / name
    return stamp.is_file() and stamp.read_text() == digest


def mark_done(name: str, digest: str) -> None:
    """Note that the step was done for this digest."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(digest)
