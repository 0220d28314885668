"""Who wrote a document, to whom, when, about what review."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..blocks import Block, Heading, Paragraph
from ..text import breaks_off, fold, split_number, starts_lower, tidy
from . import people
from .annexes import background_papers
from .dates import Written, find_dates, find_range
from .passages import Passage, Unit

_START, _END = 14, 40
_REPORT_OF = re.compile(r"^Report of (?:the )?(?P<post>.+)$", re.IGNORECASE | re.DOTALL)
_APPROVED = re.compile(r"\breport approved\b", re.IGNORECASE)
_WARDS = re.compile(r"^wards? affected\s*:?\s*(?P<wards>.*)$", re.IGNORECASE)
_WARDS_HINT = re.compile(r"list wards|tick box", re.IGNORECASE)
_CONTACT = re.compile(r"^for further information,? please contact.+", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"^(?i:(?:report )?to|committee|meeting(?: of)?"
    r"|decision maker)?:?\s*(?:the )?(?P<name>[A-Z][\w,’' &]+ Committee)$"
)
_SINCE = re.compile(r"\bsince [A-Z]\w+ 20\d\d\b")
_YEARS = re.compile(r"\b20\d\d\s?[-–/]\s?(?:20)?\d\d\b")
_FIELDWORK = re.compile(
    r"\b(?:inspect\w+|visit\w*|field ?work|on[- ]?site|took place|peer (?:review|challenge)|review was)\b",
    re.I,
)
_PUBLISHED = re.compile(r"\b(?:report|letter)\b[^.]{0,60}\bpublished\b", re.IGNORECASE)
_PUBLISHED_ON = re.compile(
    r"^(?:(?:report|letter|document) )?(?:first )?publi(?:shed|cation)(?: date| on)?\s*:?\s+\d", re.IGNORECASE
)
"""A line at the head that says when a document was published."""
_SUBMITTED = re.compile(r"\bsubmitted\b[^.]{0,40}\b(?:response|action plan|statement)\b", re.IGNORECASE)
_WORKSHOP = re.compile(r"\bfeedback (?:workshop|session|meeting)\b", re.IGNORECASE)
_LEAD = re.compile(r"^Lead inspector:?\s*(?P<lead>\S.+)$", re.IGNORECASE)
_CARRIED_OUT = re.compile(r"\bcarried out by inspectors from (?P<bodies>.+)$", re.IGNORECASE)
_BODIES = (
    ("Ofsted", re.compile(r"\bOfsted\b")),
    ("CQC", re.compile(r"\bCQC\b|Care Quality Commission")),
    ("HMICFRS", re.compile(r"\bHMICFRS\b|Inspectorate of Constabulary")),
    ("HMIP", re.compile(r"\bHMIP\b|Inspectorate of Probation")),
)
_FRAMEWORKS = (
    (re.compile(r"joint targeted area inspection|\bJTAI\b", re.I), "JTAI"),
    (re.compile(r"single inspection framework", re.I), "Single Inspection Framework"),
    (re.compile((r"area SEND inspection"
                r"|special educational needs and/or disabilities[^.]{0,40}inspection"), re.I), "Area SEND inspection"),
    (re.compile(r"focused visit to .{3,60}children.s (?:social care|services)", re.I), "ILACS focused visit"),
    (re.compile(r"inspection of .{3,60}children.s services|\bILACS\b", re.I), "ILACS standard inspection"),
    (re.compile(r"regional peer (?:review|challenge)", re.I), "Regional peer review"),
    (re.compile(r"corporate peer challenge", re.I), "LGA corporate peer challenge"),
    (re.compile(r"peer (?:review|challenge|diagnostic)", re.I), "Peer review"),
    (re.compile(r"independent scrutin", re.I), "Independent scrutineer’s report"),
)  # fmt: skip
_POLICE = "National child protection inspection"
_TITLES = (
    (re.compile(r"inspection of services for children in need of help", re.I), "Single Inspection Framework"),
    (re.compile(r"inspection of children.s social care services", re.I), "ILACS standard inspection"),
    (re.compile(r"national child protection inspection", re.I), _POLICE),
)
"""What titles say of a framework that other documents only mention."""
_JTAI_THEME = re.compile(r"multi-agency response to (?P<theme>[^.;:]{5,80}?) (?:in|across) [A-Z]")
_FIRST_SECTIONS = frozenset(
    {
        "abbreviations",
        "action log",
        "action plan",
        "findings",
        "overall",
        "summary",
        "introduction",
        "background",
        "purpose",
        "context",
        "purpose of report",
    }
)
_STOPS_TITLE = re.compile(
    r":|^(?:theme|section|part|contents|judge?ment|strengths|areas|summary|introduction|background)\b", re.I
)
_DOCUMENT = re.compile(
    r"\b(?:review|inspection|report|assurance|update|letter|visit|challenge|audit|survey|evaluation|outcome)\b",
    re.I,
)
_INSPECTED = frozenset(
    {
        "Single Inspection Framework",
        "Area SEND inspection",
        "ILACS focused visit",
        "ILACS standard inspection",
    }
)
_LONGEST_FIELDWORK = timedelta(days=180)


def metadata(
    blocks: Sequence[Block], passages: Sequence[Passage], lines: Sequence[str] = ()
) -> dict[str, object]:
    """What a document says of itself, in the inventories' words; what it does not say is None."""
    written = _date(passages)
    author, chief = people.author(passages), people.chief_officer(passages)
    to = people.addressees(passages)
    report_of, below = _report_of(passages, lines)
    title = below or _title(blocks)
    framework = _framework(passages, title)
    return {
        "title": title,
        "date": written.iso if written else None,
        "date_as_written": written.as_written if written else None,
        "report_of": f"Report of the {report_of}" if report_of else None,
        "author": author.name if author else None,
        "author_role": (author.post if author else None) or report_of,
        "author_phone": author.phone if author else None,
        "chief_officer": chief.name if chief else None,
        "chief_officer_role": chief.post if chief else None,
        "addressee": to[0].name if to else None,
        "addressee_role": to[0].post if to else None,
        "addressee_address": to[0].address if to else None,
        "addressees": len(to),
        "committee": _first(passages[:_START], _COMMITTEE, "name"),
        "period": _period(passages),
        "provider": _provider(passages, framework, author),
        "framework": framework,
        "lead": _first(passages[:_START], _LEAD, "lead"),
        **_fieldwork(passages),
        "feedback_workshop_date": _day_in(passages, _WORKSHOP),
        "inspection_report_published": _day_in(passages, _PUBLISHED),
        "action_plan_submitted": _day_in(passages, _SUBMITTED),
        "wards_affected": _wards(passages),
        "background_papers": background_papers(passages),
        "contact": next((p.text for p in passages if _CONTACT.match(p.text)), None),
        "report_approved": any(_APPROVED.search(p.text) for p in passages[-_END:]),
    }


