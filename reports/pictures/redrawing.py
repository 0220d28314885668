"""Drawing an uploaded picture anew in a process of its own, so that a bad file cannot take the portal down with it."""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from django.conf import settings

from findings.extraction.formats import label
from portal.apart import BrokeOff, TookTooLong, ask, python
from portal.exceptions import Refused
from portal.wording import largest_file

COMMAND = python("reports.pictures.child")
ACCEPTED = "PNG, JPEG, GIF or WebP"
MOST_DOTS = 25_000_000
WIDE, HIGH = 1240, 1650
"""What paper needs: the width and the height that a figure can have there, at some 220 dots to the inch."""
LIMITS = {"most_dots": MOST_DOTS, "wide": WIDE, "high": HIGH}
MOST_SECONDS = 20
SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
START = 1024


@dataclass(frozen=True)
class Drawn:
    """A picture as the portal drew it: what a report keeps."""

    data: bytes
    media_type: str
    width: int
    height: int

    @cached_property
    def sha256(self) -> str:
        """The hash by which a frozen report knows it again."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def extension(self) -> str:
        """What the name of its file ends with."""
        return {"image/png": "png", "image/jpeg": "jpg"}[self.media_type]


def check_size(size: int, name: str) -> None:
    """Raise Refused for an empty file, or one that is larger than the council allows."""
    if not size:
        raise Refused(f"{name} is empty. Choose a file that has a picture in it")
    if size > settings.DOCUMENT_MAX_BYTES:
        raise Refused(
            f"{name} is larger than {largest_file()}. Save the picture in a smaller size and choose that"
        )


def redraw(data: bytes, *, filename: str) -> Drawn:
    """Return a picture drawn anew; raises Refused, naming the file and what to do, for what cannot be one."""
    name = label(filename)
    check_size(len(data), name)
    check_kind(data, name)
    try:
        answer = ask(COMMAND, LIMITS, data, seconds=MOST_SECONDS)
    except TookTooLong as late:
        raise Refused(f"{name} takes too long to read. {again()}") from late
    except BrokeOff as broken:
        raise Refused(f"{name} is damaged. {again()}") from broken
    line, _, drawn = answer.partition(b"\n")
    told = json.loads(line)
    if "refused" in told:
        raise Refused(refusal(told, name))
    return Drawn(drawn, told["media_type"], told["width"], told["height"])


def check_kind(data: bytes, name: str) -> None:
    """Raise Refused for what does not begin as a picture does that is taken."""
    if data.startswith(SIGNATURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return
    if b"<svg" in data[:START].lower():
        raise Refused(
            f"{name} is an SVG drawing, which may hold more than a picture. Save it as PNG and choose that"
        )
    raise Refused(f"{name} is not a picture that a report can show. Choose a {ACCEPTED} file")


def refusal(told: dict[str, object], name: str) -> str:
    """Say why there is no picture, and what to do."""
    if told["refused"] == "dots":
        return (
            f"{name} is {told['width']:,} by {told['height']:,} pixels, which is too large. "
            f"Make it smaller, so that it has {MOST_DOTS // 1_000_000} million pixels or fewer, and choose that"
        )
    if told["refused"] == "memory":
        return f"{name} takes too much memory to read. Make the picture smaller and choose that"
    return f"{name} is damaged. {again()}"


def again() -> str:
    """Say what helps with a file that no program can make sense of."""
    return "Open it in a program that shows pictures, save it as PNG and choose that"
