"""The people whom a document names as its author, addressee and chief officer, with their posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import fold, tidy
from .passages import Passage, Unit

_POST = re.compile(
    r"\b(?:(?:His Majesty[’']s|Her Majesty[’']s|Interim|Acting|Corporate|Strategic|Executive|Assistant|Deputy|Senior"
    r"|Principal|National|Regional|Group|Policy"
    r"|Independent|Service|Lead|Joint|Improvement|Scrutiny) )*(?:Director|Head|Chief"
    r"|Officer|Manager|Chair|Scrutineer"
    r"|Commissioner|Leader|Adviser|Advisor|Inspector|Executive|Lead|Secretary|Constable)\b"
)
_BRACKETED_POST = re.compile(r"\([^()]*\)\W*$")
"""Who is to do something, as actions name them at their end; nobody signs so."""
_PHONE = re.compile(r"(?:Tel(?:ephone)?(?: No)?[.:]*\s*)?(?P<number>\(?0\d{2,5}\)?[\d ]{5,9}\d)")
_EMAIL = re.compile(r"(?:E-?mail:?\s*)?(?P<address>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_AUTHOR = re.compile(
    r"^(?:report )?authors?(?: of (?:the )?report)?$|^contact officers?$|^report(?:ing)? officer$"
)
_CHIEF = re.compile(r"^(?:chief|lead|responsible) officers?(?: responsible)?(?: for (?:the )?report)?$")
_LABELLED = re.compile(r"^(?P<label>[^:\n]{4,60}):\s*(?P<rest>\S.+)$", re.DOTALL)
_ANOTHER_LABEL = re.compile(
    r"^(?:report approved|date\b|chief officer|wards? affected|background|annex|abbreviations|specialist|all$"
    r"|for further information|author)"
)
_SALUTATION = re.compile(r"^dear\b")
_FAREWELL = re.compile(r"^yours (?:sincerely|faithfully)|^with (?:best|kind) wishes|^kind regards")
_ORGANISATION = re.compile(
    r"\b(?:Council|Partnership|Trust|Board|NHS|Police|Constabulary|Ofsted|Association|Borough)\b"
)
_MOST_WORDS = 25


@dataclass(frozen=True, slots=True)
class Person:
    """Someone a document names, by name or only by post."""

    name: str | None
    post: str | None
    phone: str | None = None
    email: str | None = None
    address: str | None = None


def author(passages: Sequence[Passage]) -> Person | None:
    """Whom the contact details name as author; else who signed the letter."""
    return _labelled(passages, _AUTHOR) or _signatory(passages)


def chief_officer(passages: Sequence[Passage]) -> Person | None:
    """The chief officer responsible for the report."""
    return _labelled(passages, _CHIEF)


def addressees(passages: Sequence[Passage]) -> list[Person]:
    """To whom a letter is sent: what stands above its salutation."""
    at = next((i for i, p in enumerate(passages[:30]) if _SALUTATION.match(fold(p.text))), None)
    if at is None:
        return []
    above = [p.text for p in passages[:at] if _POST.search(p.text)]
    return [person for text in above if (person := read_person(text)).post]


def read_person(text: str) -> Person:
    """Split “name, post, telephone” written in one or several lines."""
    phone, email = _PHONE.search(text), _EMAIL.search(text)
    for found in (phone, email):
        text = text.replace(found.group(), "\n") if found else text
    lines = [tidy(line) for line in text.split("\n") if tidy(line).strip(" ,")]
    whole = "\n".join(lines)
    post = _POST.search(whole)
    if post is None:
        name, held, address = (lines[0].strip(" ,") if lines else None), None, None
    else:
        name = tidy(whole[: post.start()]).strip(" ,-–") or None
        held, address = _post_and_address(whole[post.start() :])
    return Person(
        name,
        held,
        phone.group("number").strip() if phone else None,
        email.group("address") if email else None,
        address,
    )


def _post_and_address(text: str) -> tuple[str, str | None]:
    """A post may run over lines; an address begins where a building, street or postcode does."""
    lines = text.split("\n")
    start = next(
        (
            i
            for i, line in enumerate(lines)
            if i and re.search(r"\b(?:House|Street|Road|Square|Lane|Hall|Office)\b|^\d", line)
        ),
        len(lines),
    )
    post = lines[0]
    for line in lines[1:start]:
        post += f", {line}" if _ORGANISATION.search(line) and not post.endswith(",") else f" {line}"
    return tidy(post).strip(" ,"), ", ".join(line.strip(" ,") for line in lines[start:]) or None


def _labelled(passages: Sequence[Passage], label: re.Pattern[str]) -> Person | None:
    for position, passage in enumerate(passages):
        inline = _LABELLED.match(passage.text)
        if (
            inline
            and label.match(fold(inline.group("label")))
            and len(inline.group("rest").split()) <= _MOST_WORDS
        ):
            return read_person(inline.group("rest"))
        if not label.match(fold(passage.text).rstrip(": ")):
            continue
        following: list[str] = []
        for after in passages[position + 1 : position + 4]:
            if _ANOTHER_LABEL.match(fold(after.text)):
                break
            following.append(after.text)
        text = "\n".join(following)
        if following and len(text.split()) <= _MOST_WORDS:
            return read_person(text)
    return None


def _signatory(passages: Sequence[Passage]) -> Person | None:
    """Who signed: after the farewell, or the last lines of the document."""
    farewell = next((i for i, p in enumerate(passages) if _FAREWELL.match(fold(p.text))), None)
    last = passages[farewell + 1 : farewell + 3] if farewell is not None else passages[-5:]
    for passage in last if farewell is not None else reversed(last):
        if (
            _POST.search(passage.text)
            and len(passage.text.split()) <= _MOST_WORDS
            and passage.unit not in {Unit.POINT, Unit.CELL}
            and not _BRACKETED_POST.search(passage.text)
        ):
            return read_person(re.sub(r"[.,\s]*\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$", "", passage.text))
    return None
