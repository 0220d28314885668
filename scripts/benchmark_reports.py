"""Measures the files of reports of many findings, beside WeasyPrint alone on the same page; `make bench` calls this.

Both sides are seconds of the processor, each run in a fresh process, by turns, and the least of all rounds counts:
other work on the machine only ever adds to them. WeasyPrint alone is told to make the same page a PDF of the same kind,
as anybody would who uses the library. The portal's PDF is that page written from the report's content, and its PDF; of
both the time counts from when what they need has been imported, and of the page from when a worker has read its
templates, which it does once. The portal's files are all that the worker makes, with
the start of the process that makes them: they are held against WeasyPrint alone from the start of Python, with what
importing it starts to look for its libraries.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

from scripts.benchmark_figures import figure
from scripts.console import start
from scripts.paths import ROOT

ROUNDS = {50: 10, 200: 4, 1_000: 2}
"""How often each size of report is made; the larger it is, the less does chance weigh."""
THEMES = 10
MOST_TIMES_BARE = 1.15
MOST_TIMES_FOR_ALL = 1.5
MOST_OF_HTML = 0.05
MOST_MEGABYTES = 600.0
"""Of a million bytes, that the worker and the process that makes the files hold together."""
BARE = """
import json, resource, sys, time, weasyprint
from reports.rendering.pdf import VARIANT
page = open(sys.argv[1]).read()
began = time.process_time()
weasyprint.HTML(string=page).write_pdf(pdf_variant=VARIANT, pdf_tags=True)
ended = time.process_time()
children = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"work": ended - began, "whole": ended + children.ru_utime + children.ru_stime}))
"""
FOR_PDF = (
    "weasyprint",
    "pydyf",
    "reports.rendering.inlined",
    "reports.rendering.page",
    "reports.rendering.pdf",
)
FOR_FILES = ("reports.rendering.apart",)
"""What is imported once in the life of a process."""
HERE_AND_CHILDREN = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
WORDS = (
    "Children and families are visited when they need to be, and what was seen is written down on the day. "
)


@dataclass(frozen=True)
class Took:
    """Seconds of the processor, and the most memory that a process and its child held, each at its worst, in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Bare:
    """Seconds of the processor that WeasyPrint alone takes: over its work, and with the start of Python."""

    work: float
    whole: float


AROUND: dict[str, Any] = {
    "report": 1,
    "version": 1,
    "audience": "public",
    "is_part": False,
    "council": {
        "name": "Fenwold Council",
        "short_name": "Fenwold",
        "primary_colour": "#1d4f5f",
        "accent_colour": "#c58f2d",
        "contact_line": "",
    },
    "committee": "Scrutiny Committee",
    "meeting_on": "2026-06-16",
    "period": "1 November 2025 to 30 April 2026",
    "report_of": "Director of Children’s Services",
    "exemptions": [],
    "annexes": [],
    "contacts": {"author": "A", "chief_officer": "B", "specialist_officers": "", "approved_on": None},
    "abbreviations": [],
}


def main() -> None:
    """Measure every size, or make one report where a size is named; fail where one takes too long or too much."""
    with tempfile.TemporaryDirectory(prefix="portal-benchmark-") as folder:
        os.environ.update(PORTAL_MODE="embedded", DATA_DIR=folder, DJANGO_SETTINGS_MODULE="portal.settings")
        import django

        django.setup()
        if sys.argv[1:]:
            make, needed = {"pdf": (make_pdf, FOR_PDF), "files": (make_files, FOR_FILES)}[sys.argv[2]]
            for module in needed:
                import_module(module)
            if make is make_pdf:
                read_templates()
            sys.stdout.write(json.dumps(asdict(took(make, report_of(int(sys.argv[1]))))))
            return
        slow = [number for number in ROUNDS if not measure(number, Path(folder) / "page.html")]
    sys.exit(bool(slow))


def measure(number: int, page: Path) -> bool:
    """Measure a report of so many findings; tell whether it is quick and small enough."""
    from reports.rendering.page import draw_charts, page_html

    snapshot = report_of(number)
    page.write_text(page_html(snapshot))
    html, bare, pdfs, files = [], [], [], []
    for _ in range(ROUNDS[number]):
        html.append(seconds_of(lambda: page_html(snapshot, draw_charts(snapshot))))
        bare.append(bare_weasyprint(page))
        pdfs.append(made(number, "pdf"))
        files.append(made(number, "files"))
    work, start_too = min(one.work for one in bare), min(one.whole for one in bare)
    name = f"report of {number:,} findings"
    pdf, whole = (min(one.seconds for one in rounds) for rounds in (pdfs, files))
    memory = max(one.megabytes for one in files)
    ratio = figure(f"{name}: its PDF, beside WeasyPrint alone on the same page", pdf, "s", floor=work)
    share = figure(f"{name}: its page as HTML, beside the same", min(html), "s", floor=work)
    everything = (
        f"{name}: PDF, Word file and web page, beside WeasyPrint alone, both with the start of Python"
    )
    times = figure(everything, whole, "s", floor=start_too)
    figure(f"{name}: peak memory of worker and child, beside the most", memory, "MB", floor=MOST_MEGABYTES)
    is_quick = ratio <= MOST_TIMES_BARE and share < MOST_OF_HTML and times <= MOST_TIMES_FOR_ALL
    return is_quick and memory < MOST_MEGABYTES


