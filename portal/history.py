"""Who changed what, when: the one way in which records keep and show their history."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import groupby
from typing import Any, cast, overload
from uuid import uuid4

from auditlog.diff import model_instance_diff
from auditlog.models import LogEntry
from auditlog.registry import auditlog
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist
from django.db.models import (
    Field,
    ForeignKey,
    ManyToOneRel,
    Model,
    Q,
    QuerySet,
)
from django.db.models.signals import pre_save

from portal.models import User
from portal.stored_values import NamedCodeField, stored_value

_actor: ContextVar[User | None] = ContextVar("actor", default=None)
_change_id: ContextVar[str | None] = ContextVar("change_id", default=None)

ACTIONS = {
    LogEntry.Action.CREATE: "Created",
    LogEntry.Action.UPDATE: "Changed",
    LogEntry.Action.DELETE: "Removed",
}
ACTIONS_ON_PARTS = {**ACTIONS, LogEntry.Action.CREATE: "Added"}


@dataclass(frozen=True)
class FieldChange:
    """One field's values before and after a change, in words."""

    label: str
    before: str
    after: str
    is_bookkeeping: bool = False
    """Who did it and when, which the entry says already."""
    is_event: bool = False
    """Something that was done with the record and changed none of its fields."""


@dataclass(frozen=True)
class HistoryEntry:
    """One change to a record: when, by whom, to what, and which fields."""

    at: datetime.datetime
    who: str
    what: str
    changes: tuple[FieldChange, ...]


def keep_history(*models: type[Model], exclude: list[str] | None = None) -> None:
    """Write an entry for every change to these records, many-to-many fields included.

    Where forms call a field otherwise, the model's `history_labels` say how.
    """
    for model in models:
        many_to_many = {field.name for field in model._meta.many_to_many}
        auditlog.register(model, exclude_fields=["version", *(exclude or [])], m2m_fields=many_to_many)
    pre_save.connect(_name_actor, sender=LogEntry, dispatch_uid="portal.history.name_actor")


@contextmanager
def acting(by: User) -> Iterator[None]:
    """Write the history of the changes inside in this person's name, as one change; may be nested."""
    actor, change_id = _actor.set(by), _change_id.set(_change_id.get() or uuid4().hex)
    try:
        yield
    finally:
        _actor.reset(actor)
        _change_id.reset(change_id)


def change_id() -> str | None:
    """Return the mark that all entries of one change bear; asked for by the log."""
    return _change_id.get()


class History(Sequence[HistoryEntry]):
    """Changes, newest first; only those that are asked for are read, so that a long history can be paged.

    What one change wrote of the record and of one part stands in one entry, so a page may have fewer than asked for.
    The number of queries depends on the kinds of record and field only, never on the number of rows.
    """

    def __init__(self, record: Model, entries: QuerySet[LogEntry]) -> None:
        self.record = record
        self.entries = entries

    def __len__(self) -> int:
        return self.entries.count()

    def __iter__(self) -> Iterator[HistoryEntry]:
        return iter(self[:])

    @overload
    def __getitem__(self, place: int) -> HistoryEntry: ...

    @overload
    def __getitem__(self, place: slice) -> list[HistoryEntry]: ...

    def __getitem__(self, place: int | slice) -> HistoryEntry | list[HistoryEntry]:
        if isinstance(place, int):
            return self[place : place + 1][0]
        entries = list(self.entries[place])
        names = _names_of_related(entries)
        together = _by_change(entries, self.record)
        return [_present(head, others, names, self.record) for head, others in together]


def history_of(record: Model, *others: Iterable[Model], parts: Sequence[str] = ()) -> History:
    """Return the changes to a record, to its parts and to other records that belong to it, newest first.

    `parts` are further relations whose rows belong to it, those removed included.
    """
    names = (*getattr(record, "history_parts", ()), *parts)
    groups = [rows for rows in ([record], *map(list, others)) if rows]
    content_types = ContentType.objects.get_for_models(
        *(type(rows[0]) for rows in groups), *(getattr(record, name).model for name in names)
    )
    wanted = Q()
    for rows in groups:
        keys = [str(row.pk) for row in rows]
        wanted |= Q(content_type=content_types[type(rows[0])], object_pk__in=keys)
    for name in names:
        wanted |= _of_parts(record, name, content_types)
    return _history(record, wanted)


def history_of_parts(record: Model, *names: str) -> History:
    """Return the changes to the rows of these relations alone, those removed included, newest first."""
    content_types = ContentType.objects.get_for_models(*(getattr(record, name).model for name in names))
    wanted = Q()
    for name in names:
        wanted |= _of_parts(record, name, content_types)
    return _history(record, wanted)


def note_created(records: Sequence[Model], *, by: User) -> None:
    """Write the history of records that were made in bulk, which sends no signals; one query for all of them."""
    _note(
        by,
        LogEntry.Action.CREATE,
        [
            (
                record,
                model_instance_diff(None, record, [field.name for field in record._meta.concrete_fields]),
            )
            for record in records
        ],
    )


def note_event(record: Model, label: str, words: str, *, by: User) -> None:
    """Write into a record's history what was done with it that changed none of its own fields."""
    _note(by, LogEntry.Action.UPDATE, [(record, {label: ["", words]})])


