"""Measures: a number with what it counts, its date and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..text import tidy
from .counted import COUNTED, TIME, first_unit, last_unit
from .dates import Written, find_dates
from .numbers import IN_WORDS, whole_number
from .passages import Passage, Unit
from .shares import Share, share_after, whole_named, whole_of

_NUMBER = re.compile(
    rf"(?P<over>\b(?:over|more than|almost|nearly|around|about|approximately|at least|up to"
    rf"|fewer than|under|just over|some) )?"
    rf"(?:(?P<money>£\s?\d[\d,]*(?:\.\d+)?\s?(?:k|m|million|thousand|bn)?\b)"
    rf"|(?P<percent>\b\d{{1,3}}(?:\.\d+)?\s?(?:%|per cent\b|percent\b))"
    rf"|(?P<figures>(?<![\w/.,:£–-])\d{{1,3}}(?:,\d{{3}})+"
    rf"|(?<![\w/.,:£–-])\d{{1,6}}(?:\.\d+)?(?![\w/:]|[.,]\d|\s?[-–]\s?\d|\)))"
    rf"|(?P<words>\b{IN_WORDS}\b)|(?P<none>\bNo (?=(?:\w+ ){{0,2}}(?:{COUNTED}) (?:were"
    rf"|was|are|had been|have been) (?:identified|found|reported|recorded|overdue|waiting"
    rf"|placed|missing)\b)))",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:paragraphs?|paras?|section|sections|s|fig(?:ure)?|table|annex|appendix"
    r"|recommendation|tier|phase|stage|chapter"
    r"|part|page|outcome|enabler|regulation|level|age[ds]?|under|key stage|year|version|no"
    r"|item|priority|schedule|article"
    r"|act|strand|group|band|ks|day|tel|telephone|covid)\.?\s*(?:\(?\w\)?[-–])?$",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"^(?:\s|-)?(?:(?:and|to|or|[-–/]) ?(?:\d{1,2}|over|under|above)\b|year[- ]olds?\b"
    r"|years? old\b|th\b|st\b|nd\b)"
)
_NOTCOUNTED = re.compile(
    r"^[- ](?:times?\b|yearly|monthly|weekly|(?:days?|weeks?|months?|years?) (?:ago|of age|old|to"
    r"|or|plus|after|later)\b)"
)
_BAND = re.compile(r"\b(?:top|bottom|(?:most|least|highest|lowest)(?: \w+)?)\s+$", re.IGNORECASE)
_NUMBERING = re.compile(r"\d{1,2}(?:(?:\.\d{1,2})+ [A-Z]| (?:The|An?|This|These|Our) )")
_AFTER_AGE = re.compile(r"\b(?:aged?|between)\s+(?:\d{1,2}\s*(?:and|to|-|–)\s*)?$", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|had|has|have|do|did|does|will|would|can|could|who|which|that"
    r"|for whom|went|placed|highlights?"
    r"|undertaken|undertook|confirmed|combine|requir\w+|join\w*|met|spoke|said|told|felt|report\w*)\b"
)
_PHRASE_END = re.compile(r"[,;:.()\[\]]| [-–—] ")
_CHANGE = re.compile(
    r"\bfrom (?P<before>\d[\d,]*)(?P<when>[^.;\d]*?(?:\d{1,2}(?:st|nd|rd|th)? \w+ \d{4}"
    r"|\w+ \d{4})?)\s*\bto (?P<after>\d[\d,]*)\b"
)
_BRACKETED = re.compile(
    r"(?P<what>[^.;:,(]{3,120})\((?P<note>currently|now|n ?=|total(?: of)?"
    r"|at present)?\s*(?P<value>\d[\d,]*)\)"
)
_SUBJECT = re.compile(
    rf"\b(?:number|total|proportion|percentage|rate) of (?P<what>[^,;(]*?\b(?:{COUNTED})\b[^,;(]*)", re.I
)
_COHORT = re.compile(r"^(?:On|As at|At|By) .{0,20}?\d{4}\b|\bat (?:the )?end of \w+ \d{4}", re.IGNORECASE)
_CARRIES = re.compile(r"^(?:Of (?:those|these|this|the)|These|Those|Among)\b", re.IGNORECASE)
_SOON = re.compile(r"\b(?:in|within|next)\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FACTORS = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000}
_AROUND, _NEAR = 60, 400


@dataclass(frozen=True, slots=True)
class Measure:
    """A counted thing and its value; `date` is as precise as the document is."""

    name: str
    value: float
    unit: str
    date: str | None
    as_written: str
    source_ref: str
    qualifier: str | None = None
    percent: float | None = None
    """The share that the document prints beside the number."""
    out_of: int | None = None
    """The whole that the document names for that share."""

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories; whole numbers as such."""
        value = int(self.value) if self.value == int(self.value) else self.value
        found: dict[str, object] = {
            "name": self.name,
            "value": value,
            "unit": self.unit,
            "date": self.date,
            "as_written": self.as_written,
            "source_ref": self.source_ref,
        }
        extra = {"qualifier": self.qualifier, "percent": self.percent, "out_of": self.out_of}
        return found | {name: value for name, value in extra.items() if value is not None}