def made(number: int, what: str) -> Took:
    """Make the PDF, or all files, of a report in a worker that has done nothing yet."""
    return Took(**json.loads(in_a_process("-m", "scripts.benchmark_reports", str(number), what)))


def took(make: Callable[[dict[str, Any]], object], snapshot: dict[str, Any]) -> Took:
    """Return what this process and its children take over a report."""
    seconds = seconds_of(lambda: make(snapshot))
    # In KiB on Linux. Both at once hold no more than each holds at its worst.
    most = sum(resource.getrusage(whose).ru_maxrss for whose in HERE_AND_CHILDREN) * 1024 / 1_000_000
    return Took(seconds, most)


def read_templates() -> None:
    """Have the templates of a page read, as a worker has that made a report before."""
    from reports.rendering.page import page_html

    page_html(report_of(THEMES))


def make_pdf(snapshot: dict[str, Any]) -> None:
    """Make the page and its PDF."""
    from reports.rendering.page import page_html
    from reports.rendering.pdf import html_to_pdf, identify

    html_to_pdf(page_html(snapshot), identifier=identify(snapshot))


def make_files(snapshot: dict[str, Any]) -> None:
    """Make all files as the worker does."""
    from reports.rendering import apart

    apart.make_files(snapshot, lambda percent, step: None, lambda: None)


def bare_weasyprint(page: Path) -> Bare:
    """Return the seconds of a process that does nothing but make the PDF of a page."""
    return Bare(**json.loads(in_a_process("-c", BARE, str(page))))


def in_a_process(*arguments: str) -> str:
    """Run Python to its end and return what it printed."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout


def seconds_of(action: Callable[[], object]) -> float:
    """Return the seconds of the processor that an action takes."""
    before = processor_seconds()
    action()
    return processor_seconds() - before


def processor_seconds() -> float:
    """Return the seconds of the processor that this process and the children that have ended have taken so far.

    Importing WeasyPrint starts children that look for its libraries, unless there is no compiler.
    """
    used = [resource.getrusage(whose) for whose in HERE_AND_CHILDREN]
    return sum(one.ru_utime + one.ru_stime for one in used)


def report_of(number: int) -> dict[str, Any]:
    """Return a report that tells of so many findings by theme, and lists them in tables with what is being done."""
    from reports.rendering.upgrade import FORMAT

    numbers, places = count(1), count(1)
    sections = []
    for theme in range(1, THEMES + 1):
        findings = range(theme, number + 1, THEMES)
        told = [told_of(finding, next(numbers)) for finding in findings]
        sections.append(
            {
                "record": theme,
                "kind": "text",
                "heading": f"Theme {theme}",
                "exempt": None,
                "blocks": [*told, listed(findings, theme, next(places)), charted(theme)],
            }
        )
    sections.append(asking(next(numbers)))
    return {**AROUND, "format": FORMAT, "title": f"A report of {number} findings", "sections": sections}


def asking(number: int) -> dict[str, Any]:
    """Return the section that asks the committee for something."""
    points = [{"record": 1, "html": WORDS, "reason": WORDS, "exempt": None}]
    block = {"type": "recommendations", "number": number, "points": points, "exempt": None}
    section = {"record": THEMES + 1, "kind": "recommendations", "heading": "Recommendations"}
    return {**section, "exempt": None, "blocks": [block]}


def told_of(finding: int, number: int) -> dict[str, Any]:
    """Return the paragraph about a finding, with two points."""
    points = [{"html": WORDS, "points": []} for _ in range(2)]
    return {
        "type": "paragraph",
        "number": number,
        "name": "",
        "quoted": False,
        "exempt": None,
        "html": f"F-2026-{finding:03}: {WORDS * 2}",
        "points": points,
    }


def listed(findings: range, theme: int, place: int) -> dict[str, Any]:
    """Return the table of a theme's findings."""
    rows = [[f"F-2026-{one:03}", WORDS, "Accepted", f"{one} May 2026"] for one in findings]
    head = ["Finding", "What was said", "Response", "Due"]
    table = {"type": "table", "caption": f"Findings of theme {theme}", "head": head, "rows": rows}
    return {**table, "exempt": None, "numeric": [], "widths": [16, 54, 15, 15], "place": place}


def charted(theme: int) -> dict[str, Any]:
    """Return the chart of a theme."""
    return {
        "type": "chart",
        "exempt": None,
        "form": "bars",
        "title": f"Theme {theme}",
        "description": "Strengths and areas.",
        "labels": ["First half", "Second half"],
        "series": [["Strengths", [3, 4]], ["Areas for consideration", [2, 1]]],
        "place": theme,
    }


if __name__ == "__main__":
    start(main)
