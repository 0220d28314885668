"""The making of a large file of a register as a job of the worker."""

import datetime
import secrets
from collections.abc import Iterable, Iterator
from typing import IO, Any
from urllib.parse import parse_qs

from django.core.files import File
from django.utils.datastructures import MultiValueDict

from portal import jobs
from portal.exports import Export, as_workbook
from portal.jobs import Claim, ClaimLost
from portal.models import Download
from portal.models.job import MOST_ATTEMPTS
from portal.registry import registers_for
from portal.wording import count

ROWS_BETWEEN_REPORTS = 200
WRITTEN = 95
"""Per cent done when every row is written; packing the file is the rest."""
COULD_NOT_MAKE = "The file could not be made. Try again; if it fails again, tell an administrator."
KEPT_STOPPING = (
    f"The file was begun {MOST_ATTEMPTS} times and each time the work stopped before the end. "
    "Choose fewer rows with the filters, or download the register as CSV."
)
NOT_ALLOWED = "You can no longer open this register. Nothing was made."


def run_download(download_id: int) -> None:
    """Make the file, unless another worker has it or it is finished."""
    jobs.run_job(Download, download_id, work=make_file, failure=COULD_NOT_MAKE)


def make_file(claim: Claim[Download]) -> None:
    """Write what the person may see now to a workbook and keep it, or say that they may see nothing any more."""
    export = export_for(claim.job)
    if export is None:
        jobs.fail_job(claim.row, NOT_ALLOWED)
        return
    rows = Told(claim, export.rows(), of=export.count())
    with as_workbook(export.title, export.columns, rows) as file:
        claim.report_progress(WRITTEN, "Saving the file")
        keep(claim, file, rows.read)


def export_for(download: Download) -> Export | None:
    """Return the register as the person who asked may see it at this moment; None where they may not."""
    person = download.asked_by
    registers = {register.name: register for register in registers_for(person)} if person.is_active else {}
    register = registers.get(download.register)
    return register.export(person, MultiValueDict(parse_qs(download.query))) if register else None


class Told:
    """Rows that tell, while they are read, how far the work is; `read` is how many were."""

    def __init__(self, claim: Claim[Download], rows: Iterable[Any], *, of: int) -> None:
        self.claim, self.rows, self.of = claim, rows, of
        self.read = 0

    def __iter__(self) -> Iterator[Any]:
        for row in self.rows:
            if self.read % ROWS_BETWEEN_REPORTS == 0:
                percent = min(WRITTEN * self.read // max(self.of, 1), WRITTEN)
                self.claim.report_progress(percent, f"{self.read:,} of {count(self.of, 'row')} written")
            self.read += 1
            yield row


def keep(claim: Claim[Download], file: IO[bytes], row_count: int) -> None:
    """Store the file and end the job; raises ClaimLost, and stores nothing, where another worker took over."""
    stored = claim.job.file
    stored.save(f"{secrets.token_hex(16)}.xlsx", File(file), save=False)
    try:
        claim.finish(file=stored.name, row_count=row_count)
    except ClaimLost:
        stored.storage.delete(str(stored.name))
        raise


def take_back_abandoned() -> list[int]:
    """Put back every download that gave no sign of life for a while; returns those to queue again."""
    return jobs.take_back_abandoned(Download, failure=KEPT_STOPPING)


def remove_old_downloads(*, now: datetime.datetime) -> None:
    """Delete the files that were made more than a day ago, and their rows with them."""
    for download in Download.objects.too_old(at=now):
        if download.file:
            download.file.storage.delete(str(download.file.name))
        download.delete()
