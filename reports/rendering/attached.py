"""The files that go with an edition: read from where they are kept, and known to be those that were frozen."""

import base64
import datetime
import hashlib
from typing import Any

from reports.models import AnnexFile

CHANGED = (
    "The file of Annex {letter} is gone, or is not the one that was frozen, so the files were not made. "
    "{nothing_lost} Tell an administrator, who can bring it back from a backup."
)
Attachment = dict[str, Any]


class Unfrozen(Exception):
    """A file is not the one that was frozen, or is not there; says of which annex."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter)
        self.letter = letter


def attached_to(snapshot: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the annexes that go with a snapshot as files."""
    return [annex for annex in snapshot["annexes"] if annex.get("file")]


def attachments_of(snapshot: dict[str, Any]) -> list[Attachment]:
    """Return each file with its name, what it is and its day, as plain data; raises Unfrozen."""
    day = snapshot["contacts"]["approved_on"] or snapshot["meeting_on"]
    return [
        {
            "name": f"annex-{annex['letter'].lower()}.pdf",
            "description": f"Annex {annex['letter']}: {annex['title']}",
            "day": datetime.date.fromisoformat(day).isoformat(),
            "data": base64.b64encode(read(annex)).decode(),
        }
        for annex in attached_to(snapshot)
    ]


def read(annex: dict[str, Any]) -> bytes:
    """Return the bytes of an annex's file; raises Unfrozen where they are others than those that were frozen."""
    kept = AnnexFile.objects.filter(pk=annex["file"]["id"]).first()
    try:
        if kept is not None:
            with kept.file.open("rb") as file:
                data: bytes = file.read()
            if hashlib.sha256(data).hexdigest() == annex["file"]["sha256"]:
                return data
    except (FileNotFoundError, ValueError):
        pass
    raise Unfrozen(annex["letter"])
