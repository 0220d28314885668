"""The process that makes a report's PDF and Word file: limited, told nothing of the portal, heard while it works.

It takes a line of JSON. It answers with lines of JSON that say how far it is, then one with the sizes of the files,
then their bytes. When whoever started it is gone, it ends: nobody would take the files.
"""

import json
import os
import resource
import sys
import threading
import traceback
from base64 import b64decode
from functools import partial
from typing import Any, BinaryIO

BETWEEN_LOOKS = 2
"""So many times the memory that it may hold can be taken between two looks, at most."""
ONLY_RESERVED = 512 * 1024 * 1024
"""Addresses that libraries and threads reserve without holding memory; one that is refused them crashes."""
NICE = 5


def main() -> None:
    """Make the files of what comes in, and pass them on."""
    asked = json.loads(sys.stdin.buffer.readline())
    limit(asked["most_bytes"])
    out = own_output()
    threading.Thread(target=end_with_the_worker, daemon=True).start()
    try:
        make(asked, out)
    except MemoryError:
        tell(out, {"lacks": "memory"})
    except BaseException as reason:  # what WeasyPrint calls fatal is no Exception
        if part := getattr(reason, "part", None):
            tell(out, {"broke_at": part})
        if lacks := getattr(reason, "lacks", None):
            tell(out, {"unheard": lacks})
        # Python cannot end by itself while a thread waits for input: it would abort and hide the reason.
        traceback.print_exc()
        os._exit(1)
    out.flush()
    # Whatever the libraries still have to tidy up, the files are out.
    os._exit(0)


def limit(most_bytes: int) -> None:
    """Bound this process and let people's requests go first; the worker looks at what it really holds."""
    most_addresses = BETWEEN_LOOKS * most_bytes + ONLY_RESERVED
    resource.setrlimit(resource.RLIMIT_AS, (most_addresses, most_addresses))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(NICE)


def own_output() -> BinaryIO:
    """Return the way back to the worker, which nothing that a library prints can get into."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def end_with_the_worker() -> None:
    """End this process when the other end of its input is closed, as the death of the worker closes it."""
    sys.stdin.buffer.read()
    os._exit(1)


def make(asked: dict[str, Any], out: BinaryIO) -> None:
    """Make the PDF and then the Word file."""
    from reports.rendering.broken import looked_into, names_of, pages_alone
    from reports.rendering.hearing import figures_of, require_heard
    from reports.rendering.pdf import html_to_pdf
    from reports.rendering.pictures import charts_as_pngs
    from reports.rendering.word import render_docx

    def report_progress(percent: int, step: str) -> None:
        tell(out, {"percent": percent, "step": step})

    snapshot, identifier = asked["snapshot"], asked["identifier"].encode()
    pdf = looked_into(
        lambda: html_to_pdf(
            asked["html"],
            identifier=identifier,
            attachments=asked["attachments"],
            report_progress=report_progress,
        ),
        lambda: (
            (name, partial(html_to_pdf, page, identifier=identifier))
            for name, page in pages_alone(asked["html"], names_of(snapshot))
        ),
    )
    require_heard(pdf, figures_of(snapshot))
    report_progress(85, "Writing the Word file")
    pictures = charts_as_pngs(pdf, snapshot)
    pictures |= {int(place): b64decode(data) for place, data in asked["images"].items()}
    docx = render_docx(snapshot, pictures)
    tell(out, {"sizes": {"pdf": len(pdf.content), "docx": len(docx)}, "page_count": pdf.page_count})
    out.write(pdf.content)
    out.write(docx)


def tell(out: BinaryIO, words: dict[str, Any]) -> None:
    """Pass a line on at once."""
    out.write(json.dumps(words).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    main()
