"""Having documents read: asked for here, done by a worker."""

import copy
import logging
import secrets
from collections.abc import Mapping
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from findings.models import Reading
from findings.querysets import ReadingQuerySet
from findings.reading.keeping import Upload, require_new
from findings.tasks import read_document
from portal.exceptions import Refused
from portal.jobs import hand_to_worker
from portal.models import User
from portal.services import change, refusing_duplicates, save_new
from reviews.models import Review

log = logging.getLogger(__name__)


def ask_for_reading(
    *,
    by: User,
    review: Review,
    upload: Upload,
    instead_of: Reading | None = None,
) -> Reading:
    """Keep a document until it is read, and have it read once this is committed; raises DocumentHeld or Refused.

    It takes the place of what came to nothing before: see `_replaced`. The file gets a random name: the name that
    it came with is data.
    """
    require_new(review, upload.sha256)
    reading = Reading(
        review=review,
        name=upload.name,
        size=len(upload.data),
        sha256=upload.sha256,
        was_pasted=upload.was_pasted,
        pasted_words=upload.words,
        asked_by=by,
    )
    reading.file.save(secrets.token_hex(16), ContentFile(upload.data), save=False)
    try:
        with change(by=by):
            save_new(record=reading, by=by)
            _remove(_replaced(review, upload, instead_of))
            hand_to_worker(read_document, reading)
    except BaseException:
        reading.file.delete(save=False)
        raise
    return reading


def _replaced(review: Review, upload: Upload, instead_of: Reading | None) -> ReadingQuerySet:
    """What a document takes the place of: itself, refused or waiting for its columns, and other refused ones.

    Those are `instead_of` and uploads of the same name. The name of pasted text says nothing: it is that of the day.
    """
    itself = Q(sha256=upload.sha256)
    refused = Q(pk=instead_of and instead_of.pk) | Q(name=upload.name, was_pasted=False)
    came_to_nothing = Reading.objects.discardable().filter(review=review)
    return came_to_nothing.filter(itself | Q(refused, state=Reading.State.FAILED))


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
        hand_to_worker(read_document, reading)


def discard_reading(*, reading: Reading, by: User) -> None:
    """Remove a document that was refused, or a spreadsheet that waits for its columns, with its file.

    Raises Refused where it is just being read, or was taken in or discarded meanwhile.
    """
    with change(by=by):
        if not _remove(Reading.objects.discardable().filter(pk=reading.pk)):
            raise Refused(f"“{reading}” is being read, or somebody else dealt with it meanwhile")
    log.info("%s discarded the reading %s of the review %s", by.pk, reading.pk, reading.review_id)


def _remove(readings: ReadingQuerySet) -> int:
    """Delete readings, and their files once this is committed; of two at once only one gets each of them."""
    removed = 0
    for reading in readings.only("pk", "file"):
        if readings.filter(pk=reading.pk).delete()[0]:
            removed += 1
            if reading.file:
                transaction.on_commit(partial(reading.file.storage.delete, reading.file.name))
    return removed
