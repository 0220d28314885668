"""veraPDF, which tells whether a PDF conforms to PDF/UA-1: fetched from Maven Central by Maven, and run by Java."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from scripts.paths import ROOT

VERSION = "1.28.2"
ARTIFACT = f"org.verapdf.apps:greenfield-apps:{VERSION}"
SHA256 = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
FOLDER = ROOT / ".cache" / "verapdf"
JAR = FOLDER / f"greenfield-apps-{VERSION}.jar"
MAIN = "org.verapdf.apps.GreenfieldCliWrapper"
MOST_SECONDS = 300
# Each run is over before code that is compiled better would pay for the compiling.
SHORT_RUN = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]


class NotVeraPdf(Exception):
    """What was fetched is not the veraPDF that is pinned, or says nothing that can be understood."""


def is_at_hand() -> bool:
    """Tell whether this machine can fetch and run it."""
    return bool(shutil.which("java")) and (JAR.is_file() or bool(shutil.which("mvn")))


def jar() -> Path:
    """Return the program, fetched once; raises NotVeraPdf where its bytes are not those that are pinned."""
    if not JAR.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-q", "-B", COPY, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={FOLDER}"]
        environment = {"MAVEN_OPTS": " ".join(SHORT_RUN), **os.environ}
        subprocess.run(
            command, check=True, cwd=FOLDER, env=environment, timeout=MOST_SECONDS, stdin=subprocess.DEVNULL
        )
    found = hashlib.sha256(JAR.read_bytes()).hexdigest()
    if found != SHA256:
        JAR.unlink()
        raise NotVeraPdf(f"veraPDF {VERSION} should have the SHA-256 {SHA256}, and has {found}")
    return JAR


def faults_of(paths: Iterable[Path]) -> dict[Path, str]:
    """Ask about several PDFs at once; returns what is wrong with each, which is nothing for one that conforms."""
    wanted = [path.resolve() for path in paths]
    command = [
        "java",
        *SHORT_RUN,
        "-cp",
        str(jar()),
        MAIN,
        "--flavour",
        "ua1",
        "--format",
        "text",
        "-v",
        *map(str, wanted),
    ]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=MOST_SECONDS, stdin=subprocess.DEVNULL
    )
    return verdicts(done.stdout, wanted, done.stderr)


def verdicts(said: str, wanted: list[Path], errors: str) -> dict[Path, str]:
    """Read what veraPDF said: a line for each file, with what is wrong below it."""
    found: dict[Path, str] = {}
    current = None
    for line in said.splitlines():
        verdict = line.split(" ", 1)
        path = next((path for path in wanted if str(path) in line), None)
        if verdict[0] in ("PASS", "FAIL") and path:
            current = path
            found[path] = "" if verdict[0] == "PASS" else line
        elif current and line.strip():
            found[current] += f"\n{line.strip()}"
    if set(found) != set(wanted):
        raise NotVeraPdf(f"veraPDF said nothing about some files:\n{said}\n{errors}")
    return found
