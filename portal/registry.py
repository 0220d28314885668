"""What the domain apps add to the frame. They register here when they load; the frame never imports them."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.datastructures import MultiValueDict

from portal.exports import Export
from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.wording import count, joined


@dataclass(frozen=True)
class NavigationItem:
    """A link in the main navigation, shown to people with any of the permissions."""

    label: str
    url_name: str
    permissions: frozenset[Permission]
    order: int


@dataclass(frozen=True)
class AdminItem:
    """An entry of the administration area's front page."""

    label: str
    url_name: str
    description: str
    order: int


@dataclass(frozen=True)
class SearchHit:
    """One result of a search: where it leads, what it is, a line of its text, and its reference if it has one."""

    title: str
    url: str
    kind: str
    excerpt: str = ""
    reference: str = ""


@dataclass(frozen=True)
class SearchSource:
    """Finds records of one kind that this person may see; called with the person, words and a limit."""

    label: str
    order: int
    search: Callable[[Any, str, int], Iterable[SearchHit]]


@dataclass(frozen=True)
class Tab:
    """A tab of a record's page; `subject` names the kind of record ("review")."""

    subject: str
    label: str
    url_name: str
    order: int
    count: Callable[[Any], int] | None = None


@dataclass(frozen=True)
class Panel:
    """A part that an upper app adds to a lower app's page; `context` is called with the person and the record."""

    subject: str
    template_name: str
    order: int
    context: Callable[[Any, Any], Mapping[str, Any]]


@dataclass(frozen=True)
class Use:
    """Records of an upper app that need a lower app's record, which must stay while there are any."""

    subject: str
    noun: str
    find: Callable[[Any], Sequence[SearchHit]]


@dataclass(frozen=True)
class Duty:
    """Work that only somebody with the permission can do: "open action", and how many wait for a person."""

    noun: str
    permission: Permission
    count: Callable[[Any], int]


@dataclass(frozen=True)
class Register:
    """A list whose filters people can save as a view and whose rows they can download.

    `export` is called with the person and the part of the address that filters and sorts.
    """

    name: str
    label: str
    url_name: str
    export_url_name: str
    permission: Permission
    order: int
    export: Callable[[Any, MultiValueDict], Export]


@dataclass(frozen=True)
class Glossary:
    """The council's list of short forms, which an upper app keeps: what each means, and how one is added.

    `add` is called with `by`, `short` and `meaning`, and raises Refused.
    """

    meanings: Callable[[], Mapping[str, str]]
    add: Callable[..., Any]


@dataclass(frozen=True)
class Occasion:
    """Something since which people ask what has changed: "the last committee report".

    `first_day` is called for the first day after the latest one; None before there was any.
    """

    label: str
    order: int
    first_day: Callable[[], datetime.date | None]


@dataclass(frozen=True)
class Deciders:
    """Bodies that can have decided something that a lower app records in words: their names are offered there."""

    names: Callable[[], Sequence[str]]


navigation_items: list[NavigationItem] = []
admin_items: list[AdminItem] = []
search_sources: list[SearchSource] = []
tabs: list[Tab] = []
panels: list[Panel] = []
uses: list[Use] = []
duties: list[Duty] = []
registers: list[Register] = []
glossaries: list[Glossary] = []
occasions: list[Occasion] = []
deciders: list[Deciders] = []
homes: dict[str, str] = {}


def register(
    *entries: NavigationItem
    | AdminItem
    | SearchSource
    | Tab
    | Panel
    | Use
    | Duty
    | Register
    | Glossary
    | Occasion
    | Deciders,
) -> None:
    """Add entries to the frame; called from an app's `ready`."""
    lists: dict[type, list[Any]] = {
        NavigationItem: navigation_items,
        AdminItem: admin_items,
        SearchSource: search_sources,
        Tab: tabs,
        Panel: panels,
        Use: uses,
        Duty: duties,
        Register: registers,
        Glossary: glossaries,
        Occasion: occasions,
        Deciders: deciders,
    }
    for entry in entries:
        target = lists[type(entry)]
        if entry not in target:
            target.append(entry)
            target.sort(key=lambda item: getattr(item, "order", 0))


def register_home(*, role: str, url_name: str) -> None:
    """Name the page that `/` sends this role to."""
    homes[role] = url_name


def tabs_for(subject: str) -> list[Tab]:
    """Return the tabs of a kind of record, in order."""
    return [tab for tab in tabs if tab.subject == subject]


def panels_for(subject: str) -> list[Panel]:
    """Return the panels of a kind of record, in order."""
    return [panel for panel in panels if panel.subject == subject]


def registers_for(person: User) -> list[Register]:
    """Return the registers that a person may open, in order."""
    return [register for register in registers if is_allowed(person, register.permission)]


def uses_of(subject: str, record: Any) -> list[tuple[str, Sequence[SearchHit]]]:
    """Return what needs a record: for each noun, such as "finding", where each of them is."""
    return [(use.noun, use.find(record)) for use in uses if use.subject == subject]


def latest_occasions() -> list[tuple[str, datetime.date]]:
    """Return what there was, in order, with the first day after it."""
    found = [(occasion.label, occasion.first_day()) for occasion in occasions]
    return [(label, day) for label, day in found if day is not None]


def deciders_offered() -> list[str]:
    """Return the names of bodies that can have decided something, in alphabetical order."""
    return sorted({name for entry in deciders for name in entry.names()})


def duties_of(person: User) -> str:
    """Return what waits for a person, such as "3 open actions"; nothing where nothing does."""
    return _in_words(duties, person)


def duties_left_by(person: User) -> str:
    """Return what waits for a person who cannot do it: they may no longer sign in, or have another role."""
    return _in_words([duty for duty in duties if not is_allowed(person, duty.permission)], person)


def _in_words(wanted: Iterable[Duty], person: User) -> str:
    counts = [(duty.count(person), duty.noun) for duty in wanted]
    return joined(count(number, noun) for number, noun in counts if number)
