"""Words that may be a person's name: a given name with a surname, or two capitals where the text speaks of a person."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from reports.checks.given_names import ALSO_SURNAMES, ALSO_WORDS, NOT_IN_NAMES, given_names, plain, surnames

CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f][^\W\d_]*(?:[’'-](?!s\b)[^\W\d_]+)*"
RUN = re.compile(rf"(?<![\w’'.-])({CAPITAL}(?:[ \u00a0]{CAPITAL})+)(?![\w-])")
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "cllr", "councillor", "st", "saint"})
"""Names with a title are found by it; everybody knows who sits on the council, and saints."""
MOST_WORDS = 4
SPEAKS_OF_A_PERSON_BEFORE = re.compile(r"\b(?:named|called|name is|name was|known as) $", re.IGNORECASE)
LONGEST_BEFORE = 20
"""So many characters before a name tell whether it is one."""
SPEAKS_OF_A_PERSON_AFTER = re.compile(
    r"(?:,? \(?(?:who (?:is|was) )?(?:now )?aged? \d|,? (?:who )?(?:said|says|told|tells) |, \d{1,2},)"
)
AT_A_PLACE = re.compile(
    r"\b(?:around|at|by|from|in|inside|near|of|on|outside|past|the|to|via)[ \u00a0]$", re.IGNORECASE
)
FEWEST_LETTERS_IN_CAPITALS = 4
KIN = re.compile(
    r"[’']s? (?:(?:step|grand|foster )?(?:mother|father|mum|dad|parents?|brother|sister|siblings?|son|daughter|aunt"
    r"|uncle|carers?)|birthday|bedroom|social worker)\b"
)


def names_in(text: str) -> Iterator[str]:
    """Return the name in each run of words with capitals that has one."""
    for run in RUN.finditer(text):
        words = run[0].split()
        for start, word in enumerate(words[:-1]):
            if plain(word) in TITLES:
                break
            name = words[start:]
            spoken_of = partial(speaks_of_a_person, text, run, is_whole=not start)
            if is_all_a_name(text, name) or is_name(name, spoken_of, partial(may_be_a_place, text, run)):
                yield " ".join(name)
                break


def is_all_a_name(text: str, words: list[str]) -> bool:
    """Tell whether a text is a given name and a surname and nothing else, as where somebody is entered."""
    if not len(words) == len(text.split()) == 2:
        return False
    first, last = map(plain, words)
    return first in given_names() and last in surnames() and last not in NOT_IN_NAMES


def speaks_of_a_person(text: str, run: re.Match[str], *, is_whole: bool) -> bool:
    """Tell whether a text says of words with capitals what it says of a person."""
    return bool(
        SPEAKS_OF_A_PERSON_AFTER.match(text, run.end())
        or KIN.match(text, run.end())
        or (
            is_whole
            and SPEAKS_OF_A_PERSON_BEFORE.search(text[max(run.start() - LONGEST_BEFORE, 0) : run.start()])
        )
    )


def may_be_a_place(text: str, run: re.Match[str]) -> bool:
    """Tell whether something is at words with capitals, or comes from there."""
    return bool(AT_A_PLACE.search(text[max(run.start() - LONGEST_BEFORE, 0) : run.start()]))


def is_name(words: list[str], is_spoken_of: Callable[[], bool], may_be_a_place: Callable[[], bool]) -> bool:
    """Tell whether words that begin with capitals are a name: by the given name, or by what the text says of them."""
    first, *others = map(plain, words)
    if len(words) > MOST_WORDS or any(map(is_short_form, words)):
        return False
    is_given = is_given_name(first)
    if is_given and len(others) == 1 and others[0] in ALSO_SURNAMES:
        return is_spoken_of() or not may_be_a_place()
    if NOT_IN_NAMES.intersection(others):
        return is_given and others[-1] in surnames() and is_spoken_of()
    if is_given:
        return True
    return first not in NOT_IN_NAMES and (is_given_with_surname(first, others) or is_spoken_of())


def is_given_name(word: str) -> bool:
    """Tell whether a word is a given name and nothing else; two of them may be joined."""
    first, *others = word.split("-")
    return first in given_names() and first not in ALSO_WORDS and given_names().issuperset(others)


def is_given_with_surname(first: str, others: list[str]) -> bool:
    """Tell whether a given name that is also a word stands before a surname that is none."""
    return first in given_names() and others[-1] in surnames() and others[-1] not in ALSO_WORDS


def is_short_form(word: str) -> bool:
    """Tell whether a word is all capitals, as an abbreviation is, and no long name."""
    if len(word) < 2 or not word.isupper():
        return False
    return len(word) < FEWEST_LETTERS_IN_CAPITALS or plain(word) not in given_names() | surnames()
