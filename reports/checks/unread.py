"""Pages of attached PDFs in which nobody could look for personal data: scans, and files from before they were read."""

from collections.abc import Iterator, Sequence

from portal.wording import joined
from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading

NOT_READ = "The PDF “{name}” was added before the portal read such files, so nobody has looked for personal data in it."
NO_TEXT = "The PDF “{name}” has no text on {pages}, so nobody has looked for personal data there."


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find attached PDFs that were not read, or that have pages without text."""
    for annex in reading.annexes:
        file = annex.get("file")
        if not file:
            continue
        pages = known.page_texts.get(file["id"])
        empty = [number for number, text in enumerate(pages or (), start=1) if not text]
        if pages is None or empty:
            message = NOT_READ if pages is None else NO_TEXT
            said = message.format(name=file["name"], pages=named(empty))
            yield found_in(reading.in_annex(annex, file["name"]), said, words=f"{file['sha256']} {empty}")


def named(pages: Sequence[int]) -> str:
    """Name pages by their numbers, those that follow each other as one."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    words = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return f"{'page' if len(pages) == 1 else 'pages'} {joined(words)}"


CHECK = Check(
    "unread",
    "Attached PDFs that could not be looked through",
    "Look through it yourself for what may tell who somebody is, or choose the file again so that it is read.",
    find,
)
