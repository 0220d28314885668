"""Who wrote the words of records, as their history tells."""

from collections.abc import Mapping, Sequence

from auditlog.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from portal.models import User

Words = Mapping[type[Model], Sequence[str]]
"""Kinds of record, each with the fields that hold words."""


def written_in(words: Words, rows: Mapping[type[Model], QuerySet]) -> QuerySet[LogEntry]:
    """Return the entries that gave these rows words: each time somebody added one or wrote in one of the fields."""
    wanted = Q(pk__in=[])
    for model, kept in rows.items():
        wanted |= _of_kind(model, words[model]) & Q(object_id__in=kept.order_by().values("pk"))
    entries: QuerySet[LogEntry] = LogEntry.objects.filter(wanted)
    return entries


def written_by(person: User, model: type[Model], fields: Sequence[str]) -> QuerySet:
    """Return the keys of the rows of a kind in which a person has written."""
    keys: QuerySet = LogEntry.objects.filter(_of_kind(model, fields), actor=person).values("object_id")
    return keys


def _of_kind(model: type[Model], fields: Sequence[str]) -> Q:
    content_type = ContentType.objects.get_for_model(model)
    return Q(
        content_type=content_type,
        action__in=(LogEntry.Action.CREATE, LogEntry.Action.UPDATE),
        changes__has_any_keys=[*fields],
    )