def note_linked(name: str, linked: Iterable[tuple[Model, Sequence[Model]]], *, by: User) -> None:
    """Write the history of many-to-many links that were made in bulk, by the record that has the field."""
    _note(
        by,
        LogEntry.Action.UPDATE,
        [
            (record, {name: {"type": "m2m", "operation": "add", "objects": [str(other) for other in others]}})
            for record, others in linked
            if others
        ],
    )


def _history(record: Model, wanted: Q) -> History:
    entries = LogEntry.objects.filter(wanted).select_related("actor", "content_type")
    return History(record, entries.order_by("-timestamp", "-pk"))


def _of_parts(record: Model, name: str, content_types: Mapping[type[Model], ContentType]) -> Q:
    """The entries of a record's parts, and all of those removed since: their last names the record they belonged to."""
    field = cast(ManyToOneRel, record._meta.get_field(name)).field.name
    parts = getattr(record, name)
    content_type = content_types[parts.model]
    present = [str(key) for key in parts.order_by().values_list("pk", flat=True)]
    removals = LogEntry.objects.filter(content_type=content_type, action=LogEntry.Action.DELETE)
    removed = removals.filter(**{f"changes__{field}__0": str(record.pk)}).values("object_pk")
    return Q(content_type=content_type) & (Q(object_pk__in=present) | Q(object_pk__in=removed))


def _note(by: User, action: int, changes: Sequence[tuple[Model, dict[str, Any] | None]]) -> None:
    content_types = ContentType.objects.get_for_models(*{type(record) for record, _ in changes})
    LogEntry.objects.bulk_create(
        LogEntry(
            content_type=content_types[type(record)],
            object_pk=str(record.pk),
            object_id=record.pk,
            object_repr=str(record),
            action=action,
            changes=values,
            actor=by,
            actor_email=by.email,
            cid=change_id(),
        )
        for record, values in changes
    )


def _name_actor(instance: LogEntry, **kwargs: Any) -> None:
    actor = _actor.get()
    if instance.actor is None and actor is not None:
        instance.actor = actor
        instance.actor_email = actor.email


def _field(model: type[Model] | None, name: str) -> Field | None:
    try:
        field = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) else None


def _names_of_related(entries: list[LogEntry]) -> dict[tuple[type, str], str]:
    wanted: dict[type[Model], set[str]] = defaultdict(set)
    codes: dict[NamedCodeField, set[str]] = defaultdict(set)
    for entry in entries:
        for name, values in (entry.changes or {}).items():
            field = _field(entry.content_type.model_class(), name)
            if isinstance(field, ForeignKey) and isinstance(values, list):
                wanted[field.related_model] |= {value for value in values if value not in (None, "None")}
            elif isinstance(field, NamedCodeField) and isinstance(values, list):
                codes[field] |= {value for value in values if value not in (None, "None", "")}
    names: dict[tuple[type, str], str] = {}
    for model, keys in wanted.items():
        for row in model._default_manager.filter(pk__in=keys):
            names[model, str(row.pk)] = str(row)
    for field, found in codes.items():
        for code, name in field.names_of(found).items():
            names[type(field), code] = name
    return names


def _by_change(entries: Iterable[LogEntry], record: Model) -> Iterator[tuple[LogEntry, list[LogEntry]]]:
    """Put together what one change wrote of one record; of the history's own, with the one part added or removed."""
    own = (ContentType.objects.get_for_model(record).pk, str(record.pk))
    for _, run in groupby(entries, key=lambda entry: entry.cid or entry.pk):
        rows = list(run)
        parts = [row for row in rows if row.action != LogEntry.Action.UPDATE]
        together: dict[tuple[int, str], list[LogEntry]] = defaultdict(list)
        for row in rows:
            of = (row.content_type_id, row.object_pk)
            if of == own and len(parts) == 1:
                of = (parts[0].content_type_id, parts[0].object_pk)
            together[of].append(row)
        for group in together.values():
            head = next((row for row in group if row in parts), group[0])
            yield head, [row for row in group if row is not head]


def _present(
    entry: LogEntry, others: list[LogEntry], names: dict[tuple[type, str], str], record: Model
) -> HistoryEntry:
    model = entry.content_type.model_class()
    what = ACTIONS[entry.action]
    if model is not None and not isinstance(record, model):
        what = f"{ACTIONS_ON_PARTS[entry.action]} {model._meta.verbose_name}: {entry.object_repr}"
    changed = [entry, *others] if entry.action == LogEntry.Action.UPDATE else others
    changes = (
        _change(_field(row.content_type.model_class(), name), name, values, names)
        for row in changed
        for name, values in (row.changes or {}).items()
    )
    who = str(entry.actor) if entry.actor else "The portal"
    return HistoryEntry(entry.timestamp, who, what, tuple(changes))


def _change(field: Field | None, name: str, values: Any, names: dict[tuple[type, str], str]) -> FieldChange:
    told: Mapping[str, str] = getattr(getattr(field, "model", None), "history_labels", {})
    label = told.get(name) or str(getattr(field, "verbose_name", name)).capitalize()
    if isinstance(values, dict):
        joined = ", ".join(values.get("objects", []))
        added = values.get("operation") == "add"
        return FieldChange(label, "" if added else joined, joined if added else "")
    before, after = (stored_value(field, value, names) for value in values)
    return FieldChange(label, before, after, name.endswith(("_at", "_by")), is_event=field is None)
