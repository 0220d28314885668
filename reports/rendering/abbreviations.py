"""The abbreviations that a report uses and what they stand for."""

import re
from collections.abc import Iterable, Mapping

from findings.abbreviations import spelled_out


def abbreviations_in(texts: Iterable[str], council_list: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each short form that the texts use with its meaning, in order of the alphabet.

    A text that spells one out, as in "Disclosure and Barring Service [DBS]", is believed before the list.
    """
    text = "\n".join(texts)
    found = {
        short: meaning
        for short, meaning in council_list.items()
        if re.search(rf"\b{re.escape(short)}s?\b", text)
    }
    found |= dict(spelled_out(text))
    return sorted(found.items(), key=lambda item: item[0].lower())
