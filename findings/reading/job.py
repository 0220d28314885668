"""The reading of one document as a job of the worker."""

from typing import Any

from findings.extraction.errors import UnreadableDocument
from findings.models import Document, Reading
from findings.querysets import ReadingQuerySet
from findings.reading.apart import read_apart
from findings.reading.intakes import open_intake
from findings.reading.keeping import require_new
from portal import jobs
from portal.exceptions import Refused
from portal.jobs import Claim
from portal.models.job import MOST_ATTEMPTS
from portal.services import change, refusing_duplicates

MAX_CANDIDATES = 500
COULD_NOT_READ = (
    "The document could not be read. Upload it again; if that fails too, tell an administrator, "
    "who will find the reason in the log."
)
KEPT_STOPPING = (
    f"Reading was begun {MOST_ATTEMPTS} times and each time the work stopped before the end. "
    "Save the document as a Word or plain text file and upload that."
)


def run_reading(reading_id: int) -> Document | None:
    """Read a document, unless another worker has it or it is finished; returns it where it is kept."""
    document = jobs.run_job(Reading, reading_id, work=read_document, failure=COULD_NOT_READ)
    throw_away_refused()
    return document


def read_document(claim: Claim[Reading]) -> Document | None:
    """Read the file apart from this process, and keep what comes of it or say why it is refused."""
    reading = claim.job
    claim.report_progress(10, "Reading the document")
    with reading.file.open("rb") as file:
        data = file.read()
    try:
        contents = read_apart(data, filename=reading.filename, columns=reading.columns)
        if "sheet" in contents:
            claim.finish(sheet=contents["sheet"])
            return None
        require_few(contents)
        return take_in(claim, contents)
    except (UnreadableDocument, Refused) as refusal:
        jobs.fail_job(claim.row, str(refusal))
    return None


def require_few(contents: dict[str, Any]) -> None:
    """Raise `UnreadableDocument` for a document with more findings than can be checked."""
    name, count = contents["name"], len(contents["candidates"])
    if count > MAX_CANDIDATES:
        raise UnreadableDocument(
            f"{count:,} possible findings were recognised in {in_sentence(name)}, more than the {MAX_CANDIDATES} "
            "that can be checked at once. Upload it in parts.",
            reason="too_many",
        )


def in_sentence(name: str) -> str:
    """How a document is called in the middle of a sentence."""
    return name if name.startswith("“") else name.lower()


def take_in(claim: Claim[Reading], contents: dict[str, Any]) -> Document:
    """Keep the document with what was found in it and end the job, all or nothing.

    Raises ClaimLost where the claim is gone, DocumentHeld where the review got the document meanwhile.
    """
    reading = claim.job
    document = Document(
        review=reading.review,
        name=reading.name,
        file=reading.file.name,
        size=reading.size,
        sha256=reading.sha256,
        was_pasted=reading.was_pasted,
        added_by=reading.asked_by,
    )
    with change(by=reading.asked_by):
        keep_once(document)
        open_intake(document=document, by=reading.asked_by, contents=contents)
        claim.finish(document=document, file="", pasted_words="")
    return document


def keep_once(document: Document) -> None:
    """Save a document; raises DocumentHeld where its review has one with the same bytes."""
    try:
        with refusing_duplicates(document):
            document.save()
    except Refused:
        require_new(document.review, document.sha256)
        raise


def throw_away_refused() -> None:
    """Delete the files of what could not be taken in, but for pasted words, to be sent again."""
    delete_files(Reading.objects.refused().filter(was_pasted=False))


def delete_files(readings: ReadingQuerySet) -> None:
    """Delete the files of readings, which stay with the reason why they were refused."""
    for reading in readings.exclude(file="").only("pk", "file"):
        reading.file.storage.delete(str(reading.file.name))
        Reading.objects.filter(pk=reading.pk).update(file="", pasted_words="")


def take_back_abandoned() -> list[int]:
    """Put back every reading that gave no sign of life for a while; returns those to queue again."""
    found = jobs.take_back_abandoned(Reading, failure=KEPT_STOPPING)
    throw_away_refused()
    return found
