"""The virtual environment and the pinned packages in it."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import stamps
from scripts.console import say, stop
from scripts.paths import PYTHON, REQUIREMENTS, VENV
from scripts.system_packages import Need, install

OLDEST = (3, 11)
VENV_MODULE = Need(
    purpose="Python's venv module",
    packages={"apt-get": [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]},
    elsewhere="Install a Python 3.11 or later that has the venv and ensurepip modules.",
)
LOCKS = {name: REQUIREMENTS / f"{name}.txt" for name in ("base", "dev", "node", "uv")}


def ensure_venv() -> None:
    """Make .venv with the Python that runs this, unless a working one is there."""
    if sys.version_info < OLDEST:
        stop(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    if _works():
        return
    if VENV.exists():
        say("Removing .venv, whose Python no longer works …")
        shutil.rmtree(VENV)
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        install(VENV_MODULE)
    say(f"Making the virtual environment .venv with Python {sys.version.split()[0]} …")
    if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("The virtual environment could not be made: see the message above.")


def ensure_packages(lock: str) -> None:
    """Install the packages of one lock file; those of `dev` include those of `base`."""
    files = [LOCKS[lock]]
    if stamps.run_once(f"packages-{lock}", lambda: _install(LOCKS[lock]), inputs=files) and lock == "dev":
        stamps.mark_done("packages-base", stamps.digest_of([LOCKS["base"]]))


def _works() -> bool:
    test = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    return (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-c", test], capture_output=True, check=False).returncode == 0
    )


def _install(lock: Path) -> None:
    say(f"Installing the packages of requirements/{lock.name} (this is done once) …")
    pinned = ["--require-hashes", "--no-deps", "--requirement"]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", *quiet, *pinned]
    uv: list[str | Path] = [PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON, *pinned]
    # uv takes a tenth of the time; where it does not find the index that pip is set up for, pip does it all.
    for steps in ([[*pip, LOCKS["uv"]], [*uv, lock]], [[*pip, lock]]):
        if all(subprocess.run(step, check=False).returncode == 0 for step in steps):
            return
    stop(f"The packages of requirements/{lock.name} could not be installed: see the message above.")
