"""Labels, colours and sentences of reviews."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.text import capfirst

from portal.wording import count, day, joined
from reviews.deadlines import draft_rule, follow_up_rule, response_rule, span
from reviews.models import Framework, Review, Strand

STAGE_COLOURS = {
    Review.Stage.PLANNED: "grey",
    Review.Stage.FIELDWORK: "purple",
    Review.Stage.REPORTED: "yellow",
    Review.Stage.RESPONDING: "orange",
    Review.Stage.MONITORING: "blue",
    Review.Stage.CLOSED: "green",
}


@dataclass(frozen=True)
class Deadline:
    """Something that must follow a review: what, when, and how it stands in words."""

    label: str
    when: str
    standing: str
    colour: str = ""
    why: str = ""


def stage_colour(stage: str) -> str:
    """Return the tag colour of a stage."""
    return STAGE_COLOURS[Review.Stage(stage)]


def period(start: datetime.date | None, end: datetime.date | None) -> str:
    """Write two days as one phrase: 10 to 28 March 2025."""
    if start is None or end is None or start == end:
        return day(start or end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    if start.year == end.year:
        return f"{day(start).removesuffix(f' {start.year}')} to {day(end)}"
    return f"{day(start)} to {day(end)}"


def in_force(framework: Framework) -> str:
    """Say when a framework is in force: from 1 January 2018 to 31 December 2022."""
    first, last = day(framework.valid_from_on), day(framework.valid_to_on)
    return " ".join(([f"from {first}"] if first else []) + ([f"to {last}"] if last else []))


def framework_label(framework: Framework) -> str:
    """Name a framework with its days in force, which tell its versions apart."""
    days = in_force(framework)
    return f"{framework} ({days})" if days else str(framework)


def strands_changed(before: Iterable[Strand], after: Iterable[Strand]) -> str:
    """Say which strands another framework took from a review, which it brought and which stay; nothing where none."""
    had, has = ({strand.pk: f"“{strand}”" for strand in strands} for strands in (before, after))
    removed = joined(name for pk, name in had.items() if pk not in has)
    added = joined(name for pk, name in has.items() if pk not in had)
    if not removed and not added:
        return ""
    told = [f"removed, as nothing used them: {removed}"] if removed else []
    told += [f"added: {added}"] if added else []
    kept = joined(name for pk, name in had.items() if pk in has)
    told += [f"kept: {kept}"] if kept else []
    return f"Strands {'; '.join(told)}."


def framework_doubts(framework: Framework, *, kind: str, on: datetime.date | None) -> list[str]:
    """Say why a framework may be the wrong one for a review of this kind and day; nothing where it fits."""
    doubts = []
    if kind != framework.kind:
        doubts.append(f"“{framework}” is for another kind of review: {framework.get_kind_display().lower()}")
    if on is not None and not framework.is_in_force(on=on):
        doubts.append(f"This version is in force {in_force(framework)}, and the review is dated {day(on)}")
    return doubts


def not_in_force(review: Review) -> str:
    """Say that the framework was not in force when the review took place; nothing where it was."""
    framework, on = review.framework, review.dated_on
    if framework is None or on is None or framework.is_in_force(on=on):
        return ""
    return f"This version is in force {in_force(framework)}, and the review is dated {day(on)}."


def deadlines(review: Review, *, today: datetime.date) -> list[Deadline]:
    """Say what must follow the review, why then, and whether it is late."""
    found = []
    if review.draft_due_on:
        sent_on = review.draft_sent_on or review.response_sent_on
        found.append(
            _sending("Draft of the response", review.draft_due_on, sent_on, today, why=review.draft_why)
        )
    if review.response_due_on or review.response_sent_on:
        due_on, sent_on = review.response_due_on, review.response_sent_on
        found.append(_sending("Written response", due_on, sent_on, today, why=review.response_why))
    elif review.response_basis == Review.Basis.NONE:
        found.append(Deadline("Written response", "None is expected", ""))
    if review.follow_up_from_on:
        first, last = review.follow_up_from_on, review.follow_up_to_on or review.follow_up_from_on
        standing, colour = _visit(first, last, today)
        found.append(
            Deadline("Follow-up visit", period(first, last), standing, colour, why=review.follow_up_why)
        )
    elif review.follow_up_basis == Review.Basis.NONE:
        found.append(Deadline("Follow-up visit", "None is expected", ""))
    return found


def awaited(review: Review) -> list[Deadline]:
    """Say what the framework's rule asks for once the report is received."""
    if review.received_on or review.framework is None or review.response_basis != Review.Basis.RULE:
        return []
    rule = response_rule(review.framework)
    return [Deadline("Written response", capfirst(rule), "Not received yet", "grey")] if rule else []


