"""Reading a document in a process of its own, so that a bad file cannot take the worker down."""

import json
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from findings.extraction.errors import UnreadableDocument
from findings.extraction.formats import label
from portal.apart import BrokeOff, TookTooLong, ask, python

COMMAND = python("findings.reading.child")
ANOTHER_FORM = "Save it as a Word or plain text file and upload that, or take it in in parts."


def read_apart(data: bytes, *, filename: str, columns: Mapping[str, str] | None) -> dict[str, Any]:
    """Read a document in a child process; raises `UnreadableDocument` if it cannot be read within the limits."""
    asked = {"filename": filename, "columns": columns}
    return ask_child(asked, data, seconds=settings.READING_MAX_SECONDS)


def read_whole_apart(data: bytes, *, filename: str, seconds: int) -> dict[str, Any]:
    """Return all that a document says, and its pages, read in a child process; raises `UnreadableDocument`."""
    return ask_child({"filename": filename, "is_whole": True}, data, seconds=seconds)


def ask_child(asked: dict[str, Any], data: bytes, *, seconds: int) -> dict[str, Any]:
    """Have a child read a document within the limits; raises `UnreadableDocument` if it cannot."""
    name = label(asked["filename"])
    try:
        answer = ask(COMMAND, asked, data, seconds=seconds)
    except TookTooLong as late:
        raise UnreadableDocument(
            f"{name} could not be read within {seconds} seconds. {ANOTHER_FORM}", reason="time"
        ) from late
    except BrokeOff as broken:
        raise UnreadableDocument(
            f"{name} could not be read: reading it broke off. It may be damaged. {ANOTHER_FORM}",
            reason="crash",
        ) from broken
    return _answered(json.loads(answer), name)


def _answered(answer: dict[str, Any], name: str) -> dict[str, Any]:
    if answer.get("reason") == "memory":
        raise UnreadableDocument(
            f"{name} needs more memory to read than a letter or a report does. {ANOTHER_FORM}",
            reason="memory",
        )
    if "refused" in answer:
        raise UnreadableDocument(answer["refused"], reason=answer["reason"])
    return answer
