"""Values of measures that officers quote in their own words, beside those of the record.

A sentence is compared where it names one measure by its title and gives one value of it, as such values are given. What
may count something else ("12 children in care came") or is rough ("nearly 90%") is left alone.
"""

import re
from collections.abc import Iterator, Mapping
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


def otherwise(sentence: str, known: MeasureFacts, targets: Mapping[int, set[Decimal]]) -> str:
    """Say how a sentence gives a measure otherwise than the record; nothing where it does not."""
    quoted = quoted_in(sentence, known)
    if quoted is None or quoted.fact.is_hidden(quoted.fact.latest):
        return ""
    aims = targets.get(quoted.fact.measure.pk, set())
    if not aims and TO_COME.search(sentence.lower()):
        return ""
    if any(agrees(quoted.value, value) for value in aims | set(may_be_meant(quoted.fact, known, sentence))):
        return ""
    latest = quoted.fact.latest
    record = f"{quoted.fact.write(latest)} ({day(latest.measured_on)})"
    return f"{quoted.fact.measure.name}: the text says {quoted.written}, and the record says {record}."


def quoted_in(sentence: str, known: MeasureFacts) -> Quoted | None:
    """Return the one value that a sentence gives of the one measure that it names."""
    said = QUOTED.sub(lambda quote: "_" * len(quote[0]), sentence.lower())
    named = measures_named(said, known)
    if len(named) != 1 or OF_OTHERS.search(said.replace(named[0].measure.name.lower(), "")):
        return None
    [fact] = named
    values = list(values_of(fact, said))
    if len(values) != 1:
        return None
    [(number, end)] = values
    exact = Decimal(number[0].replace(",", ""))
    return (
        None
        if ROUGHLY.search(said[: number.start()])
        else Quoted(fact, sentence[number.start() : end], exact)
    )


def measures_named(said: str, known: MeasureFacts) -> list[MeasureFact]:
    """Return the measures whose title a sentence has; a title within another one is none."""
    named = []
    for fact in sorted(known.measures, key=lambda fact: len(fact.measure.name), reverse=True):
        title = fact.measure.name.lower()
        if title in said and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", said):
            said = said.replace(title, "_")
            named.append(fact)
    return named


def values_of(fact: MeasureFact, said: str) -> Iterator[tuple[re.Match[str], int]]:
    """Return the numbers of a sentence that may be a value of a measure, each with the end of its unit."""
    title = fact.measure.name.lower()
    # As long as before, so that what is found has its place in the sentence.
    left = A_DAY.sub(lambda words: "_" * len(words[0]), said.replace(title, "~" * len(title)))
    for number in NUMBER.finditer(left):
        unit = PER_CENT.match(left, number.end())
        if POINTS.match(left, number.end()):
            continue
        if fact.measure.unit == Measure.Unit.PERCENT:
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


def may_be_meant(fact: MeasureFact, known: MeasureFacts, sentence: str) -> Iterator[Decimal]:
    """Return the values that a sentence may quote: those of the period and around it; all, where it looks back."""
    said = sentence.lower().replace(fact.measure.name.lower(), "")
    looks_back = A_DAY.search(said) or EARLIER.search(said)
    around = [fact.latest, fact.before, fact.year_before]
    before_period = [row for row in fact.values if row.measured_on < known.period.start][-1:]
    for row in fact.values:
        if looks_back or row in around or row in before_period or row.measured_on >= known.period.start:
            yield row.value