def _sending(
    label: str, due_on: datetime.date | None, sent_on: datetime.date | None, today: datetime.date, *, why: str
) -> Deadline:
    when = f"Due {day(due_on)}" if due_on else "No due date"
    if sent_on is None:
        assert due_on is not None
        standing, colour = _until(due_on, today)
        return Deadline(label, when, standing, colour, why)
    late = (sent_on - due_on).days if due_on else 0
    how = f", {count(late, 'day')} late" if late > 0 else (", on time" if due_on else "")
    return Deadline(label, when, f"Sent {day(sent_on)}{how}", "yellow" if late > 0 else "green", why)


def _until(due_on: datetime.date, today: datetime.date) -> tuple[str, str]:
    left = (due_on - today).days
    if left < 0:
        return f"Overdue by {count(-left, 'day')}", "red"
    return ("Due today" if left == 0 else f"Due in {count(left, 'day')}"), ("yellow" if left <= 30 else "")


def _visit(first: datetime.date, last: datetime.date, today: datetime.date) -> tuple[str, str]:
    if today < first:
        return f"In {count((first - today).days, 'day')}", ""
    if today <= last:
        return "Expected now", "yellow"
    return "This time has passed", "grey"


@dataclass(frozen=True)
class ReviewRow:
    """A review as the register shows it."""

    review: Review
    fieldwork: str
    overdue: tuple[str, ...]

    @classmethod
    def of(cls, review: Review, *, today: datetime.date) -> "ReviewRow":
        """Put a review into words, with what is overdue."""
        fieldwork = period(review.fieldwork_start_on, review.fieldwork_end_on)
        overdue = (item for item in deadlines(review, today=today) if item.colour == "red")
        return cls(
            review,
            fieldwork or "No dates yet",
            tuple(f"{item.label} {item.standing.lower()}" for item in overdue),
        )


@dataclass(frozen=True)
class FrameworkRow:
    """A framework as the administration area shows it: a line of facts, and its parts."""

    framework: Framework
    in_force: str
    strands: tuple[str, ...]
    grades: str
    deadlines: tuple[str, ...]
    guidance: str

    @classmethod
    def of(cls, framework: Framework) -> "FrameworkRow":
        """Put a framework with its strands, grades and rules into words."""
        strands = tuple(
            f"{strand} (graded)" if strand.is_graded else str(strand) for strand in framework.strands.all()
        )
        grades = ", ".join(str(grade) for grade in framework.grades.all())
        if grades:
            grades += ". An overall grade too" if framework.gives_overall_grade else ". No overall grade"
        guidance = ", ".join(str(edition) for edition in framework.guidance_editions.all())
        days = capfirst(in_force(framework)) or "No dates"
        return cls(framework, days, strands, grades, tuple(_rules(framework)), guidance)


def _rules(framework: Framework) -> Iterator[str]:
    named = {
        "Written response": response_rule(framework),
        "Draft of the response": draft_rule(framework),
        "Follow-up visit": follow_up_rule(framework),
    }
    named |= {
        f"Next visit where the grade is “{grade}”": f"{span(grade.next_visit_months)} after the review"
        for grade in framework.grades.all()
        if grade.next_visit_months
    }
    yield from (f"{what}: {rule}" for what, rule in named.items() if rule)


@dataclass(frozen=True)
class FrameworkGroup:
    """Frameworks under one heading."""

    heading: str
    rows: list[FrameworkRow]


def framework_groups(frameworks: Iterable[Framework], *, today: datetime.date) -> list[FrameworkGroup]:
    """Put frameworks into those in force today and the others, leaving a heading without rows out."""
    current: list[FrameworkRow] = []
    others: list[FrameworkRow] = []
    for framework in frameworks:
        (current if framework.is_in_force(on=today) else others).append(FrameworkRow.of(framework))
    groups = (FrameworkGroup("In force today", current), FrameworkGroup("Not in force today", others))
    return [group for group in groups if group.rows]
