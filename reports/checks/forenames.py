"""First names alone, where the text says of them what it says of people: "Jordan said he felt safe", "Annie and Tom".

A first name that is a word or a place as well needs more: "Kent told us", and so it is said of him or her.
"""

import re
from collections.abc import Iterator

from reports.checks.given_names import ALSO_WORDS, LITTLE_WORDS, NOT_IN_NAMES, given_names, plain
from reports.checks.people import CAPITAL, KIN

ALONE = re.compile(rf"(?<![\w’'.-]){CAPITAL}(?![\w-])")
DOES = re.compile(
    r" (?:also |now |then |has |had |really |always )?(?:said|says|told|tells|felt|feels|explained|asked|wants|wanted"
    r"|likes|liked|loves|loved|hopes|hoped|thinks|thought|knows|knew|enjoys|enjoyed|misses|missed|remembers|remembered"
    r"|lives|lived|moved|cried|ran away|went missing|is aged|was aged|was born)\b"
)
OF_HIM_OR_HER = re.compile(r"[^.;:!?\n]{0,25}?\b(?:he|she|his|her|him|hers|herself|himself)\b")
NEAREST_KIN = re.compile(
    r"[’']s? (?:(?:step|grand|foster )?(?:mother|father|mum|dad)|brother|sister|birthday)\b"
)
AND_ANOTHER = re.compile(rf" and ({CAPITAL})(?![\w’'-])(?! [A-Z])")
WORD_BEFORE = re.compile(r"([^\W\d_][\w’'.-]*)[ \u00a0]$")
LONGEST_WORD = 30


def forenames_in(text: str) -> Iterator[str]:
    """Return the first names that stand alone in a text, each time that it says something of a person."""
    for found in ALONE.finditer(text):
        name = plain(found[0])
        if name not in given_names() or name in NOT_IN_NAMES or is_within_a_name(text, found):
            continue
        if name in ALSO_WORDS:
            if is_said_of_one_who_may_be_a_place(text, found.end()):
                yield found[0]
        elif DOES.match(text, found.end()) or KIN.match(text, found.end()):
            yield found[0]
        elif (another := AND_ANOTHER.match(text, found.end())) and is_given_and_no_word(another[1]):
            yield f"{found[0]} and {another[1]}"


def is_within_a_name(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word with a capital stands before it, as in the name of a body, or of a person with a surname."""
    before = WORD_BEFORE.search(text[max(found.start() - LONGEST_WORD, 0) : found.start()])
    return bool(before and before[1][0].isupper() and plain(before[1]) not in LITTLE_WORDS)


def is_said_of_one_who_may_be_a_place(text: str, end: int) -> bool:
    """Tell whether a text goes on with what is said of a man or a woman alone."""
    does = DOES.match(text, end)
    return bool(NEAREST_KIN.match(text, end) or (does and OF_HIM_OR_HER.match(text, does.end())))


def is_given_and_no_word(word: str) -> bool:
    """Tell whether a word is a first name and nothing else."""
    name = plain(word)
    return name in given_names() and name not in ALSO_WORDS and name not in NOT_IN_NAMES
