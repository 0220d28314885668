"""How every service changes the record: in one transaction, in somebody's name, once."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar, cast
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import F

from portal.exceptions import RecordGone, Refused, StaleRecord
from portal.history import acting
from portal.models import ReferenceCounter, Submission, User, Versioned
from portal.services.duplicates import refusing_duplicates

Record = TypeVar("Record", bound=models.Model)
VersionedRecord = TypeVar("VersionedRecord", bound=Versioned)


@contextmanager
def change(*, by: User) -> Iterator[None]:
    """Run a change in one transaction, with its history written in this person's name."""
    with transaction.atomic(), acting(by):
        yield


def create_once(*, token: UUID, by: User, create: Callable[[], Record]) -> Record:
    """Create a record from a form, or return the one that the same form created before.

    Raises RecordGone where that one was deleted since, and Refused where somebody else has sent the form.
    """
    try:
        with transaction.atomic():
            submission = Submission.objects.create(token=token, submitted_by=by)
            record = create()
            submission.record = record
            submission.save()
            return record
    except IntegrityError:
        earlier = Submission.objects.filter(token=token).first()
        if earlier is None:
            raise
        if earlier.submitted_by_id != by.pk:
            raise Refused("This form was sent by somebody else. Open the page again") from None
        if earlier.record is None:
            raise RecordGone from None
        return cast(Record, earlier.record)


def was_sent(*, token: UUID, by: User) -> bool:
    """Whether this person's form with this token was saved before: a second sending need not be explained."""
    return Submission.objects.filter(token=token, submitted_by=by).exists()


def save_new(*, record: Record, by: User) -> Record:
    """Save a new record; raises Refused where another has a value that may come once."""
    with change(by=by), refusing_duplicates(record):
        record.save()
    return record


def hold(record: Record) -> Record:
    """Return a record as it is now, held until the transaction ends; raises RecordGone where it was removed."""
    held = type(record)._default_manager.select_for_update().filter(pk=record.pk).order_by("pk").first()
    if held is None:
        raise RecordGone
    return held


def save_changes(
    *, record: VersionedRecord, by: User, version: int, changes: Mapping[str, Any]
) -> VersionedRecord:
    """Write the changed fields if the record still has this version; raises StaleRecord if not.

    Raises RecordGone where it was removed, and Refused where another record has a value that may come once.
    Values of many-to-many fields are written as sets.
    """
    many_to_many = {field.name for field in record._meta.many_to_many}
    try:
        with change(by=by):
            claimed = type(record)._default_manager.filter(pk=record.pk, version=version)
            if not claimed.update(version=F("version") + 1):
                hold(record)
                raise StaleRecord(record)
            record.refresh_from_db()
            for name, value in changes.items():
                if name not in many_to_many:
                    setattr(record, name, value)
            with refusing_duplicates(record):
                record.save()
            for name in many_to_many & changes.keys():
                getattr(record, name).set(changes[name])
    except RecordGone:
        raise
    except Refused:
        # The page that explains it shows the record as it is.
        record.refresh_from_db()
        raise
    return record


def allocate_references(*, prefix: str, year: int, count: int = 1) -> list[str]:
    """Give out the next references of a letter and year, such as A-2017-012, never one twice."""
    with transaction.atomic():
        counter, _ = ReferenceCounter.objects.get_or_create(prefix=prefix, year=year)
        ReferenceCounter.objects.filter(pk=counter.pk).update(last=F("last") + count)
        counter.refresh_from_db()
    return [f"{prefix}-{year}-{number:03}" for number in range(counter.last - count + 1, counter.last + 1)]
