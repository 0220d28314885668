"""Numbers in what the record writes that know what they count: marked while a text is made, and never part of it."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model

BEGIN, WORDS, END = "\ue002", "\ue003", "\ue004"
MARK = re.compile(f"{BEGIN}(?P<of>[a-z]+):(?P<keys>[0-9 ]+){WORDS}(?P<words>[^{BEGIN}{WORDS}{END}]+){END}")
WITHOUT_MARKS = {ord(mark): None for mark in (BEGIN, WORDS, END)}
"""Takes the characters of marks out of somebody's words, so that none can pretend to be one."""


def counted(words: str, of: str, records: Iterable[Model]) -> str:
    """Return words such as "three actions" marked with the records that they count; as they are for none."""
    keys = " ".join(str(record.pk) for record in records)
    return f"{BEGIN}{of}:{keys}{WORDS}{words}{END}" if keys else words


def unmarked(text: str) -> str:
    """Return a text as it is read: without the marks."""
    return MARK.sub(r"\g<words>", text) if BEGIN in text else text


def taken_out(text: str, note: Callable[[dict[str, Any], str], None]) -> str:
    """Return a text without its marks, and note what each words count with what stands before them."""
    if BEGIN not in text:
        return text
    read = ""
    end = 0
    for found in MARK.finditer(text):
        read += text[end : found.start()]
        keys = [int(key) for key in found["keys"].split()]
        note({"of": found["of"], "keys": keys, "words": found["words"]}, read)
        read += found["words"]
        end = found.end()
    return read + text[end:]
