"""Names of people who are not on the council's lists: those who use the portal, and whom the report itself names."""

import re
from collections.abc import Iterator
from itertools import takewhile

from reports.checks.finding import Check, Finding
from reports.checks.forenames import forenames_in
from reports.checks.known import Known
from reports.checks.patterns import finder
from reports.checks.people import names_in
from reports.checks.reading import Reading

TITLED = re.compile(
    r"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?)((?:[ \u00a0]+(?:[^\W\d_]\.|[^\W\d_][\w’'-]*[^\W\d_]))+)"
)
TITLED_IN_CAPITALS = re.compile(r"\b((?:MR|MRS|MISS)\.?)((?:[ \u00a0]+[A-Z][A-Z’'-]*[A-Z])+)")
OF_SOMEBODY = re.compile(r"[’']s$")


def titled(text: str) -> Iterator[str]:
    """Return names with a title."""
    for title, words in (*TITLED.findall(text), *TITLED_IN_CAPITALS.findall(text)):
        name = " ".join(takewhile(lambda word: word[0].isupper(), words.split()))
        name = OF_SOMEBODY.sub("", name)
        if name:
            yield f"{title} {name}"


def is_post_holder(words: str, known: Known) -> bool:
    """Tell a title with the name of a post-holder, who is known by the whole name, or by the surname alone."""
    _, _, name = words.partition(" ")
    return name.casefold() in (known.names if " " in name else known.surnames)


def is_listed(name: str, known: Known) -> bool:
    """Tell the names of post-holders, and of bodies and places on the lists."""
    words = name.casefold()
    return words in known.names or not known.place.isdisjoint(words.split()) or known.lists(name)


find_titled = finder(titled, "“{words}” is nobody on the council’s list of people.", is_right=is_post_holder)
find_untitled = finder(
    names_in,
    "“{words}” is possibly a person’s name, and it is on none of the council’s lists.",
    is_right=is_listed,
)
find_alone = finder(forenames_in, "“{words}” is possibly a person’s first name.", is_right=is_listed)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find names with a title, then what may be a name without one, then first names alone."""
    yield from find_titled(reading, known)
    yield from find_untitled(reading, known)
    yield from find_alone(reading, known)


CHECK = Check(
    "names",
    "Names of people",
    "Name the post and not the person, unless the person has agreed to be named.",
    find,
)