def measures(passages: Sequence[Passage]) -> list[Measure]:
    """The numbers of a document that count something, in order.

    A day that a sentence opens with (“On 1st December …”) holds for the figures below it until the
    next section; other dates hold for their own sentence.
    """
    found: list[Measure] = []
    cohort: str | None = None
    whole: int | None = None
    section = ""
    for passage in passages:
        if passage.section != section:
            cohort, whole, section = None, None, passage.section
        if passage.unit is Unit.HEADING:
            continue
        carried: str | None = None
        for sentence in passage.sentences:
            text = tidy(sentence)
            opening = next(iter(find_dates(text)), None)
            if opening is not None and opening.is_day and _COHORT.search(text):
                cohort = opening.iso
            whole = whole_named(text) or whole
            taken = [replace(m, source_ref=passage.ref) for m in _in_sentence(text, cohort, carried)]
            found += [replace(m, out_of=m.out_of or whole_of(m.value, m.percent, whole)) for m in taken]
            carried = taken[0].date if taken else None
    return found


def _in_sentence(text: str, cohort: str | None, carried: str | None) -> Iterator[Measure]:
    dates = list(find_dates(text))
    changes = [each for each in _CHANGE.finditer(text) if not _is_day(each.start("after"), dates)]
    done = [change.span() for change in changes]
    previous = ""
    for change in changes:
        yield from _change(text, change, dates, cohort)
    for bracketed in _BRACKETED.finditer(text):
        value = whole_number(bracketed.group("value"))
        unit = last_unit(bracketed.group("what"))
        if value is not None and unit and not _YEAR.fullmatch(bracketed.group("value")):
            done.append(bracketed.span("value"))
            previous = unit
            yield Measure(tidy(bracketed.group("what")), value, unit, None, bracketed.group().strip(), "")
    for number in _NUMBER.finditer(text):
        if any(start <= number.end() - 1 < end for start, end in done) or _is_day(number.end() - 1, dates):
            continue
        measure = _measure(text, number, previous)
        if measure is None:
            continue
        previous = measure.unit
        if share := share_after(text[number.end() :]):
            done.append((number.end(), number.end() + share.length))
        if number.group("money") or TIME.match(measure.unit):
            yield measure
            continue
        inherited = carried if _CARRIES.match(text) else None
        yield replace(measure, date=_date_for(number, dates, text) or inherited or cohort)


def _change(text: str, change: re.Match[str], dates: list[Written], cohort: str | None) -> Iterator[Measure]:
    """Two values of one thing, as in “from 16 on 1 January to 21”."""
    subject = _SUBJECT.search(text[max(0, change.start() - _NEAR) : change.start()])
    what = tidy(subject.group("what")) if subject else tidy(text[: change.start()])[-_AROUND:]
    unit = first_unit(what)
    if not unit:
        return
    inside = [date for date in dates if change.start() <= date.start < change.end()]
    before, after = (whole_number(change.group(name)) for name in ("before", "after"))
    if before is None or after is None:
        return
    rest = [date for date in dates if date.start >= change.end()]
    as_written = change.group()
    yield Measure(what, before, unit, inside[0].iso if inside else None, as_written, "")
    yield Measure(what, after, unit, rest[0].iso if rest else cohort, as_written, "")


