"""Having documents read: asked for here, done by a worker."""

import copy
import secrets
from collections.abc import Mapping

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from findings.models import Reading
from findings.reading.keeping import Upload, require_new
from findings.tasks import read_document
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, refusing_duplicates, save_new
from reviews.models import Review


def ask_for_reading(
    *, by: User, review: Review, upload: Upload, keep_without_findings: bool = False
) -> Reading:
    """Keep a document until it is read, and have it read once this is committed; raises DocumentHeld or Refused.

    The file gets a random name: the name that it came with is data.
    """
    require_new(review, upload.sha256)
    reading = Reading(
        review=review,
        name=upload.name,
        size=len(upload.data),
        sha256=upload.sha256,
        was_pasted=upload.was_pasted,
        keep_without_findings=keep_without_findings,
        asked_by=by,
    )
    reading.file.save(secrets.token_hex(16), ContentFile(upload.data), save=False)
    try:
        with change(by=by):
            save_new(record=reading, by=by)
            queue(reading)
    except BaseException:
        reading.file.delete(save=False)
        raise
    return reading


def settle_columns(*, reading: Reading, by: User, columns: Mapping[int, str]) -> None:
    """Say what the columns of a spreadsheet hold, and have it read.

    Raises Refused where that is settled already, or where the same file is just being read.
    """
    settling = copy.copy(reading)
    settling.state = Reading.State.WAITING
    with change(by=by), refusing_duplicates(settling):
        waiting = Reading.objects.filter(pk=reading.pk, state=Reading.State.DONE, document=None)
        settled = {str(index): held for index, held in columns.items()}
        if not waiting.update(
            state=Reading.State.WAITING,
            columns=settled,
            attempts=0,
            progress=0,
            finished_at=None,
            seen_at=timezone.now(),
        ):
            raise Refused("The columns of this spreadsheet are settled already")
        queue(reading)


def queue(reading: Reading) -> None:
    """Hand the job to a worker after the commit; should the queue be away, the row is found later."""
    transaction.on_commit(lambda: read_document.delay(reading.pk), robust=True)
