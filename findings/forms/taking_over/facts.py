"""What a document says of the review itself: its days, who carried it out, what it cites, how widely it looked."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from typing import Any

from django import forms

from findings.extraction.particulars.numbers import whole_number
from findings.extraction.text import fold
from findings.forms.taking_over.rows import Part, Row
from findings.presenters.particulars import day_of
from portal.wording import day
from reviews.forms.orders import ORDERS
from reviews.models import Review
from reviews.stages import still_ahead

OUT_OF_ORDER = "This does not fit the review’s other dates"
DATES = {
    "fieldwork_start_on": ("Fieldwork started", "onsite_from"),
    "fieldwork_end_on": ("Fieldwork ended", "onsite_to"),
    "feedback_on": ("Feedback given", "feedback_workshop_date"),
    "received_on": ("Report received", "date"),
    "published_on": ("Report published", "inspection_report_published"),
}
FIGURES = {
    "people_spoken_to": ("People spoken to", "discussions_with"),
    "case_files_read": ("Case files read", "case_files"),
}
MOST_WHY = 300
ONE_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class FactRow(Row):
    """A field of the review, and the value that the document gives it."""

    field: str = ""
    value: Any = None
    with_it: Mapping[str, Any] = dataclass_field(default_factory=dict)
    """Further fields that change with this one."""


class FactPart(Part):
    """Fields of the review; what it has already stays unless it is ticked."""

    title, heading_id = "Dates and provider", "facts"

    @property
    def introduction(self) -> str:
        """What ticking does to what is there."""
        return (
            "What you tick is filled in on the review, in place of what it says now. The rest stays as it is."
        )

    def read(self) -> list[FactRow]:
        """The fields for which the document has a value."""
        return [*self._dates(), *self._response(), *self._provider(), *self._figures(), *self._edition()]

    def _row(self, field: str, name: str, value: Any, words: str, lines: Sequence[str] = ()) -> FactRow:
        now = getattr(self.known.review, field)
        label, lines = f"{name}: {words}", list(lines)
        if now == value:
            standing = "The review says the same."
            return FactRow(
                f"fact-{field}", label, lines, "Recorded", "green", standing, field=field, value=value
            )
        if now is not None:
            lines.append(f"The review has {day(now) if isinstance(now, datetime.date) else now}")
        return FactRow(f"fact-{field}", label, lines, field=field, value=value)

    def _dates(self) -> Iterator[FactRow]:
        said = self.data.get("metadata", {})
        for field, (name, key) in DATES.items():
            value = day_of(said.get(key))
            if value:
                yield self._row(field, name, value, day(value), list(self._written(field, said)))

    def _response(self) -> Iterator[FactRow]:
        """The first day by which the document asks for a written response; it goes before the framework's rule."""
        asked = next((row for row in self.data.get("requirements", ()) if day_of(row.get("due"))), None)
        if asked is None:
            return
        due = day_of(asked["due"])
        why = f"Given in “{self.known.intake.document}”"
        lines = [f"As written: {asked['text']}", "It goes before the date that the framework’s rule gives"]
        row = self._row("response_due_on", "Written response due", due, day(due), lines)
        yield replace(row, with_it={"response_basis": Review.Basis.GIVEN, "response_why": why[:MOST_WHY]})

    def _written(self, field: str, said: Any) -> Iterator[str]:
        """The date in the document's words, where they are more than the date, and what was read into them."""
        if field.startswith("fieldwork"):
            yield f"As written: {said['onsite_dates_as_written']}"
            if field == "fieldwork_end_on" and said.get("onsite_to_corrected"):
                yield "Its year is read as that of the start, as the fieldwork would have taken over half a year"
        if field == "received_on":
            yield "The document is dated this day. Tick it only if the council received it then"

    def _provider(self) -> Iterator[FactRow]:
        written = self.data.get("metadata", {}).get("provider")
        if not written:
            return
        named = [
            row
            for row in self.known.providers.values()
            if fold(written) in {fold(row.name), fold(row.short_name)}
        ]
        review = self.known.review
        if named:
            yield self._row("provider", "Carried out by", named[0], str(named[0]))
        else:
            standing = f"The review has {review.provider}."
            yield FactRow("fact-provider", f"Carried out by: {written}", (), "Shown only", "grey", standing)

    def _figures(self) -> Iterator[FactRow]:
        said = self.data.get("methodology", {})
        for field, (name, key) in FIGURES.items():
            value = number_in(str(said.get(key) or ""))
            if value is not None:
                yield self._row(field, name, value, f"{value:,}", (f"As written: {said[key]}",))

    def _edition(self) -> Iterator[FactRow]:
        cited = (self.data.get("assurance_statement") or {}).get("standard")
        if not cited:
            return
        name, years = "Edition of the guidance that it cites", ONE_YEAR.findall(cited)
        fitting = [row for row in self.known.editions.values() if ONE_YEAR.findall(row.name) == years]
        if years and len(fitting) == 1:
            yield self._row("guidance_edition", name, fitting[0], str(fitting[0]), (f"As written: {cited}",))
        else:
            standing = "The review’s framework names no such edition."
            yield FactRow("fact-guidance_edition", f"{name}: {cited}", (), "Shown only", "grey", standing)

    def check(self, form: forms.BaseForm, ticked: Sequence[FactRow]) -> None:
        """Hold the dates, as they would be, to the rules of the review's own form."""
        rows = {row.field: row for row in ticked}
        names = {*DATES, *(name for order in ORDERS for name in order[:2])}
        after = {name: getattr(self.known.review, name) for name in names} | self.chosen(form, ticked)
        if "fieldwork_end_on" in rows and not after["fieldwork_start_on"]:
            form.add_error(
                rows["fieldwork_end_on"].tick, "Tick the start of the fieldwork too: the review has none"
            )
        for earlier, later, message in ORDERS:
            beside = rows.get(later) or rows.get(earlier)
            if beside and after[earlier] and after[later] and after[later] < after[earlier]:
                form.add_error(beside.tick, f"{OUT_OF_ORDER}. {message}")
        stage = self.known.review.stage
        ahead = {*still_ahead(stage, after, today=self.known.today)}
        if after["received_on"] and after["received_on"] > self.known.today:
            ahead.add("received_on")
        for name in sorted(ahead & rows.keys()):
            label = Review.Stage(stage).label
            form.add_error(rows[name].tick, f"This day has not come yet, and the review’s stage is “{label}”")

    def chosen(self, form: forms.BaseForm, ticked: Sequence[FactRow]) -> dict[str, Any]:
        """The fields to fill in."""
        return {
            name: value for row in ticked for name, value in {row.field: row.value, **row.with_it}.items()
        }


def number_in(words: str) -> int | None:
    """The number in words such as “over 45 people”; None where there is none."""
    return next((found for word in words.split() if (found := whole_number(word)) is not None), None)
