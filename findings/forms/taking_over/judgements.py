"""The grades that a document gives, to be recorded under the review's strands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from findings.extraction.text import fold
from findings.forms.selects import SharedSelect
from findings.forms.taking_over.known import OVERALL
from findings.forms.taking_over.likeness import best_match
from findings.forms.taking_over.rows import Part, Row
from findings.services.taking_over import NewJudgement

HAS_ONE = "This review already has a judgement on this strand. Change that one instead"
HAS_OVERALL = "This review already has an overall judgement. Change that one instead"


@dataclass(frozen=True)
class JudgementRow(Row):
    """A grade as written, with the strand and the grade that seem to be meant."""

    strand: str = ""
    grade: str = ""
    place: str = ""


class JudgementPart(Part):
    """Grades; there is nothing to record where the framework has no scale. None is ever worked out."""

    title, heading_id = "Judgements", "judgements"

    def read(self) -> list[JudgementRow]:
        """The grades in the document's order."""
        found = enumerate(self.data.get("judgements", ()), start=1)
        return [self._row(number, judgement) for number, judgement in found]

    @property
    def introduction(self) -> str:
        """Say why nothing can be ticked, or what to check."""
        framework = self.known.review.framework
        if framework is None:
            return "The review names no framework, so there is no scale of grades. Choose one for the review first."
        if not self.known.grades:
            return "This framework gives no grades, so there is nothing to record."
        return "Tick a grade only if this review gave it. A document may report the grades of others too."

    def _row(self, number: int, judgement: Any) -> JudgementRow:
        subject, written = judgement["subject"], judgement["grade"]
        strand, grade = self._strand(subject), self._grade(written)
        place = judgement.get("source_ref") or ""
        there = self.known.judgements.get(strand)
        standing: dict[str, str] = {}
        if not self.known.grades:
            standing = {"tag": "Shown only", "colour": "grey"}
        elif there and str(there.grade_id) == grade:
            standing = {"tag": "Recorded", "colour": "green", "standing": f"The review has it as “{there}”."}
        return JudgementRow(
            f"judgement-{number}",
            f"{subject}: {written}",
            tuple(self._lines(judgement, place, standing)),
            strand=strand,
            grade=grade,
            place=place,
            **standing,
        )

    def _lines(self, judgement: Any, place: str, standing: Any) -> Iterator[str]:
        if judgement.get("quote"):
            yield f"“{judgement['quote']}”"
        body = judgement.get("body")
        if body and body != "not named":
            yield f"A judgement of {body}, as the document reports it"
        if place:
            yield place
        there = self.known.judgements.get(self._strand(judgement["subject"]))
        if there and not standing:
            yield f"The review has “{there}”"

    def _strand(self, subject: str) -> str:
        words = fold(subject)
        if self.known.may_be_overall and words.startswith("overall"):
            return OVERALL
        names = {key: strand.name for key, strand in self.known.strands.items()}
        return best_match(subject, names, either_way=True) or ""

    def _grade(self, written: str) -> str:
        """The grade that is written; scales say “Requires improvement” with and without “to be good”."""
        words = fold(written)
        names = {key: fold(grade.name) for key, grade in self.known.grades.items()}
        same = [key for key, name in names.items() if name == words]
        begun = [key for key, name in names.items() if name.startswith(words) or words.startswith(name)]
        return next(iter(same or begun), "")

    def fields(self, row: JudgementRow) -> dict[str, forms.Field]:
        """The strand and the grade, each suggested where the document's words fit."""
        overall = [(OVERALL, "The review overall")] if self.known.may_be_overall else []
        strands = [(key, strand.name) for key, strand in self.known.strands.items()]
        grades = [(key, grade.name) for key, grade in self.known.grades.items()]
        return {
            row.named("strand"): forms.ChoiceField(
                label="What was judged?",
                choices=[("", "Choose a strand"), *overall, *strands],
                required=False,
                initial=row.strand,
                widget=SharedSelect(attrs={"class": "govuk-!-width-full"}),
                error_messages={"invalid_choice": "Choose a strand of this review"},
            ),
            row.named("grade"): forms.ChoiceField(
                label="Grade",
                choices=[("", "Choose a grade"), *grades],
                required=False,
                initial=row.grade,
                widget=SharedSelect,
                error_messages={"invalid_choice": "Choose a grade of this review’s framework"},
            ),
        }

    def check(self, form: forms.BaseForm, ticked: Sequence[JudgementRow]) -> None:
        """Ask for strand and grade, and for one grade of each strand at most."""
        seen: set[str] = set()
        for row in ticked:
            strand, grade = (form.cleaned_data.get(row.named(name)) for name in ("strand", "grade"))
            if not strand and row.named("strand") not in form.errors:
                form.add_error(row.named("strand"), "Choose the strand that was graded")
            if not grade and row.named("grade") not in form.errors:
                form.add_error(row.named("grade"), "Choose the grade that was given")
            if strand in self.known.judgements:
                form.add_error(row.named("strand"), HAS_OVERALL if strand == OVERALL else HAS_ONE)
            elif strand in seen:
                form.add_error(
                    row.named("strand"), "Another grade that you ticked is on this strand. Keep one of them"
                )
            if strand:
                seen.add(strand)

    def chosen(self, form: forms.BaseForm, ticked: Sequence[JudgementRow]) -> list[NewJudgement]:
        """The grades to record, each with where it stands."""
        values = form.cleaned_data
        return [
            NewJudgement(
                strand=self.known.strands.get(values[row.named("strand")]),
                grade=self.known.grades[values[row.named("grade")]],
                note=f"As stated in {self.source_of(row.place)}",
                row=row.prefix,
            )
            for row in ticked
        ]
