"""Spreadsheets whose columns nobody settled, and refused words: they are not kept for ever."""

import datetime
import logging

from django.conf import settings

from findings.models import Reading
from findings.reading.job import delete_files, throw_away_refused
from portal.jobs import fail_job

log = logging.getLogger(__name__)

NEVER_SETTLED = (
    "Nobody said within {days} days what the columns of this spreadsheet hold, so it was removed. "
    "Upload it again to take it in."
)


def remove_unsettled(*, now: datetime.datetime) -> None:
    """End the readings that have waited too long for their columns, and delete the files; the reason stays.

    A reading whose columns are settled at the same moment is left alone.
    """
    days = settings.READING_KEPT_DAYS
    before = now - datetime.timedelta(days=days)
    waiting = Reading.objects.awaiting_columns().filter(finished_at__lt=before)
    for reading in waiting.defer("sheet", "columns", "pasted_words"):
        if fail_job(waiting.filter(pk=reading.pk), NEVER_SETTLED.format(days=days), sheet=None):
            log.info("Removed the reading %s: nobody settled its columns in %s days", reading.pk, days)
    throw_away_refused()
    delete_files(Reading.objects.refused().filter(finished_at__lt=before))
