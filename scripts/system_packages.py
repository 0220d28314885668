"""Installs what only the operating system's package manager has, where it may."""

import os
import shutil
import subprocess
from dataclasses import dataclass

from scripts.console import listed, say, stop

MANAGERS = ("apt-get", "dnf", "brew")
UPDATE = {"apt-get": ["apt-get", "update", "-qq"]}
INSTALL = {
    "apt-get": ["apt-get", "install", "-y", "-qq", "--no-install-recommends"],
    "dnf": ["dnf", "install", "-y", "-q"],
    "brew": ["brew", "install", "--quiet"],
}


@dataclass(frozen=True)
class Need:
    """Something that the project needs, and the packages that bring it."""

    purpose: str
    packages: dict[str, list[str]]
    elsewhere: str

    @property
    def sentence_start(self) -> str:
        """The purpose with a capital letter."""
        return self.purpose[0].upper() + self.purpose[1:]


def install(need: Need) -> None:
    """Install the packages for the need; stop with an instruction where that is not possible."""
    manager = next((name for name in MANAGERS if shutil.which(name)), None)
    packages = need.packages.get(manager or "", [])
    if manager is None or not packages:
        stop(f"{need.sentence_start} is missing. {need.elsewhere} Then run the same command again.")
    prefix = _privilege(manager)
    command = [*INSTALL[manager], *packages]
    if prefix is None:
        stop(
            f"{need.sentence_start} is missing. Run: sudo {' '.join(command)}\nThen run the same command again."
        )
    say(f"Installing {listed(packages)} with {manager}, for {need.purpose} …")
    if manager in UPDATE:
        _run([*prefix, *UPDATE[manager]])
    if not _run([*prefix, *command]):
        stop(
            f"{manager} could not install {listed(packages)}. Install them by hand, then run the same command again."
        )


def _privilege(manager: str) -> list[str] | None:
    """What to put before the command, or None where this user may not install anything."""
    if manager == "brew" or os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"], quiet=True):
        return ["sudo", "-n"]
    return None


def _run(command: list[str], *, quiet: bool = False) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    output = subprocess.DEVNULL if quiet else None
    finished = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=output,
        check=False,
    )
    return finished.returncode == 0
