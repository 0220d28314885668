"""The pictures of a report: added, described, taken out; no file stays that no report names."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from reports.models import Picture, Report
from reports.pictures.redrawing import Drawn
from reports.services.editing import touch

MOST = 50
"""So many pictures may a report have: all of them are held in memory together when its files are made."""


def add_picture(*, by: User, report: Report, file: Drawn, alternative: str, caption: str) -> Picture:
    """Add a picture with a number of its own; raises Refused once approved, and where there are too many.

    Where it fails, its file goes too.
    """
    with change(by=by):
        touch(report)
        if report.pictures.count() >= MOST:
            raise Refused(f"A report can have {MOST} pictures. Take out one that is not used")
        Report.objects.filter(pk=report.pk).update(pictures_numbered=F("pictures_numbered") + 1)
        number = Report.objects.values_list("pictures_numbered", flat=True).get(pk=report.pk)
        picture = Picture(
            report=report,
            number=number,
            alternative=alternative,
            caption=caption,
            media_type=file.media_type,
            width=file.width,
            height=file.height,
            sha256=file.sha256,
            added_by=by,
        )
        name = f"{uuid4().hex}.{file.extension}"
        picture.file.name = picture.file.field.generate_filename(picture, name)
        try:
            default_storage.save(picture.file.name, ContentFile(file.data))
            return save_new(record=picture, by=by)
        except BaseException:
            default_storage.delete(picture.file.name)
            raise


def edit_picture(*, picture: Picture, by: User, version: int, changes: Mapping[str, Any]) -> Picture:
    """Change what is said of a picture; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(picture.report)
        return save_changes(record=picture, by=by, version=version, changes=changes)


def remove_picture(*, picture: Picture, by: User, version: int) -> None:
    """Take a picture out of a report; raises Refused once approved, or StaleRecord.

    Its file goes when that is certain, unless another version of the report has the picture too.
    """
    with change(by=by):
        touch(picture.report)
        save_changes(record=picture, by=by, version=version, changes={}).delete()
        let_picture_go(str(picture.file.name))


def let_picture_go(name: str) -> None:
    """Delete the file of a picture that was taken out, once that is certain, unless another version has it."""
    transaction.on_commit(partial(remove_file, name))


def remove_file(name: str) -> None:
    """Delete the file of a picture that is in no report any more."""
    if not Picture.objects.filter(file=name).exists():
        default_storage.delete(name)
