"""Candidates as cards and a document as text, for the page on which a letter is checked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from findings.extraction.recognition.candidates import TICKED_FROM
from findings.forms.candidates import ANSWERS, NOT_A_FINDING, IntakeCheckForm
from findings.forms.selects import options
from findings.models import Candidate, Finding, Kind, Prominence
from findings.reading.intakes import said_again
from findings.services.candidates import before_in_document
from portal.wording import count

CHARACTERS_A_ROW = 46
MOST_ROWS = 18
SURE_FROM = 0.8
KIND_CHOICES = tuple(Kind.choices)
SUGGESTED: dict[str, str] = {Kind.STRENGTH: "a strength", Kind.AREA: "an area for consideration"}
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
    selected: Value | None
    kind: Value | None
    answer: Value | None
    text: Value
    prominence: Value
    strand: Value
    new_strand: Value
    also: Value | None
    recorded_as: Finding | None
    stands_above: Candidate | None
    parent: Candidate | None
    joins: Candidate | None
    """The candidate before it in the document, where the two can be merged."""
    is_asked_for: bool
    strands: tuple[tuple[str, str], ...]
    passage: Sequence[Surrounding]
    of: int
    """How many candidates the document has."""

    @property
    def number(self) -> int:
        """The candidate's number in its document."""
        return self.candidate.position

    @property
    def joins_above(self) -> bool:
        """Whether the candidate that it can be merged with stands right above it on the page."""
        return self.joins is not None and self.joins.kind == self.candidate.kind

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
    def chosen_kind(self) -> str:
        """The kind under which it is recorded as the page stands; nothing where it is not."""
        if self.answer is not None:
            return "" if self.answer.value == NOT_A_FINDING else self.answer.value or ""
        return self.kind.value if self.selected and self.selected.value and self.kind else ""

    @property
    def answers(self) -> list[tuple[str, str, bool]]:
        """The answers to what it is: value, label, and whether it stands."""
        chosen = self.answer.value if self.answer else None
        return [(key, label, key == chosen) for key, label in ANSWERS]

    @property
    def suggestion(self) -> str:
        """What it seems to be, in words."""
        kind = self.candidate.suggested_kind
        return SUGGESTED.get(kind, "")

    @property
    def kind_options(self) -> SafeString:
        """The kinds to choose from; an empty choice only where no kind is known."""
        if self.kind is None:
            return mark_safe("")
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
        return self.answer is None and self.candidate.confidence < TICKED_FROM

    @property
    def confidence(self) -> tuple[str, str]:
        """How surely it is a finding of its kind, in a word, and the colour of that word's tag."""
        if self.candidate.asks_kind or self.is_doubtful:
            return "Not sure", "yellow"
        return ("Sure", "green") if self.candidate.confidence >= SURE_FROM else ("Likely", "blue")

    @property
    def is_corrected(self) -> bool:
        """Whether its words differ from those in the document."""
        return self.candidate.text != self.candidate.original_text

    @property
    def is_open(self) -> bool:
        """Whether its fields are shown at once: something about them is wrong or missing."""
        parts = (self.text, self.kind, self.prominence, self.strand, self.new_strand, self.also)
        is_without_kind = self.answer is None and not self.candidate.kind
        return self.is_asked_for or is_without_kind or any(part.errors for part in parts if part)

    @property
    def is_wrong(self) -> bool:
        """Whether something stands against it."""
        parts = (self.text, self.kind, self.answer, self.prominence, self.strand, self.new_strand, self.also)
        return any(part.errors for part in parts if part)


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


def surroundings_of(candidate: Candidate, passages: Sequence[Mapping[str, Any]]) -> list[Surrounding]:
    """The passages in which a candidate was found, with one before and one after them."""
    own = set(candidate.passages)
    if not own:
        return []
    places = range(max(0, min(own) - 1), min(len(passages), max(own) + 2))
    return [Surrounding(passages[place]["text"], place in own) for place in places if passages[place]["text"]]


def cards_of(form: IntakeCheckForm, *, passages: Sequence[Mapping[str, Any]], opened: str = "") -> list[Card]:
    """Present the candidates of a form; the one with the number `opened` is shown with its fields."""
    strands = tuple(form.strand_choices)
    by_reference = {row.source_ref: row for row in form.candidates}
    before: Candidate | None = None
    said: dict[tuple[str, str, str], Candidate] = {}
    cards = []
    for row in form.candidates:
        cards.append(
            _card_of(
                row,
                form,
                strands=strands,
                passage=surroundings_of(row, passages),
                parent=by_reference.get(row.parent_ref) if row.parent_ref else None,
                joins=before_in_document(row, [before] if before else []),
                is_asked_for=opened == str(row.position),
                of=len(form.candidates),
                stands_above=said.get(said_again(row)),
            )
        )
        said.setdefault(said_again(row), row)
        before = row
    return cards


def _card_of(candidate: Candidate, form: IntakeCheckForm, **known: Any) -> Card:
    def value(name: str) -> Value:
        bound = form[f"{candidate.pk}-{name}"]
        errors = [str(message) for message in form.errors.get(bound.name, ())] if form.is_bound else []
        return Value(bound.name, bound.value(), errors)

    asks = candidate.asks_kind
    return Card(
        candidate=candidate,
        selected=None if asks else value("is_selected"),
        kind=None if asks else value("kind"),
        answer=value("answer") if asks else None,
        text=value("text"),
        prominence=value("prominence"),
        strand=value("strand"),
        new_strand=value("new_strand"),
        also=value("also") if candidate.also_relates_to else None,
        recorded_as=form.recorded_as(candidate),
        **known,
    )


def sections_of(cards: Iterable[Card]) -> list[Section]:
    """Arrange cards by kind and strand, as they were last saved, in the document's order."""
    arranged: dict[str, dict[str, list[Card]]] = {}
    for card in cards:
        strands = arranged.setdefault(card.candidate.kind, {})
        strands.setdefault(card.candidate.strand_name, []).append(card)
    labels = {"": "Strength or area?", Kind.STRENGTH: "Strengths", Kind.AREA: "Areas for consideration"}
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
    shown = list(cards)
    kinds = [card.chosen_kind for card in shown]
    strengths, areas = kinds.count(Kind.STRENGTH), kinds.count(Kind.AREA)
    words = f"{count(strengths, 'strength')}, {count(areas, 'area')} for consideration"
    open_ones = sum(1 for card in shown if card.answer and not card.answer.value)
    return f"{strengths + areas} selected: {words}" + (f". {open_ones} to decide" if open_ones else "")


def suggestions_taken(form: IntakeCheckForm) -> str:
    """Say how many of the findings to decide have a kind now, and how many have no suggestion."""
    taken = [row for row in form.undecided if row.suggested_kind]
    left = len(form.undecided) - len(taken)
    chosen = "kind is chosen. Check it" if len(taken) == 1 else "kinds are chosen. Check them"
    text = f"{len(taken)} suggested {chosen} before you accept"
    if left:
        text += f". {count(left, 'finding')} {'has' if left == 1 else 'have'} no suggestion: choose "
        text += "its kind" if left == 1 else "their kinds"
    return text
