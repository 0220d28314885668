"""Making the files of an edition in a process of its own, so that a report cannot take the worker down with it."""

import json
import logging
import os
import selectors
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from django.conf import settings

from portal.apart import child_environment, python
from portal.wording import joined
from reports.rendering.attached import attachments_of
from reports.rendering.broken import BrokenPart
from reports.rendering.files import Files
from reports.rendering.frozen import Unfrozen
from reports.rendering.images import read_images
from reports.rendering.page import draw_charts, page_html
from reports.rendering.pdf import ReportProgress, identify
from reports.rendering.upgrade import upgrade

log = logging.getLogger(__name__)

COMMAND = python("reports.rendering.child")
FONTS_NEED = ("HOME", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
LOOK_EVERY_SECONDS = 0.25
MOST_BYTES_OF_ERROR = 4000
NOTHING_LOST = "Nothing in the report is lost."
TAKES_TOO_LONG = (
    "The files were not ready after {minutes}, so the work was stopped. {nothing_lost} "
    "Make the report’s longest tables shorter, or try again when the portal is less busy."
)
TAKES_TOO_MUCH = (
    "The report needs more memory than its files may take to make. {nothing_lost} "
    "Make its longest tables shorter, or ask an administrator to allow more."
)
FILE_IS_GONE = (
    "The file of {part} is gone, or is not the one that was frozen. {nothing_lost} "
    "Ask an administrator to bring it back from a backup, then try again."
)
BROKE_OFF = (
    "Making the files broke off. {nothing_lost} "
    "Try again; if it fails again, tell an administrator, who will find the reason in the log."
)
BROKE_OFF_AT = (
    "Making the files broke off at {part}. {nothing_lost} "
    "Try again; if it fails again, begin a new version in which that part says it otherwise, or tell an administrator, "
    "who will find the reason in the log."
)
NOT_HEARD = (
    "The PDF was made without {lacks}, which people who use a screen reader need. {nothing_lost} "
    "No change to the report mends it: tell an administrator, who will find the reason in the log."
)


class NotMade(Exception):
    """The files could not be made; says why, for people."""

    def __init__(self, message: str, **words: str) -> None:
        super().__init__(message.format(nothing_lost=NOTHING_LOST, **words))


def make_files(
    snapshot: dict[str, Any], report_progress: ReportProgress, still_wanted: Callable[[], object]
) -> Files:
    """Make all files of a snapshot; raises NotMade, or whatever `still_wanted` raises to stop it."""
    try:
        return made_files(snapshot, report_progress, still_wanted)
    except BrokenPart as broken:
        log.warning("%s", broken, exc_info=broken)
        raise NotMade(BROKE_OFF_AT, part=broken.part) from broken


def made_files(
    snapshot: dict[str, Any], report_progress: ReportProgress, still_wanted: Callable[[], object]
) -> Files:
    """Make all files of a snapshot; raises BrokenPart as well, where it breaks off at one."""
    snapshot = upgrade(snapshot)
    report_progress(5, "Drawing the charts")
    drawings = draw_charts(snapshot)
    report_progress(10, "Building the page")
    try:
        images, attachments = read_images(snapshot), attachments_of(snapshot)
    except Unfrozen as part:
        raise NotMade(FILE_IS_GONE, part=str(part)) from part
    asked = {
        "html": page_html(snapshot, drawings, images),
        "identifier": identify(snapshot).decode(),
        "snapshot": snapshot,
        "attachments": attachments,
        "images": {place: b64encode(data).decode() for place, data in images.items()},
        "most_bytes": settings.RENDERING_MAX_BYTES,
    }
    report_progress(15, "Reading the page")
    answer = ask_child(asked, report_progress, still_wanted)
    report_progress(95, "Writing the web page")
    page = page_html(snapshot, drawings, images, is_for_screen=True)
    return Files(html=page.encode(), page_count=answer.page_count, **answer.files())


@dataclass
class Answer:
    """What a child has said up to now: how far it is, and in the end its files."""

    report_progress: ReportProgress
    page_count: int = 0
    sizes: dict[str, int] = field(default_factory=dict)
    lacks_memory: bool = False
    broke_at: str = ""
    unheard: list[str] = field(default_factory=list)
    data: bytearray = field(default_factory=bytearray)

    def take(self, data: bytes) -> None:
        """Read on; once the sizes are known, all that follows is the files."""
        self.data += data
        while not self.sizes and b"\n" in self.data:
            line, _, rest = self.data.partition(b"\n")
            self.data = rest
            self.hear(json.loads(line))

    def hear(self, told: dict[str, Any]) -> None:
        """Take in one line."""
        if "step" in told:
            self.report_progress(told["percent"], told["step"])
        self.page_count = told.get("page_count", 0)
        self.sizes = told.get("sizes", {})
        self.lacks_memory = "lacks" in told
        self.broke_at = told.get("broke_at", "")
        self.unheard = told.get("unheard", [])

    @property
    def is_whole(self) -> bool:
        """Whether every byte of the files is there."""
        return bool(self.sizes) and len(self.data) == sum(self.sizes.values())

    def files(self) -> dict[str, bytes]:
        """Return the files by their kind."""
        found, place = {}, 0
        for kind, size in self.sizes.items():
            found[kind] = bytes(self.data[place : place + size])
            place += size
        return found


def ask_child(
    asked: dict[str, Any], report_progress: ReportProgress, still_wanted: Callable[[], object]
) -> Answer:
    """Have a child make files, and watch it meanwhile; raises NotMade, BrokenPart, or what `still_wanted` raises."""
    answer, errors = Answer(report_progress), bytearray()
    ends_at = time.monotonic() + settings.RENDERING_MAX_SECONDS
    with child(asked) as process, selectors.DefaultSelector() as selector:
        selector.register(cast(BinaryIO, process.stdout), selectors.EVENT_READ, answer.take)
        selector.register(cast(BinaryIO, process.stderr), selectors.EVENT_READ, errors.extend)
        while selector.get_map():
            for key, _ in selector.select(timeout=LOOK_EVERY_SECONDS):
                data = os.read(key.fd, 1 << 16)
                if data:
                    key.data(data)
                else:
                    selector.unregister(key.fileobj)
            del errors[:-MOST_BYTES_OF_ERROR]
            look(process, ends_at)
            still_wanted()
        process.wait()
    if answer.lacks_memory:
        raise NotMade(TAKES_TOO_MUCH)
    if not answer.is_whole:
        log.warning("Rendering ended with %s: %s", process.returncode, errors.decode(errors="replace"))
        if answer.broke_at:
            raise BrokenPart(answer.broke_at)
        if answer.unheard:
            raise NotMade(NOT_HEARD, lacks=joined(answer.unheard))
        raise NotMade(BROKE_OFF)
    return answer


@contextmanager
def child(asked: dict[str, Any]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a child and give it what it is asked; it is killed at the end if it still lives.

    Its input stays open: the child ends when it is closed, and it is closed when this process dies.
    """
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        COMMAND,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        cwd=settings.BASE_DIR,
        env=child_environment(*FONTS_NEED),
    )
    writer = threading.Thread(target=write, args=(process, json.dumps(asked).encode()), daemon=True)
    writer.start()
    try:
        yield process
    finally:
        process.kill()
        writer.join()
        with suppress(BrokenPipeError):
            process.__exit__(None, None, None)


def write(process: subprocess.Popen[bytes], line: bytes) -> None:
    """Give a child its line; one that has ended takes nothing any more."""
    stdin = cast(BinaryIO, process.stdin)
    with suppress(BrokenPipeError):
        stdin.write(line + b"\n")
        stdin.flush()


def look(process: subprocess.Popen[bytes], ends_at: float) -> None:
    """Raise NotMade where a child takes too long or holds too much memory."""
    if time.monotonic() > ends_at:
        raise NotMade(TAKES_TOO_LONG, minutes=in_minutes(settings.RENDERING_MAX_SECONDS))
    if most_held(process.pid) > settings.RENDERING_MAX_BYTES:
        raise NotMade(TAKES_TOO_MUCH)


def most_held(pid: int) -> int:
    """Return the most bytes of memory that a process has held; 0 where the system does not say."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def in_minutes(seconds: int) -> str:
    """Write a time limit in words."""
    minutes = seconds // 60
    if not minutes:
        return f"{seconds} seconds"
    return f"{minutes} minute{'' if minutes == 1 else 's'}"