def _title(blocks: Sequence[Block]) -> str | None:
    """The first heading, or else the first strong or lone line that is neither date nor address."""
    opening = [block for block in blocks[:_START] if isinstance(block, Heading | Paragraph)]
    salutation = next((i for i, b in enumerate(opening) if fold(b.text).startswith("dear ")), None)
    if salutation is not None:
        after = opening[salutation + 1 : salutation + 3]
        return next((tidy(b.text) for b in after if isinstance(b, Heading) or _is_line(b)), None)
    lone: dict[str, None] = {}
    for block in blocks[:_START]:
        if not isinstance(block, Paragraph) or not _is_line(block) or _STOPS_TITLE.search(block.text):
            break
        if _may_title(block):
            lone[tidy(block.text)] = None
    if lone and any(_DOCUMENT.search(line) for line in lone):
        return " ".join(lone)
    headings = [b for b in opening if (isinstance(b, Heading) or b.strong) and _may_title(b)]
    named = next((b for b in headings[:2] if _DOCUMENT.search(b.text)), None)
    return tidy((named or headings[0]).text) if headings else " ".join(lone) or None


def _may_title(block: Heading | Paragraph) -> bool:
    if _REPORT_OF.match(block.text) or split_number(block.text) or _only_date(block.text):
        return False
    return fold(block.text).rstrip(":") not in _FIRST_SECTIONS


def _report_of(passages: Sequence[Passage], lines: Sequence[str]) -> tuple[str | None, str | None]:
    """The post whose report it is; and the title, where it stands on the next line of the same block."""
    for passage in passages[:_START]:
        if found := _REPORT_OF.match(passage.text):
            written = [tidy(lines[n - 1]) for n in passage.lines if 0 < n <= len(lines)]
            first = _REPORT_OF.match(written[0]) if len(written) > 1 else None
            if first and not starts_lower(written[1]) and not breaks_off(written[0]):
                return tidy(first.group("post")), " ".join(written[1:])
            return tidy(found.group("post")), None
    return None, None


