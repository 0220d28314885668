"""One thing that happened to an action, as its story tells it."""

import datetime
from dataclasses import dataclass

AGREED, MOVED, SAID, DECIDED = range(4)
"""What stands first of things that happened at the same moment."""


@dataclass(frozen=True)
class EntryLink:
    """A link in an entry: its words, those that only a screen reader needs, and where it leads."""

    label: str
    url: str
    about: str = ""


@dataclass(frozen=True)
class StoryEntry:
    """One thing that happened: when, what, by whom, in which words."""

    at: datetime.datetime
    rank: int
    title: str
    who: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    link: str = ""
    links: tuple[EntryLink, ...] = ()
    anchor: str = ""
