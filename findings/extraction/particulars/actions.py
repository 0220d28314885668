"""What was agreed to be done: priorities, actions after a review and the rows of action plans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..blocks import Block, Row, Table, cell_text
from ..recognition.stitching import stitch
from ..text import fold, tidy
from .dates import find_dates
from .passages import Passage, Unit

_ACTIONS_TITLE = re.compile(
    r"^(?:agreed |key |priority |our )?actions?(?: (?:agreed|taken|following|arising|since"
    r"|in response|already|now|to be taken|planned)\b.*)?$"
    r"|^(?:agreed|planned) (?:actions|next steps)|^next steps agreed$"
    r"|^what we (?:will|are going to) do"
)
_PRIORITIES = re.compile(
    r"\b(?:agreed|agree|following|initial|key|main)\b[^.]{0,60}\b(?:priorit(?:y|ies)"
    r"|actions)\b[^.]{0,60}(?::|;|\bare:?|-)\s*$"
)
_OF_THE_COUNCIL = re.compile(r"\b(?:council|corporate) (?:plan|strategy)\b")
_ABOUT_ALL = re.compile(
    r"\b(?:these|the above|all (?:of )?(?:these|the)) (?:\w+ )?(?:priorities|actions)\b"
    r"|^(?:we wish you|thank you|yours )"
)
_STEP = re.compile(
    r"\bneeds? to be\b|\bcan (?:then )?be\b|\bcould (?:result|target|be)\b|\bagreed (?:to"
    r"|that)\b|\bhave agreed\b|\bhas agreed\b"
    r"|\bwill (?:now |also |then )?be \w+ed\b|\bwas identified\b|^further (?:work|action)"
    r"|\bto be \w+ed\b|\bwill (?!contribute|help|bring)\w+\b"
)
_BACKGROUND = re.compile(r"^(?:it was (?:recognised|acknowledged|noted|felt)|there (?:was|is|were))\b")
_FOR_OWNER = re.compile(r"\bfor (?:the )?(?P<owner>[A-Z][\w’'&]+(?: [A-Z][\w’'&]+)*) to \w+")
_AGREED_OWNER = re.compile(
    r"^(?:The )?(?P<owner>[A-Z][\w’'&]+(?: (?:and|of|for|[A-Z][\w’'&]+))*) (?:has|have) agreed to"
)
_SET_UP = re.compile(
    r"^(?:An? |The )?(?P<owner>[A-Z][\w’' ]*?(?:[Gg]roup|[Bb]oard|[Tt]eam"
    r"|Managers))\b (?:has|have|is|are|will)\b"
)
_WITH_STEPS = frozenset({"agreed_priority", "step"})
_STATUSES = (
    (re.compile(r"\bcontinues?\b|\bongoing\b|\bcontinuing\b"), "continuing"),
    (
        re.compile(
            r"\b(?:is|are) being\b|\bunderway\b|\bin place to\b|\bhas been set up\b"
            r"|\bin progress\b"
        ),
        "in progress",
    ),
    (re.compile(r"\bhas now been agreed\b|\bagreed\b"), "agreed"),
    (re.compile(r"\bcomplete[d]?\b|\bimplemented\b|\bnow\b"), "done"),
)
COLUMNS = {
    "text": re.compile(
        r"(?:agreed |key |planned |proposed )?(?:actions?|task|what|activity"
        r"|intervention)s?(?: (?:required|to be taken|agreed|we will take|planned|needed)(?: (?:at|by|in) .{3,40})?)?"
        r"|what (?:we will|will we|needs to|are we going to) (?:do|be done|happen)\??"
    ),
    "owner": re.compile(r"(?:lead|owner|responsib\w+|who|accountable|by whom)(?: (?:officer|person|agency|lead"
                        r"|organisation|for))*\??"),
    "due": re.compile(r"(?:due|target|completion|end|by)?\s?(?:date|deadline|timescales?|by when|when|due"
                      r"|timeframe)s?(?: (?:for completion|due))?\??"),
    "status": re.compile(r"(?:current )?(?:status|progress|rag|brag|rag rating|update|position)(?: (?:update"
                         r"|rating|to date|status))?"),
    "success_measure": re.compile(r"(?:success|impact|outcome|intended)s?(?: (?:measures?|criteria|outcomes?|impact))*"
                                  r"|how will we know.*|measures? of success"),
    "detail": re.compile(r"(?:detail|area|theme|recommendation|finding|issue|priority|area for (?:improvement"
                         r"|development)|objective)s?"),
    "number": re.compile(r"(?:no|ref|reference|number|#|action no)\.?"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Action:
    """One thing agreed to be done; `due` is a day, month or year where one is named."""

    type: str
    text: str
    source_ref: str
    number: int | str | None = None
    title: str | None = None
    detail: str | None = None
    owner: str | None = None
    due: str | None = None
    due_as_written: str | None = None
    status_as_read: str | None = None
    success_measure: str | None = None
    steps: tuple[Action, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        owner = "named_owner" if self.type in _WITH_STEPS else "owner"
        found: dict[str, object] = {"type": self.type, "number": self.number, "title": self.title}
        found |= {"detail": self.detail, "text": self.text, owner: self.owner, "due": self.due}
        found |= {"due_as_written": self.due_as_written, "status_as_read": self.status_as_read}
        found |= {"success_measure": self.success_measure, "source_ref": self.source_ref}
        shown = {name: value for name, value in found.items() if value is not None or name in {owner, "due"}}
        return {**shown, "actions": [step.as_dict() for step in self.steps]} if self.steps else shown


def actions(blocks: Sequence[Block], passages: Sequence[Passage]) -> list[Action]:
    """The actions of a document: agreed priorities, actions under their heading, rows of action plans."""
    planned = [
        action
        for number, table in enumerate(_tables(blocks), 1)
        for action in _plan(table, number)
    ]  # fmt: skip
    return [*_priorities(passages), *_following(passages), *planned]


def _following(passages: Sequence[Passage]) -> list[Action]:
    """The paragraphs or points under a heading such as “Actions following the review”."""
    under = [
        passage
        for passage in passages
        if passage.unit in {Unit.PARAGRAPH, Unit.POINT} and _ACTIONS_TITLE.search(fold(passage.title))
    ]
    points = [passage for passage in under if passage.unit is Unit.POINT]
    taken = [p for p in under if p.opens and p.text != p.title and not p.text.endswith(":")] or points
    return [_action(passage) for passage in taken]


def _action(passage: Passage) -> Action:
    dates = list(find_dates(passage.text))
    due = next((date for date in dates if not date.is_year), None)
    owner = _SET_UP.search(passage.text)
    folded = fold(passage.text)
    status = next((status for pattern, status in _STATUSES if pattern.search(folded)), None)
    kind = "action_following_review" if "follow" in fold(passage.title) else "action"
    return Action(
        kind,
        tidy(passage.text),
        f"{passage.title}, {passage.ref}",
        number=passage.number if passage.opens else passage.marker or None,
        owner=owner.group("owner") if owner else None,
        due=due.iso if due else None,
        due_as_written=due.as_written if due else None,
        status_as_read=status,
    )


def _priorities(passages: Sequence[Passage]) -> list[Action]:
    """Titled priorities after a sentence that announces them, each with the steps in its text."""
    for position, passage in enumerate(passages):
        folded = fold(passage.text)
        if passage.unit is Unit.HEADING or not _PRIORITIES.search(folded) or _OF_THE_COUNCIL.search(folded):
            continue
        following = passages[position + 1 :]
        agreed = "agree" in fold(passage.text)
        if found := _titled_priorities(following, "agreed_priority" if agreed else "priority", passage):
            return found
    return []


def _titled_priorities(following: Sequence[Passage], kind: str, lead: Passage) -> list[Action]:
    groups: list[list[Passage]] = []
    for passage in following:
        title = passage.unit is Unit.HEADING or passage.opens
        if lead.number is not None and (passage.number != lead.number or passage.unit is Unit.HEADING):
            break
        if _ABOUT_ALL.search(fold(passage.text)) or passage.unit is Unit.CELL:
            break
        if title and lead.number is None and not passage.opens:
            break
        if title or passage.marker:
            groups.append([passage])
        elif groups:
            groups[-1].append(passage)
        else:
            break
    return [_priority(group, kind, number, lead) for number, group in enumerate(groups, 1)]


def _priority(group: list[Passage], kind: str, number: int, lead: Passage) -> Action:
    first, *rest = group
    if first.marker:
        title, body = first.text.rstrip("."), " ".join(tidy(p.text) for p in group)
        return Action(kind, body, first.ref, number=first.marker, title=tidy(title.split("\n")[0]))
    body = " ".join(tidy(passage.text) for passage in rest)
    owner = _owner(body)
    steps = [
        Action("step", tidy(sentence), f"{lead.title} {number}".strip(), owner=_owner(sentence) or owner)
        for passage in rest
        for sentence in passage.sentences
        if _STEP.search(fold(sentence)) and not _BACKGROUND.match(fold(sentence))
    ]
    return Action(
        kind,
        body,
        f"Priority {number}",
        number=number,
        title=tidy(first.text),
        owner=owner,
        steps=tuple(steps),
    )


def _owner(text: str) -> str | None:
    found = _FOR_OWNER.search(text) or _AGREED_OWNER.search(text)
    return found.group("owner") if found else None


def _tables(blocks: Sequence[Block]) -> list[Table]:
    return [block for block in stitch(list(blocks)) if isinstance(block, Table)]


def _plan(table: Table, number: int) -> Iterator[Action]:
    """The rows of a table whose columns say what is to be done, and by whom, when or about what."""
    titles = [fold(cell_text(cell)).strip(" :*") for cell in table.rows[0].cells]
    columns = {
        name: at
        for name, pattern in COLUMNS.items()
        for at in [next((i for i, title in enumerate(titles) if pattern.fullmatch(title)), None)]
        if at is not None
    }
    if "text" not in columns or len(columns) < 2 or len(table.rows) < 2:
        return
    detail = ""
    for row in table.rows[1:]:
        values = {name: _text(row, at) for name, at in columns.items()}
        detail = values.get("detail") or detail
        if values["text"]:
            yield _planned(values, detail, number)


def _planned(values: dict[str, str], detail: str, number: int) -> Action:
    due = values.get("due") or None
    date = next(find_dates(due), None) if due else None
    return Action(
        "action_plan_row",
        values["text"],
        f"Table {number}, row {detail or values.get('number') or values['text'][:40]}",
        number=values.get("number") or None,
        detail=detail or None,
        owner=values.get("owner") or None,
        due=date.iso if date else None,
        due_as_written=due,
        status_as_read=values.get("status") or None,
        success_measure=values.get("success_measure") or None,
    )


def _text(row: Row, at: int) -> str:
    return tidy(cell_text(row.cells[at])) if at < len(row.cells) else ""
