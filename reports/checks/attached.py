"""Annexes that go with a report as PDFs, and lack what people need who hear them.

The report's own PDF conforms to PDF/UA-1 (ISO 14289-1); a PDF that is attached to it stays as it came.
"""

from collections.abc import Iterator

from portal.wording import joined
from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading

NAMES = {
    "tags": "tags for headings, lists and tables",
    "language": "its language",
    "title": "a title",
}
LACKS = "The PDF “{name}” lacks {what}, so it is hard to use with a screen reader."
NOT_LOOKED_AT = (
    "The PDF “{name}” was added before the portal looked at such files, so nobody knows whether it can be used with a "
    "screen reader."
)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find attached PDFs without tags, language or title."""
    for annex in reading.annexes:
        file = annex.get("file")
        if not file:
            continue
        lacks = known.lacking.get(file["id"])
        if lacks is None or lacks:
            words = LACKS if lacks else NOT_LOOKED_AT
            message = words.format(name=file["name"], what=joined(NAMES[what] for what in lacks or ()))
            yield found_in(reading.in_annex(annex, file["name"]), message, words=f"{file['sha256']} {lacks}")


CHECK = Check(
    "attached",
    "Attached PDFs that would be hard to use with a screen reader",
    "Open the document in the program that it was written in, give it a title and a language, save it again as a "
    "tagged (accessible) PDF, and choose that in its place. Or add it as a Word document: its text then becomes pages "
    "of the report.",
    find,
)
