"""Checks that look for words of a form in every text."""

from collections.abc import Callable, Iterable, Iterator

from reports.checks.around import looked_through
from reports.checks.finding import Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import LONGEST_KEPT, PASSAGES_KEPT, Reading
from reports.rendering.remembered import remembered

Look = Callable[[str], Iterable[str]]


def finder(
    look: Look,
    message: str,
    *,
    is_right: Callable[[str, Known], bool] = lambda words, known: False,
    has_digits: bool = False,
) -> Callable[[Reading, Known], Iterator[Finding]]:
    """Return what finds the words that `look` sees in each text, each once; `message` has their place as {words}.

    A text shows the same words whenever it is looked at, so they are kept; `is_right` tells those that the record
    lets stand by now. Where the words always have digits, texts without any need no look.
    """

    @remembered(texts=PASSAGES_KEPT, longest=LONGEST_KEPT)
    def seen(text: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(look(text)))

    def find(reading: Reading, known: Known) -> Iterator[Finding]:
        for passage, by in looked_through(reading, known, has_digits=has_digits):
            for words in seen(passage.text):
                if not is_right(words, by):
                    yield found_in(passage, message.format(words=words), words=words)

    return find
