"""The files that go with an edition."""

import base64
import datetime
from typing import Any

from reports.models import AnnexFile
from reports.rendering.frozen import read_frozen

Attachment = dict[str, Any]


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
    """Return the bytes of an annex's file; raises Unfrozen."""
    kept = AnnexFile.objects.filter(pk=annex["file"]["id"]).first()
    name = kept.file.name if kept else None
    return read_frozen(name, sha256=annex["file"]["sha256"], part=f"Annex {annex['letter']}")
