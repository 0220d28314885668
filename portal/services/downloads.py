"""Having large files of registers made: asked for here, done by a worker."""

import copy

from django.utils import timezone

from portal.exceptions import Refused
from portal.jobs import hand_to_worker
from portal.models import Download, User
from portal.registry import Register
from portal.services.changes import change, save_new
from portal.services.duplicates import refusing_duplicates
from portal.tasks import make_download


def ask_for_download(*, by: User, register: Register, query: str) -> Download:
    """Have the rows of a filter made an Excel file once this is committed; one that is being made is returned."""
    same = Download.objects.of(by).filter(register=register.name, query=query)
    under_way = same.unfinished().first()
    if under_way is not None:
        return under_way
    with change(by=by):
        record = Download(register=register.name, title=register.label, query=query, asked_by=by)
        download = save_new(record=record, by=by)
        hand_to_worker(make_download, download)
    return download


def retry_download(*, download: Download, by: User) -> None:
    """Make a file that failed after all; raises Refused where it has not failed or is being made already."""
    retried = copy.copy(download)
    retried.state = Download.State.WAITING
    with change(by=by), refusing_duplicates(retried):
        failed = Download.objects.of(by).filter(pk=download.pk, state=Download.State.FAILED)
        if not failed.update(
            state=Download.State.WAITING,
            failure="",
            attempts=0,
            progress=0,
            finished_at=None,
            seen_at=timezone.now(),
        ):
            raise Refused("This file is already being made, or has been made")
        hand_to_worker(make_download, download)
