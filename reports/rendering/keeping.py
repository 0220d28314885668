"""Keeping the files of an edition: all of them with its row, or none."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.db.utils import Error as DatabaseFault
from django.db.utils import IntegrityError

from reports.models import Edition
from reports.rendering.files import KINDS, Files

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class NoRoom(Exception):
    """There is no room to keep the files."""


def keep_files(edition: Edition, files: Files, *, key: object) -> None:
    """Store an edition's files under names that `key` makes its own, all or none; raises NoRoom."""
    for kind in KINDS:
        file = getattr(edition, kind)
        file.name = file.field.generate_filename(edition, f"report-{edition.report_id}-{key}.{kind}")
        setattr(edition, f"{kind}_sha256", files.sha256(kind))
    try:
        for kind in KINDS:
            file = getattr(edition, kind)
            file.storage.save(file.name, ContentFile(files.content(kind)))
    except BaseException as failure:
        # A file that is only half written bears the name already.
        throw_away(edition)
        if isinstance(failure, OSError) and failure.errno in NO_ROOM:
            raise NoRoom from failure
        raise


@contextmanager
def committed_with_files(edition: Edition) -> Iterator[None]:
    """Commit what happens inside; where that fails, throw the edition's files away."""
    is_decided = False
    try:
        with transaction.atomic():
            try:
                yield
            except BaseException:
                is_decided = True
                raise
    except BaseException as failure:
        if is_decided or isinstance(failure, IntegrityError) or is_known_to_be_absent(edition):
            throw_away(edition)
        raise


def is_known_to_be_absent(edition: Edition) -> bool:
    """Tell whether the database, after a commit that failed, says that it has no such edition.

    Where it cannot be asked, nobody can tell whether the commit went through, and a file too many harms nobody.
    """
    try:
        return connection.is_usable() and not Edition.objects.filter(pdf=edition.pdf.name).exists()
    except DatabaseFault:
        return False


def throw_away(edition: Edition) -> None:
    """Delete the files of an edition that came to nothing."""
    for kind in KINDS:
        file = getattr(edition, kind)
        file.storage.delete(file.name)
