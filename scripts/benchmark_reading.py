"""Measures how long and with how much memory the worker reads documents, each in a fresh process."""

import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import Any

from scripts.benchmark_figures import figure
from scripts.console import start
from scripts.paths import ROOT

FOLDER = ROOT.parent / "shared" / "sources"
SOURCES = (
    "2011-04-peer-review-letter.md",
    "2016-01-bi-annual-progress-report.md",
    "2017-09-bi-annual-update.txt",
    "2020-02-regional-peer-review-report.md",
    "2022-07-scrutineer-assurance-report.md",
    "2024-07-jtai-letter.pdf",
    "2025-03-ilacs-inspection-report.pdf",
)
LETTER_PAGES, MOST_PAGES, TOO_MANY_PAGES = 14, 250, 500
ROUNDS = 3
MOST_MEBIBYTES = 500.0
BARE_PDF = """
import sys, pypdfium2
for page in pypdfium2.PdfDocument(sys.stdin.buffer.read()):
    page.get_textpage().get_text_range()
"""
PARAGRAPH = "Children and families are visited when they need to be, and the visits are written down. " * 5
SECTION = (
    "<h2>{kind}</h2><p>We found the following.</p><ul>"
    + f"<li>{PARAGRAPH}</li>" * 4
    + f"</ul><p>{PARAGRAPH}</p>"
)


@dataclass(frozen=True)
class Measured:
    """What a process took, as the median of some rounds, and what it answered in the last."""

    seconds: float
    mebibytes: float
    answer: str


def main() -> None:
    """Measure every document; fail where one takes longer or more memory than the worker may be given."""
    with tempfile.TemporaryDirectory(prefix="portal-benchmark-") as folder:
        os.environ.update(PORTAL_MODE="embedded", DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings")
        slow = [name for name, data in documents() if not measure(name, data)]
    sys.exit(bool(slow))


def documents() -> list[tuple[str, bytes]]:
    """The documents of the sources that are at hand, and letters made for this; say which are absent."""
    found = []
    for name in SOURCES:
        path = FOLDER / name
        if path.is_file():
            found.append((name, path.read_bytes()))
        else:
            sys.stderr.write(f"Not read, as it is not in ../shared/sources: {name}\n")
    made = [
        (f"made letter of {pages} pages.pdf", letter(pages))
        for pages in (LETTER_PAGES, MOST_PAGES, TOO_MANY_PAGES)
    ]
    return found + made


def measure(name: str, data: bytes) -> bool:
    """Print what reading a document takes, beside the bare library or the start of Python; tell if it is bounded."""
    from django.conf import settings

    from findings.reading.apart import COMMAND

    asked = {
        "filename": name,
        "columns": None,
        "most_bytes": settings.READING_MAX_BYTES,
        "most_seconds": settings.READING_MAX_SECONDS + 1,
    }
    is_pdf = name.endswith(".pdf")
    own = measured(COMMAND, json.dumps(asked).encode() + b"\n" + data)
    bare = measured((sys.executable, "-c", BARE_PDF if is_pdf else ""), data)
    label = (
        f"reading {name}, {outcome(own.answer)}, beside {'PDFium alone' if is_pdf else 'the start of Python'}"
    )
    figure(f"{label}: time", own.seconds, "s", floor=bare.seconds)
    figure(f"{label}: peak memory", own.mebibytes, "MiB", floor=bare.mebibytes)
    return own.seconds <= settings.READING_MAX_SECONDS and own.mebibytes < MOST_MEBIBYTES


def outcome(answer: str) -> str:
    """Say in a few words what came of a reading."""
    told: dict[str, Any] = json.loads(answer)
    return f"refused ({told['reason']})" if "refused" in told else f"{len(told['candidates'])} candidates"


def measured(command: tuple[str, ...], data: bytes) -> Measured:
    """Run a command in fresh processes, with the document as its input."""
    rounds = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-m", "scripts.measured", *command],
            input=data,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            check=True,
        )
        rounds.append(json.loads(done.stdout))
    assert not any(told["code"] for told in rounds), rounds[-1]["output"]
    return Measured(
        statistics.median(told["seconds"] for told in rounds),
        max(told["mebibytes"] for told in rounds),
        rounds[-1]["output"],
    )


def letter(pages: int) -> bytes:
    """Write a letter of so many pages, its first pages over and over where it is long."""
    import pypdfium2
    import weasyprint

    sections = "".join(SECTION.format(kind=kind) for kind in ("Strengths", "Areas for consideration") * 10)
    written = weasyprint.HTML(string=f"<h1>Letter of the review team</h1>{sections}").write_pdf()
    source, whole = pypdfium2.PdfDocument(written), pypdfium2.PdfDocument.new()
    while len(whole) < pages:
        whole.import_pages(source, list(range(min(len(source), LETTER_PAGES, pages - len(whole)))))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


if __name__ == "__main__":
    start(main)
