"""Candidates as cards and a document as text, for the page on which a letter is checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any

from django import forms
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from findings.extraction.recognition import TICKED_FROM
from findings.models import Candidate, Kind, Prominence
from portal.wording import count

CHARACTERS_A_ROW = 46
MOST_ROWS = 18
KIND_CHOICES = tuple(Kind.choices)
PROMINENCE_CHOICES = tuple(Prominence.choices)


@dataclass(frozen=True)
class Value:
    """One field of a card: how it is sent, what stands in it, and what is wrong with it."""

    name: str
    value: Any
    errors: Sequence[str]

    @property
    def id(self) -> str:
        """The id that the error summary leads to."""
        return f"id_{self.name}"

    @property
    def error_id(self) -> str:
        """The id of the message beside the field."""
        return f"{self.id}_error"


@dataclass(frozen=True)
class Surrounding:
    """A passage that a candidate was found in, or the one before or after."""

    text: str
    is_own: bool


@dataclass(frozen=True)
class Card:
    """One candidate as it is checked."""

    candidate: Candidate
    selected: Value
    kind: Value
    text: Value
    prominence: Value
    strand: Value
    new_strand: Value
    also: Value | None
    recorded_as: str
    strands: tuple[tuple[str, str], ...]
    passage: Sequence[Surrounding]

    @property
    def number(self) -> int:
        """The candidate's number in its document."""
        return self.candidate.position

    @property
    def rows(self) -> int:
        """The height of the text's input: enough to read all of an ordinary finding."""
        lines = str(self.text.value or "").split("\n")
        rows = sum(1 + len(line) // CHARACTERS_A_ROW for line in lines)
        return min(max(rows, 2), MOST_ROWS)

    @property
    def prominence_label(self) -> str:
        """How prominently the document says it, where that is more than a detail."""
        kept = self.candidate.prominence
        return "" if kept == Prominence.DETAIL else Prominence(kept).label

    @property
    def kind_options(self) -> SafeString:
        """The kinds to choose from; an empty choice only where no kind is known."""
        unknown = () if self.candidate.kind else (("", "Choose a kind"),)
        return options((*unknown, *KIND_CHOICES), self.kind.value)

    @property
    def strand_options(self) -> SafeString:
        """The strands to choose from."""
        return options(self.strands, self.strand.value)

    @property
    def prominence_options(self) -> SafeString:
        """The degrees of prominence to choose from."""
        return options(PROMINENCE_CHOICES, self.prominence.value)

    @property
    def is_doubtful(self) -> bool:
        """Whether it may be no finding at all, or of the other kind."""
        return self.candidate.confidence < TICKED_FROM

    @property
    def is_corrected(self) -> bool:
        """Whether its words differ from those in the document."""
        return self.candidate.text != self.candidate.original_text

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown at once: something about them is wrong or missing."""
        parts = (self.text, self.kind, self.prominence, self.strand, self.new_strand)
        return not self.candidate.kind or any(part.errors for part in parts)


@dataclass(frozen=True)
class Group:
    """The candidates of one kind and strand, in the document's order."""

    name: str
    cards: list[Card]


@dataclass(frozen=True)
class Section:
    """The candidates of one kind."""

    kind: str
    label: str
    groups: list[Group] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many candidates there are of this kind."""
        return sum(len(group.cards) for group in self.groups)


@lru_cache(maxsize=256)
def options(choices: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """The options of a select; kept, because hundreds of cards on a page share a handful of them."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, mark_safe(" selected") if key == chosen else "", label) for key, label in choices),
    )


def surroundings_of(candidate: Candidate, passages: Sequence[Mapping[str, Any]]) -> list[Surrounding]:
    """The passages in which a candidate was found, with one before and one after them."""
    own = set(candidate.passages)
    if not own:
        return []
    places = range(max(0, min(own) - 1), min(len(passages), max(own) + 2))
    return [Surrounding(passages[place]["text"], place in own) for place in places if passages[place]["text"]]


def card_of(
    candidate: Candidate,
    form: forms.BaseForm,
    *,
    recorded_as: str,
    strands: tuple[tuple[str, str], ...],
    passages: Sequence[Mapping[str, Any]],
) -> Card:
    """Present a candidate with what stands in its fields, and its place in the document."""

    def value(name: str) -> Value:
        bound = form[f"{candidate.pk}-{name}"]
        errors = [str(message) for message in form.errors.get(bound.name, ())] if form.is_bound else []
        return Value(bound.name, bound.value(), errors)

    return Card(
        candidate=candidate,
        selected=value("is_selected"),
        kind=value("kind"),
        text=value("text"),
        prominence=value("prominence"),
        strand=value("strand"),
        new_strand=value("new_strand"),
        also=value("also") if candidate.also_relates_to else None,
        recorded_as=recorded_as,
        strands=strands,
        passage=surroundings_of(candidate, passages),
    )


def sections_of(cards: Iterable[Card]) -> list[Section]:
    """Arrange cards by kind and strand, as they were last saved, in the document's order."""
    arranged: dict[str, dict[str, list[Card]]] = {}
    for card in cards:
        strands = arranged.setdefault(card.candidate.kind, {})
        strands.setdefault(card.candidate.strand_name, []).append(card)
    labels = {Kind.STRENGTH: "Strengths", Kind.AREA: "Areas for consideration", "": "Kind not known"}
    return [
        Section(
            kind,
            label,
            [Group(name or _name_without_strand(rows), rows) for name, rows in arranged[kind].items()],
        )
        for kind, label in labels.items()
        if kind in arranged
    ]


def _name_without_strand(cards: Iterable[Card]) -> str:
    prominences = {card.candidate.prominence for card in cards}
    return "Headlines, under no strand" if prominences == {Prominence.HEADLINE} else "Under no strand"


def selection_of(cards: Iterable[Card]) -> str:
    """Say how many are selected, and of which kinds: "96 selected: 49 strengths, 47 areas"."""
    kinds = [card.kind.value for card in cards if card.selected.value]
    strengths, areas = kinds.count(Kind.STRENGTH), kinds.count(Kind.AREA)
    words = f"{count(strengths, 'strength')}, {count(areas, 'area')} for consideration"
    return f"{len(kinds)} selected: {words}"


@dataclass(frozen=True)
class Line:
    """One passage of the document's text; its anchor is where a card's link leads."""

    anchor: str
    text: str
    level: int
    candidates: Sequence[int]


@dataclass(frozen=True)
class Part:
    """Passages of one kind that follow each other; items of a list belong together."""

    kind: str
    lines: list[Line]


def parts_of(passages: Sequence[Mapping[str, Any]]) -> list[Part]:
    """Arrange a document's passages for reading."""
    parts = []
    for kind, run in groupby(enumerate(passages), key=lambda pair: str(pair[1]["kind"])):
        lines = [
            Line(f"place-{index}", passage["text"], passage["level"], passage["candidates"])
            for index, passage in run
        ]
        parts.append(Part(kind, lines))
    return parts
