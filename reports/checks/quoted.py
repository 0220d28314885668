"""Values of measures that officers quote in their own words, beside those of the record.

A sentence is compared where it names one measure by its title and gives one value of it, as such values are given. What
may count something else ("12 children in care came") or is rough ("nearly 90%") is left alone.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from findings.models import Measure
from findings.models.measure import agrees
from portal.wording import day
from reports.facts import MeasureFacts
from reports.facts.measures import MeasureFact

NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d/]|[.,]\d|-\d)")
PER_CENT = re.compile(r"\s?(?:%|per cent\b|percent\b)", re.IGNORECASE)
POINTS = re.compile(r"\s?(?:%|per cent|percent|percentage)[ -]points?\b", re.IGNORECASE)
SAID_OF_IT = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|at|to|reached|numbered|totalled|totals|averaged|averages)|:|[–—])"
    r"\s*(?:now |only |still |just )?$"
)
THERE_ARE = re.compile(r"\bthere (?:is|are|was|were|had been|have been) (?:now |only |still )?$")
AFTER_IT = re.compile(
    r"\s*(?:$|[.,;:)(–—]|(?:working )?days?\b(?! (?:ago|before|after|later))|per 10,000"
    r"|children\b(?! (?:who|with|at|had))"
    r"|(?:at the|(?:by|in) (?:the|_+)|on|this|last|when|compared|from|and|but|which)\b)"
)
ROUGHLY = re.compile(
    r"\b(?:about|above|almost|approximately|around|at least|at most|below|by|close to|fewer than|just over|just under"
    r"|less than|more than|nearly|over|roughly|some|than|under|up to)\s*$"
)
OF_OTHERS = re.compile(
    r"\b(?:national(?:ly)?|england|regional(?:ly)?|region|neighbours?|elsewhere|other (?:councils|areas)|similar)\b"
)
TO_COME = re.compile(r"\b(?:aims?|aimed|ambitions?|expects?|goals?|targets?|promised|should|will|would)\b")
A_DAY = re.compile(
    r"\b(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d(?:[/–-]\d{2,4})?\b"
)
EARLIER = re.compile(r"\b(?:since|ever|record|years? (?:ago|before|earlier)|last year|in \w+ years)\b")
QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Quoted:
    """A value that a text gives of a measure, as it is written."""

    fact: MeasureFact
    written: str
    value: Decimal


@dataclass(frozen=True)
class Titled:
    """A measure, its title in small letters, and what finds the title as words of their own."""

    fact: MeasureFact
    title: str
    alone: re.Pattern[str]


@dataclass(frozen=True)
class Record:
    """What sentences are held against, made ready once for all of them; the longest title comes first."""

    titled: tuple[Titled, ...]
    begins_on: datetime.date
    targets: Mapping[int, set[Decimal]]
    place: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls, known: MeasureFacts, targets: Mapping[int, set[Decimal]], place: frozenset[str] = frozenset()
    ) -> "Record":
        """Make the measures of a period ready."""
        titles = [(fact, in_small(fact.measure.name)) for fact in known.measures]
        titled = (
            Titled(fact, title, re.compile(rf"(?<!\w){re.escape(title)}(?!\w)")) for fact, title in titles
        )
        longest_first = sorted(titled, key=lambda one: len(one.title), reverse=True)
        return cls(tuple(longest_first), known.period.start, targets, place)


Find = Callable[[str, Record], Quoted | None]
"""How the value of a measure is looked for in a sentence."""


def exactly(number: re.Match[str]) -> Decimal:
    """Return a number that is written with commas."""
    return Decimal(number[0].replace(",", ""))


def in_small(text: str) -> str:
    """Return a text in small letters, of which each stands where it stood: of one letter alone two would be made."""
    return text.replace("İ", "i").lower()


def otherwise(sentence: str, record: Record, find: Find) -> str:
    """Say how a sentence gives a measure otherwise than the record; nothing where it does not."""
    quoted = find(sentence, record)
    if quoted is None or quoted.fact.is_hidden(quoted.fact.latest):
        return ""
    aims = record.targets.get(quoted.fact.measure.pk, set())
    if not aims and TO_COME.search(in_small(sentence)):
        return ""
    meant = may_be_meant(quoted.fact, record.begins_on, sentence)
    if any(agrees(quoted.value, value) for value in aims | set(meant)):
        return ""
    latest = quoted.fact.latest
    known = f"{quoted.fact.write(latest)} ({day(latest.measured_on)})"
    return f"{quoted.fact.measure.name}: the text says {quoted.written}, and the record says {known}."


def quoted_in(sentence: str, record: Record) -> Quoted | None:
    """Return the one value that a sentence gives of the one measure that it names."""
    said = QUOTED.sub(lambda quote: "_" * len(quote[0]), in_small(sentence))
    named = measures_named(said, record)
    if len(named) != 1 or OF_OTHERS.search(said.replace(named[0].title, "")):
        return None
    [one] = named
    values = list(values_of(one, said))
    if len(values) != 1:
        return None
    [(number, end)] = values
    return (
        None
        if ROUGHLY.search(said[: number.start()])
        else Quoted(one.fact, sentence[number.start() : end], exactly(number))
    )


def measures_named(said: str, record: Record) -> list[Titled]:
    """Return the measures whose title a sentence has; a title within another one is none."""
    named = []
    for one in record.titled:
        if one.title in said and one.alone.search(said):
            said = said.replace(one.title, "_")
            named.append(one)
    return named


def values_of(named: Titled, said: str) -> Iterator[tuple[re.Match[str], int]]:
    """Return the numbers of a sentence that may be a value of a measure, each with the end of its unit."""
    title = named.title
    # As long as before, so that what is found has its place in the sentence.
    left = A_DAY.sub(lambda words: "_" * len(words[0]), said.replace(title, "~" * len(title)))
    for number in NUMBER.finditer(left):
        unit = PER_CENT.match(left, number.end())
        if POINTS.match(left, number.end()):
            continue
        if named.fact.measure.unit == Measure.Unit.PERCENT:
            if unit:
                yield number, unit.end()
        elif not unit and is_given_as_value(left, number):
            yield number, number.end()


def is_given_as_value(left: str, number: re.Match[str]) -> bool:
    """Tell whether a plain number is said to be what the measure is: other things are counted with it too."""
    before = left[: number.start()]
    if THERE_ARE.search(before):
        return left.startswith("~", number.end() + 1)
    return bool("~" in before and SAID_OF_IT.search(before) and AFTER_IT.match(left, number.end()))


def may_be_meant(fact: MeasureFact, begins_on: datetime.date, sentence: str) -> Iterator[Decimal]:
    """Return the values that a sentence may quote: those of the period and around it; all, where it looks back."""
    said = in_small(sentence).replace(in_small(fact.measure.name), "")
    looks_back = A_DAY.search(said) or EARLIER.search(said)
    around = [fact.latest, fact.before, fact.year_before]
    before_period = [row for row in fact.values if row.measured_on < begins_on][-1:]
    for row in fact.values:
        if looks_back or row in around or row in before_period or row.measured_on >= begins_on:
            yield row.value
