"""What is thrown away when it is of no more use: rows that have expired, files that no record names."""

import datetime
import logging
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module

from axes.models import AccessAttempt
from django.apps import apps
from django.conf import settings
from django.core.files.storage import Storage
from django.db.models import FileField

from portal.models import LinkRequest, Submission

logger = logging.getLogger(__name__)

FORMS_KEPT_FOR = timedelta(days=7)
LINK_REQUESTS_KEPT_FOR = timedelta(days=1)
FILES_KEPT_FOR = timedelta(days=1)
"""A file is written before the record that names it is committed; a day is far more than that takes."""
FEW_ORPHANS = 20
SMALL_SHARE = 0.1
"""More orphans than a few, and than this share of all files, are no crash's work but a wrong database."""


def clear_expired(*, now: datetime.datetime) -> None:
    """Delete sessions that have ended, and what is kept to recognise a form sent twice or too many attempts."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    Submission.objects.filter(submitted_at__lt=now - FORMS_KEPT_FOR).delete()
    LinkRequest.objects.filter(asked_at__lt=now - LINK_REQUESTS_KEPT_FOR).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - settings.AXES_COOLOFF_TIME).delete()


def remove_orphan_files(*, now: datetime.datetime) -> list[str]:
    """Delete files that no record names, as a process leaves them that is killed before it commits.

    Returns their names. Files younger than a day stay: their records may not be committed yet. Where no record
    names any file, or suspiciously many are orphans, all stay and an error is logged: an empty or another
    council's database must not cost the evidence.
    """
    removed = []
    for storage, fields in _fields_by_storage().items():
        files = list(_files_in(storage))
        old = [name for name in files if storage.get_modified_time(name) < now - FILES_KEPT_FOR]
        # Asked after the files were listed, so that a record made meanwhile counts.
        named = {name for field in fields for name in _names_in(field) if name}
        orphans = [name for name in old if name not in named]
        if orphans and _is_suspicious(len(orphans), of=len(files), named=len(named)):
            logger.error(
                "No file was removed: no record names %s of %s files. Check that this is the right database",
                len(orphans),
                len(files),
            )
            continue
        for name in orphans:
            storage.delete(name)
            removed.append(name)
            logger.info("Removed the file %s, which no record names", name)
    return removed


def _is_suspicious(orphans: int, *, of: int, named: int) -> bool:
    return not named or (orphans > FEW_ORPHANS and orphans > SMALL_SHARE * of)


def _fields_by_storage() -> dict[Storage, list[FileField]]:
    found = defaultdict(list)
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, FileField):
                found[field.storage].append(field)
    return found


def _names_in(field: FileField) -> Iterator[str]:
    yield from field.model._base_manager.values_list(field.name, flat=True).iterator()


def _files_in(storage: Storage, folder: str = "") -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever stored
        return
    for name in files:
        yield f"{folder}/{name}" if folder else name
    for name in folders:
        yield from _files_in(storage, f"{folder}/{name}" if folder else name)
