"""Taking over what a document says beside its findings: all that was chosen, or nothing."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from findings.glossary import council_abbreviations, is_same_meaning
from findings.models import Intake, Measure
from findings.services.measures import NewValue, add_measure, add_measurements
from portal import registry
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold
from reviews.models import Grade, Review, Strand
from reviews.services.judgement import record_judgement
from reviews.services.review import edit_review

SET_ASIDE = "This document was set aside. Check it again before you take anything over from it"


@dataclass(frozen=True)
class NewJudgement:
    """A grade that a document gives to a strand, or overall; `row` is what the page calls it."""

    strand: Strand | None
    grade: Grade
    note: str = ""
    row: str = ""


@dataclass(frozen=True)
class NewFigure:
    """A value that a document gives, of a measure that may have to be added first."""

    measure: Measure
    measured_on: datetime.date
    value: Decimal
    source: str
    numerator: int | None = None
    denominator: int | None = None


@dataclass(frozen=True)
class TakenOver:
    """What an officer chose to take over: fields of the review, grades, values, and short forms."""

    facts: Mapping[str, Any] = field(default_factory=dict)
    judgements: Sequence[NewJudgement] = ()
    figures: Sequence[NewFigure] = ()
    abbreviations: Mapping[str, str] = field(default_factory=dict)


def take_over(*, by: User, intake: Intake, version: int, chosen: TakenOver) -> Intake:
    """Record what was chosen from a document, all or nothing; `version` is the review's, for its own fields.

    Raises Refused where the document was set aside or something else was recorded meanwhile, or StaleRecord.
    """
    with change(by=by):
        review = hold(Review(pk=intake.document.review_id))
        if hold(intake).state == Intake.State.SET_ASIDE:
            raise Refused(SET_ASIDE)
        if chosen.facts:
            review = edit_review(review=review, by=by, version=version, changes=chosen.facts)
        for judgement in chosen.judgements:
            _add_judgement(by, review, judgement)
        _add_figures(by, chosen.figures)
        _add_abbreviations(by, chosen.abbreviations)
    return intake


def _add_judgement(by: User, review: Review, said: NewJudgement) -> None:
    """Record a grade; where it is refused, the refusal names the fields of its row."""
    try:
        record_judgement(by=by, review=review, strand=said.strand, grade=said.grade, note=said.note)
    except Refused as refused:
        fields = [f"{said.row}-{name}" for name in (*refused.fields, "take")]
        raise Refused(str(refused), fields=fields) from refused


def _add_figures(by: User, figures: Sequence[NewFigure]) -> None:
    """Add the values, and before them each new measure once, however many values it has."""
    made: dict[str, Measure] = {}
    values = []
    for figure in figures:
        measure, name = figure.measure, figure.measure.name.lower()
        if measure._state.adding:
            if name not in made:
                made[name] = add_measure(by=by, details={"name": measure.name, "unit": measure.unit})
            measure = made[name]
        values.append(
            NewValue(
                measure=measure.pk,
                measured_on=figure.measured_on,
                value=figure.value,
                source=figure.source,
                numerator=figure.numerator,
                denominator=figure.denominator,
            )
        )
    add_measurements(by=by, values=values, advice="Nothing of yours was saved. Check your entries")


def _add_abbreviations(by: User, meanings: Mapping[str, str]) -> None:
    """Add short forms to the council's list; what it has already stays as it is."""
    known = council_abbreviations() if meanings else {}
    for short, meaning in meanings.items():
        if short not in known:
            for glossary in registry.glossaries:
                glossary.add(by=by, short=short, meaning=meaning)
        elif not is_same_meaning(known[short], meaning):
            raise Refused(f"“{short}” stands for “{known[short]}” on the council’s list. It stays as it is")