def _is_line(block: Heading | Paragraph) -> bool:
    return len(block.text.split()) <= 20 and not block.text.endswith((".", ":"))


def _only_date(text: str) -> bool:
    return any(written.as_written == text.strip(" .") for written in find_dates(text))


def _date(passages: Sequence[Passage]) -> Written | None:
    """The day of approval, else of the signature, else the one that stands alone at the head."""
    approved = next((i for i, p in enumerate(passages) if _APPROVED.search(p.text)), None)
    near = passages[approved : approved + 8] if approved is not None else []
    tail = [p for p in passages[-6:] if len(p.text.split()) <= 14]
    alone = [p for p in passages[:_START] if _only_date(p.text)]
    published = [p for p in passages[: _START * 2] if _PUBLISHED_ON.match(p.text)]
    for passage in [*near, *alone, *published, *tail]:
        days = [written for written in find_dates(passage.text) if written.is_day]
        if days and passage.unit is not Unit.CELL:
            return days[-1]
    return None


def _fieldwork(passages: Sequence[Passage]) -> dict[str, object]:
    """When reviewers were on site; a span of over half a year is read as a slip of the year."""
    for passage in passages:
        if passage.unit is Unit.CELL or not _FIELDWORK.search(passage.text):
            continue
        span = find_range(passage.text)
        if span is None:
            continue
        first, last = span
        whole = passage.text[first.start : last.end]
        start, end = date.fromisoformat(first.iso), date.fromisoformat(last.iso)
        found = {"onsite_dates_as_written": whole, "onsite_from": first.iso, "onsite_to": last.iso}
        if end - start > _LONGEST_FIELDWORK and (end.month, end.day) >= (start.month, start.day):
            return {
                **found,
                "onsite_to": end.replace(year=start.year).isoformat(),
                "onsite_to_corrected": True,
            }
        return dict(found)
    return {"onsite_dates_as_written": None, "onsite_from": None, "onsite_to": None}


def _framework(passages: Sequence[Passage], title: str | None) -> str | None:
    """The framework that the title of a document names, or the first that its head does."""
    head = " ".join(passage.text for passage in passages[: _START * 2])
    for text, known in ((title or "", (*_FRAMEWORKS, *_TITLES)), (head, _FRAMEWORKS)):
        for pattern, name in known:
            if pattern.search(text):
                theme = _JTAI_THEME.search(head) if name == "JTAI" else None
                return f"{name} – {theme.group('theme')}" if theme else name
    return None


def _provider(passages: Sequence[Passage], framework: str | None, author: people.Person | None) -> str | None:
    for passage in passages[: _START * 2]:
        if found := _CARRIED_OUT.search(passage.text):
            return (
                ", ".join(name for name, pattern in _BODIES if pattern.search(found.group("bodies"))) or None
            )
    if framework in _INSPECTED:
        return "Ofsted"
    if framework == _POLICE:
        return "HMICFRS"
    if author and author.post and "scrutineer" in fold(author.post):
        return author.post
    if author and author.post and any(fold(p.text).startswith("dear ") for p in passages[:_START]):
        return author.post.rpartition(", ")[2] if ", " in author.post else None
    return None


def _period(passages: Sequence[Passage]) -> str | None:
    for pattern in (_SINCE, _YEARS):
        for passage in passages[: _START // 2]:
            if found := pattern.search(passage.text):
                return found.group()
    return None


def _wards(passages: Sequence[Passage]) -> str | None:
    for position, passage in enumerate(passages):
        found = _WARDS.match(passage.text)
        if found is None:
            continue
        said = found.group("wards").strip()
        if said and not _WARDS_HINT.search(said):
            return said
        near = [*passages[position + 1 : position + 3], *passages[max(0, position - 1) : position]]
        return next((p.text for p in near if len(p.text.split()) <= 6 and not _CONTACT.match(p.text)), None)
    return None


def _day_in(passages: Sequence[Passage], pattern: re.Pattern[str]) -> str | None:
    for passage in passages:
        for sentence in passage.sentences:
            day = next((written for written in find_dates(sentence) if written.is_day), None)
            if day and pattern.search(sentence):
                return day.iso
    return None


def _first(passages: Sequence[Passage], pattern: re.Pattern[str], group: str) -> str | None:
    for passage in passages:
        if found := pattern.match(passage.text):
            return tidy(found.group(group)).rstrip(" .")
    return None
