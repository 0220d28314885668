"""Checks that look for words of a form in every text."""

from collections.abc import Callable, Iterable, Iterator

from reports.checks.finding import Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading

Look = Callable[[str, Known, Reading], Iterable[str]]


def finder(
    look: Look, message: str, *, has_digits: bool = False
) -> Callable[[Reading, Known], Iterator[Finding]]:
    """Return what finds the words that `look` finds in each text, each once; `message` has their place as {words}.

    Where the words always have digits, texts without any need no look.
    """

    def find(reading: Reading, known: Known) -> Iterator[Finding]:
        for passage in reading.passages_with_digits if has_digits else reading.passages:
            for words in dict.fromkeys(look(passage.text, known, reading)):
                yield found_in(passage, message.format(words=words), words=words)

    return find
