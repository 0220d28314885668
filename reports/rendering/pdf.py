"""A page as a tagged PDF (PDF/UA-1): no network, and the same bytes for the same page. Knows nothing of Django."""

import base64
import datetime
import gc
import hashlib
import io
import json
import logging
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

VARIANT = "pdf/ua-1"
RELATIONSHIP = "Supplement"
"""How a file stands to the PDF that carries it: it adds to what is said there."""
PROGRESS_LOG = "weasyprint.progress"
SELDOM = (50_000, 20, 50)
"""Setting out pages makes objects by the million and hardly any that only the collector of garbage can free."""
POINTS = 0.75
"""A pixel of CSS is three quarters of a point."""
STEP = re.compile(r"Step (\d)(?:.*Page (\d+))?")

ReportProgress = Callable[[int, str], None]


@dataclass(frozen=True)
class Figure:
    """A figure of a PDF: whether it has words in its place, its page from 0 on, and where it is there.

    The box is its left, lower, right and upper edge, in points from the lower left corner of the page.
    """

    has_words: bool
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Pdf:
    """The bytes of a PDF, the number of its pages, and its figures in reading order."""

    content: bytes
    page_count: int
    figures: tuple[Figure, ...] = ()


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Have garbage collected seldom: at Python's own pace that takes long, and frees no more.

    The pace is that of the whole process, so one PDF at a time is made in a process.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@collecting_seldom()
def html_to_pdf(
    html: str,
    *,
    identifier: bytes,
    attachments: Sequence[dict[str, str]] = (),
    report_progress: ReportProgress | None = None,
) -> Pdf:
    """Turn a page that holds all it needs into a PDF with attachments; raises where it asks for anything from outside.

    Says how far it is, in per cent and in words, as it goes.
    """
    # Imported here, because it takes a second that no web process needs to spend.
    from weasyprint import HTML

    from reports.rendering.inlined import OnlyInlined

    figures: list[Figure] = []

    def finish(document: Any, pdf: Any) -> None:
        relate_attachments(pdf)
        figures.extend(figures_in(pdf, [page.height for page in document.pages]))

    with progress_of_weasyprint(report_progress or (lambda percent, step: None)):
        document = HTML(string=html, url_fetcher=OnlyInlined()).render(pdf_variant=VARIANT, pdf_tags=True)
        content = document.write_pdf(
            pdf_variant=VARIANT,
            pdf_tags=True,
            pdf_identifier=identifier,
            attachments=[attachment(row) for row in attachments],
            finisher=finish,
        )
    return Pdf(content, len(document.pages), tuple(figures))


def attachment(row: dict[str, str]) -> Any:
    """Return a file that the PDF carries, of the day of the report, so that the same report has the same bytes."""
    from weasyprint import Attachment

    day = datetime.datetime.fromisoformat(row["day"])
    return Attachment(
        file_obj=io.BytesIO(base64.b64decode(row["data"])),
        name=row["name"],
        description=row["description"],
        created=day,
        modified=day,
        relationship=RELATIONSHIP,
    )


def relate_attachments(pdf: Any) -> None:
    """Say how the files stand to the PDF, which WeasyPrint says only in archives."""
    import pydyf

    carried = [
        part for part in pdf.objects if isinstance(part, pydyf.Dictionary) and part.get("Type") == "/Filespec"
    ]
    for part in carried:
        part["AFRelationship"] = f"/{RELATIONSHIP}"
    if carried:
        pdf.catalog["AF"] = pydyf.Array([part.reference for part in carried])


def figures_in(pdf: Any, heights: Sequence[float]) -> Iterator[Figure]:
    """Return the figures, in reading order; `heights` are those of the pages, in pixels."""
    import pydyf

    for part in pdf.objects:
        if isinstance(part, pydyf.Dictionary) and part.get("S") == "/Figure":
            page = pdf.page_references.index(part["Pg"])
            # WeasyPrint gives pixels from the upper left corner.
            left, upper, right, lower = part["A"]["BBox"]
            edges = (left, heights[page] - lower, right, heights[page] - upper)
            left, lower, right, upper = (edge * POINTS for edge in edges)
            yield Figure("Alt" in part, page, (left, lower, right, upper))


def identify(snapshot: dict[str, Any]) -> bytes:
    """Return the identifier of a PDF: the hash of what it shows."""
    text = json.dumps(snapshot, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:32].encode()


@contextmanager
def progress_of_weasyprint(report_progress: ReportProgress) -> Iterator[None]:
    """Pass on the steps that WeasyPrint logs, for as long as this thread is inside."""
    log = logging.getLogger(PROGRESS_LOG)
    listener = StepListener(report_progress)
    level, propagates = log.level, log.propagate
    log.addHandler(listener)
    log.setLevel(logging.INFO)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(listener)
        log.setLevel(level)
        log.propagate = propagates


class StepListener(logging.Handler):
    """Turns WeasyPrint's log of steps and pages into progress."""

    def __init__(self, report_progress: ReportProgress) -> None:
        super().__init__()
        self.report_progress = report_progress
        self.thread = threading.get_ident()
        self.furthest = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Say which step or page was begun."""
        step = STEP.match(record.getMessage())
        if step is None or record.thread != self.thread:
            return
        number, page = int(step[1]), int(step[2] or 0)
        # Pages are set out a second time once their references are known; nobody needs to see the count go back.
        self.furthest = page = max(page, self.furthest)
        if number < 5:
            self.report_progress(20 + number * 2, "Reading the page")
        elif number == 5:
            self.report_progress(
                min(30 + page, 75), f"Setting out page {page}" if page else "Setting out pages"
            )
        else:
            self.report_progress(60 + number * 3, "Writing the PDF")
