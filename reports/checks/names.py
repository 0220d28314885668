"""Names of people who are not on the council's list: those who use the portal."""

import re
from collections.abc import Iterator
from itertools import takewhile

from reports.checks.finding import Check
from reports.checks.known import Known
from reports.checks.patterns import finder
from reports.checks.reading import Reading

TITLED = re.compile(
    r"\b((?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?)((?:[ \u00a0]+(?:[^\W\d_]\.|[^\W\d_][\w’'-]*[^\W\d_]))+)"
)
OF_SOMEBODY = re.compile(r"[’']s$")


def look(text: str, known: Known, reading: Reading) -> Iterator[str]:
    """Return names with a title; a post-holder is known by the whole name, or by the surname alone."""
    for title, words in TITLED.findall(text):
        name = " ".join(takewhile(lambda word: word[0].isupper(), words.split()))
        name = OF_SOMEBODY.sub("", name)
        if name and name.casefold() not in (known.names if " " in name else known.surnames):
            yield f"{title} {name}"


CHECK = Check(
    "names",
    "Names of people",
    "Name the post and not the person, unless the person has agreed to be named.",
    finder(look, "“{words}” is nobody on the council’s list of people."),
)
