"""Checks that look for words of a form in every text."""

from collections.abc import Callable, Iterable, Iterator

from reports.checks.finding import Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading

Look = Callable[[str, Known, Reading], Iterable[str]]


def finder(look: Look, message: str) -> Callable[[Reading, Known], Iterator[Finding]]:
    """Return what finds the words that `look` finds in each text, each once; `message` has their place as {words}."""

    def find(reading: Reading, known: Known) -> Iterator[Finding]:
        for passage in reading.passages:
            for words in dict.fromkeys(look(passage.text, known, reading)):
                yield found_in(passage, message.format(words=words), words=words)

    return find
