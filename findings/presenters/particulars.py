"""What a document says beside its findings, set out for reading."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from findings.presenters.figures import offered_figures
from portal.wording import day

Data = Mapping[str, Any]


@dataclass(frozen=True)
class Particular:
    """One thing that a document says: a name for it where it has one, its words, and its place."""

    name: str
    words: str
    place: str
    is_counted: bool = True
    """Whether it is one of its kind, not what is said about all of them."""


@dataclass(frozen=True)
class Particulars:
    """Things of one kind, and what their names and their words are."""

    title: str
    rows: list[Particular]
    name_heading: str = "Number"
    words_heading: str = "What the document says"

    @property
    def count(self) -> int:
        """How many things of the kind there are."""
        return sum(row.is_counted for row in self.rows)

    @property
    def heading(self) -> str:
        """The title with the number of things below it."""
        return f"{self.title} ({self.count})"

    @property
    def has_names(self) -> bool:
        """Whether any of them has a name."""
        return any(row.name for row in self.rows)


def particulars_of(data: Data) -> list[Particulars]:
    """Set out what was read, kind by kind; kinds of which there is nothing are left out."""
    found = [Particulars(title, list(rows_of(data)), *HEADINGS.get(title, ())) for title, rows_of in KINDS]
    return [kind for kind in found if kind.rows]


def says_more(data: Data) -> bool:
    """Whether a document says more beside its findings than what it is called."""
    kinds = {kind.title for kind in particulars_of(data)} - {"About the review"}
    facts = data.get("metadata", {})
    return bool(kinds or data.get("methodology") or any(facts.get(key) for key in FACTS))


def shown_only(data: Data) -> list[Particulars]:
    """Set out what no record of the portal takes over from a document."""
    return [kind for kind in particulars_of(data) if kind.title in SHOWN_ONLY]


def day_of(iso: Any) -> datetime.date | None:
    """Read a day; None for a month, a year or nothing."""
    try:
        return datetime.date.fromisoformat(str(iso or ""))
    except ValueError:
        return None


def date_said(iso: Any) -> str:
    """A date as precisely as the document gives it: a day, a month, a year, or its own words; or that it has none."""
    written = str(iso or "")
    if day_of(written):
        return day(day_of(written))
    first = day_of(f"{written}-01")
    return (day(first).removeprefix("1 ") if first else written) or "No date given"


def _about(data: Data) -> Iterator[Particular]:
    facts = data.get("metadata", {})
    for key, name in ABOUT.items():
        if facts.get(key):
            yield Particular(name, str(facts[key]), "")


def _judgements(data: Data) -> Iterator[Particular]:
    for row in data.get("judgements", ()):
        yield Particular(row["subject"], row["grade"], row.get("source_ref") or "")


def _actions(data: Data) -> Iterator[Particular]:
    for row in data.get("actions", ()):
        due = f" Due: {date_said(row['due'])}" if row.get("due") else ""
        yield Particular(row.get("number") or "", f"{row['text']}{due}", row.get("source_ref") or "")


def _recommendations(data: Data) -> Iterator[Particular]:
    for row in data.get("committee_recommendations", ()):
        yield Particular(row["number"] or "", "\n".join([row["text"], *row.get("sub", ())]), "")
    if data.get("reason"):
        yield Particular("Reason", data["reason"], "", is_counted=False)


def _council_plan(data: Data) -> Iterator[Particular]:
    plan = data.get("council_plan") or {}
    for row in plan.get("priorities", ()):
        yield Particular(row["letter"], row["priority"], plan.get("name") or "")


def _commitments(data: Data) -> Iterator[Particular]:
    for row in data.get("commitments", ()):
        yield Particular(date_said(row.get("due")), row["text"], row.get("source_ref") or "")


def _measures(data: Data) -> Iterator[Particular]:
    for _, row in offered_figures(data):
        yield Particular(date_said(row.get("date")), row["as_written"], row.get("source_ref") or "")


def _assurance(data: Data) -> Iterator[Particular]:
    statement = data.get("assurance_statement")
    if statement:
        more = [f"{name}: {statement[key]}" for key, name in ASSURED.items() if statement.get(key)]
        signed_on = day(day_of(statement.get("date")))
        more += [f"Date: {signed_on}"] if signed_on else []
        yield Particular("", "\n".join([statement["text"], *more]), statement.get("source_ref") or "")


def _abbreviations(data: Data) -> Iterator[Particular]:
    for row in data.get("abbreviations", ()):
        yield Particular(row["abbr"], row["meaning"], "")


ABOUT = {
    "title": "Title",
    "provider": "Provider",
    "framework": "Framework",
    "date_as_written": "Date",
    "onsite_dates_as_written": "On site",
    "period": "Period",
}
FACTS = ("date", "onsite_from", "feedback_workshop_date", "inspection_report_published", "provider")
ASSURED = {"qualification": "Held back", "standard": "Cites", "given_by": "Given by"}
KINDS: tuple[tuple[str, Callable[[Data], Iterator[Particular]]], ...] = (
    ("About the review", _about),
    ("Judgements", _judgements),
    ("Actions and priorities", _actions),
    ("Recommendations to the committee", _recommendations),
    ("Priorities of the council’s plan", _council_plan),
    ("Commitments", _commitments),
    ("Figures", _measures),
    ("Assurance statement", _assurance),
    ("Abbreviations", _abbreviations),
)
HEADINGS = {
    "About the review": ("What", "In the document"),
    "Judgements": ("What is judged", "Grade"),
    "Priorities of the council’s plan": ("Number", "Priority"),
    "Commitments": ("Due", "What is promised"),
    "Figures": ("Date", "Figure"),
    "Abbreviations": ("Short form", "Stands for"),
}
SHOWN_ONLY = frozenset(
    {
        "Actions and priorities",
        "Recommendations to the committee",
        "Priorities of the council’s plan",
        "Commitments",
        "Assurance statement",
    }
)
