"""Measures whose title a sentence says in other words: "400 children are in care", "71% of care leavers have …".

A part of a sentence is taken for a measure where it has all that its title is about, in any order and form, and nothing
else that could narrow it down or make it another number. Ages and times may be left out, and others may not be named.
"""

import re
from functools import lru_cache

from findings.models import Measure
from reports.checks.quoted import (
    A_DAY,
    AFTER_IT,
    NUMBER,
    OF_OTHERS,
    PER_CENT,
    POINTS,
    QUOTED,
    ROUGHLY,
    Quoted,
    Record,
    Titled,
    exactly,
    in_small,
    measures_named,
)

PARTS = re.compile(r",(?!\d)")
WHOLES = re.compile(r"[;:()–—]")
WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\d+")
SAYS_SO = re.compile(r"\b(?:is|are|was|were|has|have|had|stands|stood|numbered)\b")
SAID_OF_IT = re.compile(r"\b(?:is|are|was|were|at|numbered) (?:now |only |still )?$")
BEGINS_WITH_IT = re.compile(r"(?:there (?:is|are|was|were) )?(?:now |only |still |currently )?$")
NARROWS = re.compile(r"\s*(?:in|from|with|without|aged|at|by|for|who|whose|excluding|including|not)\b")
LITTLE = frozenset(
    {"a", "an", "and", "are", "as", "at", "be", "been", "by", "currently", "for", "had", "has", "have"}
    | {"in", "is", "it", "its", "just", "now", "of", "on", "only", "or", "our", "still", "that", "the"}
    | {"their", "there", "this", "to", "was", "we", "were", "who", "with"}
)
FEWEST_WORDS = 2


def reworded_in(sentence: str, record: Record) -> Quoted | None:
    """Return the one value that a sentence gives of the one measure that it describes without its title."""
    said = in_small(sentence)
    if not may_be_about_any(said, record):
        return None
    said = A_DAY.sub(blank, QUOTED.sub(blank, said))
    if measures_named(said, record) or OF_OTHERS.search(said):
        return None
    numbers = [number for number in NUMBER.finditer(said) if PER_CENT.match(said, number.end())]
    numbers = numbers or list(NUMBER.finditer(said))[:1]
    if (
        len(numbers) != 1
        or POINTS.match(said, numbers[0].end())
        or ROUGHLY.search(said[: numbers[0].start()])
    ):
        return None
    [number] = numbers
    unit = PER_CENT.match(said, number.end())
    part = part_around(said, number, record.place)
    named = [one for one in record.titled if is_about(one, part, number[0], record.place)]
    if len(named) != 1 or (named[0].fact.measure.unit == Measure.Unit.PERCENT) != bool(unit):
        return None
    if not unit and not is_given_as_value(said, number, part):
        return None
    end = unit.end() if unit else number.end()
    return Quoted(named[0].fact, sentence[number.start() : end], exactly(number))


def may_be_about_any(said: str, record: Record) -> bool:
    """Tell quickly whether a sentence has all that the title of a measure is about; most have not."""
    stems = set(map(stem, WORDS.findall(said)))
    return any(core_of(one.title) <= stems for one in record.titled)


def blank(words: re.Match[str]) -> str:
    """Return as many letters that say nothing, so that all else keeps its place."""
    return "_" * len(words[0])


def part_around(said: str, number: re.Match[str], place: frozenset[str]) -> str:
    """Return the part of a sentence that has a number; nothing where the parts beside it may narrow it down."""
    whole_from = max((cut.end() for cut in WHOLES.finditer(said, 0, number.start())), default=0)
    cut = WHOLES.search(said, number.end())
    whole = said[whole_from : cut.start() if cut else len(said)]
    before = PARTS.split(said[whole_from : number.start()])
    if any(stem(word) not in NO_NARROWER | place for part in before[:-1] for word in WORDS.findall(part)):
        return ""
    behind = PARTS.split(whole[number.start() - whole_from :])
    if len(behind) > 1 and NARROWS.match(behind[1]):
        return ""
    return f"{before[-1]}{behind[0]}"


def is_about(one: Titled, part: str, number: str, place: frozenset[str]) -> bool:
    """Tell whether a part of a sentence says what a title does, and nothing more; the number itself is not asked."""
    if not SAYS_SO.search(part):
        return False
    said = {stem(word) for word in WORDS.findall(part.replace(number, " ", 1))}
    core = core_of(one.title)
    return len(core) >= FEWEST_WORDS and core <= said and said <= stems_of(one.title) | NEUTRAL | place


def is_given_as_value(said: str, number: re.Match[str], part: str) -> bool:
    """Tell whether a plain number counts what the part is about, as a whole: "400 children are in care"."""
    before = part[: part.find(number[0])].lstrip()
    if SAID_OF_IT.search(before) and not before.startswith("there "):
        return bool(AFTER_IT.match(said, number.end()))
    return bool(BEGINS_WITH_IT.fullmatch(before))


@lru_cache(maxsize=512)
def core_of(title: str) -> frozenset[str]:
    """Return the stems of what a title is about."""
    return frozenset(word for word in stems_of(title) - MAY_BE_LEFT_OUT if not word.isdigit())


@lru_cache(maxsize=512)
def stems_of(title: str) -> frozenset[str]:
    """Return the stems of a title's words."""
    return frozenset(map(stem, WORDS.findall(title)))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """Return a word without the endings by which its forms differ."""
    if word in LITTLE:
        return word
    if word in ("child", "children", "child’s", "children’s"):
        return "child"
    word = re.sub(r"[’']s?$", "", word)
    for ending in ("ings", "ing", "ies", "es", "ed", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) > 2:
            return word.removesuffix(ending)
    return word


OF_ANY_NUMBER = {"cent", "council", "figure", "number", "per", "percentage", "proportion", "share", "total"}
OF_TIMES_AND_AGES = {"aged", "average", "day", "end", "last", "month", "next", "within", "working", "year"}
NEUTRAL = LITTLE | set(map(stem, OF_ANY_NUMBER))
"""Words that make a measure no other one."""
MAY_BE_LEFT_OUT = LITTLE | set(map(stem, OF_TIMES_AND_AGES))
NO_NARROWER = NEUTRAL | MAY_BE_LEFT_OUT | set(map(stem, ("period", "quarter")))
"""Words of a part before that may say when."""
