"""Measures how much longer the portal takes over a report's PDF than WeasyPrint alone."""

import copy
import statistics
import time
from collections.abc import Callable
from typing import Any

from scripts.benchmark_figures import figure

MOST_TIMES_BARE = 1.2
PAGES = 20
ROUNDS = 5


def measure_rendering() -> bool:
    """Time a report of at least twenty pages both ways, in turn; tell whether the portal is quick enough."""
    import weasyprint

    from reports.models import Report
    from reports.rendering.page import page_html
    from reports.rendering.pdf import VARIANT, render_pdf
    from reports.rendering.snapshot import build_snapshot

    report = Report.objects.order_by("pk").first()
    assert report is not None
    snapshot = long_enough(build_snapshot(report))
    html = page_html(snapshot)
    own, bare = [], []
    for _ in range(ROUNDS):
        bare.append(
            seconds(lambda: weasyprint.HTML(string=html).write_pdf(pdf_variant=VARIANT, pdf_tags=True))
        )
        own.append(seconds(lambda: job(report, snapshot)))
    pages = render_pdf(snapshot).page_count
    name = f"report of {pages} pages as a PDF, beside WeasyPrint alone"
    ratio = figure(name, statistics.median(own), "s", floor=statistics.median(bare))
    return ratio <= MOST_TIMES_BARE


def job(report: Any, snapshot: dict[str, Any]) -> None:
    """Do what a worker does for one edition, from its claim to the stored file."""
    from portal.models import User
    from reports.models import Rendering
    from reports.rendering.job import run_rendering

    rendering = Rendering.objects.create(report=report, snapshot=snapshot, asked_by=User.objects.first())
    assert run_rendering(rendering.pk) is not None


def long_enough(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Repeat the sections of a report that are words and tables until it fills the pages."""
    from reports.rendering.pdf import render_pdf

    sections = [
        section
        for section in snapshot["sections"]
        if not any(block["type"] == "chart" for block in section["blocks"])
    ]
    whole = copy.deepcopy(snapshot)
    while render_pdf(whole).page_count < PAGES:
        whole["sections"] = whole["sections"] + copy.deepcopy(sections)
    return whole


def seconds(action: Callable[[], object]) -> float:
    """How much of the processor an action takes, whatever else the machine is doing."""
    start = time.process_time()
    action()
    return time.process_time() - start
