"""The process that reads one document: limited in memory and time, told nothing of the portal, opening no file.

It takes a line of JSON and then the bytes of the document, and answers with a line of JSON. A file that makes a
library crash, or run for ever, ends this process and nothing else.
"""

import codecs
import json
import resource
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from findings.extraction.errors import UnreadableDocument

Reader = Callable[[bytes], dict[str, Any]]
CODECS = ("cp437", "cp1252", "iso8859-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
"""Python finds these on the disk when they are first used, which is too late for this process."""


def main() -> None:
    """Read what comes in, within the limits that come with it; answer with what was read, or why not."""
    asked = json.loads(sys.stdin.buffer.readline())
    read = reader_for(asked)
    limit(asked["most_bytes"], asked["most_seconds"])
    sys.stdout.write(json.dumps(answer(read, sys.stdin.buffer.read())))


def reader_for(asked: dict[str, Any]) -> Reader:
    """Return what reads as asked, which is imported here: after the limits nothing can be, and half is not needed."""
    if asked.get("is_whole"):
        from findings.reading.whole import read_whole

        return partial(read_whole, filename=asked["filename"])
    from findings.reading.contents import read_contents

    columns = asked.get("columns")
    settled = None if columns is None else {int(index): held for index, held in columns.items()}
    return partial(read_contents, filename=asked["filename"], columns=settled)


def limit(most_bytes: int, most_seconds: int) -> None:
    """Bound this process, so that a hostile file harms nobody else: from now on it opens no file or connection."""
    for name in CODECS:
        codecs.lookup(name)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(read: Reader, data: bytes) -> dict[str, Any]:
    """What was read, or `refused` with the reason."""
    try:
        return read(data)
    except UnreadableDocument as error:
        return {"refused": str(error), "reason": error.reason}
    except MemoryError:
        return {"refused": "", "reason": "memory"}


if __name__ == "__main__":
    main()