def _measure(text: str, number: re.Match[str], previous: str) -> Measure | None:
    before, after = text[max(0, number.start() - _NEAR) : number.start()], text[number.end() :][:_NEAR]
    over = (number.group("over") or "").strip().casefold()
    if _counts_nothing(text, number, before, after):
        return None
    share = share_after(after)
    after = f"{share.what}{after[share.length :]}" if share else after
    if money := number.group("money"):
        name = tidy(re.split(r"[,;()]", before)[-1]) or tidy(before)[-_AROUND:]
        return Measure(name, _amount(money), "GBP", None, tidy(f"{name} {money}"), "", over or None)
    phrase = _phrase(after)
    if percent := number.group("percent"):
        what = tidy(re.split(r"[.;]", after)[0])[:120]
        if not any(letter.isalpha() for letter in what):
            return None
        share_of = float(re.sub(r"[^\d.]", "", percent))
        return Measure(what, share_of, "%", None, _written(text, number), "", over or None)
    if _AGE.match(after):
        return None
    written = number.group("figures") or number.group("words")
    value: float | None = _value(written) if written else 0.0
    if value is None or (written and written.casefold() == "one"):
        return None
    if _SOON.search(before) and TIME.match(first_unit(phrase)):
        return None
    unit = first_unit(phrase) or (previous if _VERB.match(after.strip()) and previous else "")
    if not unit or (
        not number.group("figures") and not number.group("none") and TIME.match(unit) and value < 2
    ):
        return None
    found = Measure(tidy(_name(after)), value, unit, None, _written(text, number, share), "", over or None)
    return replace(found, percent=share.percent, out_of=share.out_of) if share else found


def _counts_nothing(text: str, number: re.Match[str], before: str, after: str) -> bool:
    """Whether a number cites or numbers something, is an age or a time, or names a band such as “the top 10%”."""
    if number.start() == 0 and _NUMBERING.match(text):
        return True
    if number.group("percent") and _BAND.search(before):
        return True
    nearest = before[-_AROUND:]
    return bool(_CITED.search(nearest) or _AFTER_AGE.search(nearest) or _NOTCOUNTED.match(after))


def _value(written: str) -> float | None:
    return float(written) if "." in written else whole_number(written)


def _amount(money: str) -> float:
    found = re.fullmatch(r"£\s?(?P<figure>[\d,.]+?)\s?(?P<factor>[a-z]*)", money.casefold())
    if found is None:
        return 0.0
    return float(found.group("figure").replace(",", "")) * _FACTORS.get(found.group("factor"), 1)


def _phrase(after: str) -> str:
    """The words right after a number, up to a verb or a stop."""
    after = after[: 2 * _AROUND]
    end = min((m.start() for p in (_PHRASE_END, _VERB) if (m := p.search(after))), default=len(after))
    return after[:end][:_AROUND]


def _name(after: str) -> str:
    end = _PHRASE_END.search(after)
    return after[: end.start() if end else len(after)][:120]


def _written(text: str, number: re.Match[str], share: Share | None = None) -> str:
    end = _PHRASE_END.search(text, number.end() + (share.length if share else 0))
    return tidy(text[number.start() : end.start() if end else len(text)])[:160]


def _is_day(at: int, dates: list[Written]) -> bool:
    return any(date.start <= at < date.end for date in dates)


def _date_for(number: re.Match[str], dates: list[Written], text: str) -> str | None:
    """The date that goes with a number: the nearest after it in its clause, or one that opens the sentence."""
    for date in dates:
        between = text[number.end() : date.start]
        if date.start >= number.end() and not re.search(r"[;()]", between):
            if _holds(text, date) and not re.search(r"\b(?:will|likely|until|by|since|policy)\b", between):
                return date.iso
            break
    before = [date for date in dates if date.end <= number.start() and _holds(text, date)]
    return (
        before[-1].iso
        if before and not re.search(r";|\bcompares? with\b", text[before[-1].end : number.start()])
        else None
    )


def _holds(text: str, date: Written) -> bool:
    """Whether a date says when something was counted rather than belonging to a name."""
    preceding = text[: date.start].rstrip().casefold()
    return re.search(r"(?:^|\b(?:on|in|at|during|of|by|the|end of|as at|to|from))$", preceding) is not None
