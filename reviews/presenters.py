"""Labels, colours and sentences of reviews."""

import datetime
from dataclasses import dataclass

from django.utils.text import capfirst

from portal.wording import count, day
from reviews.models import Framework, Review

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


def deadlines(review: Review, *, today: datetime.date) -> list[Deadline]:
    """Say what must follow the review and whether it is late."""
    found = []
    if review.response_due_on or review.response_sent_on:
        found.append(_response(review.response_due_on, review.response_sent_on, today))
    if review.follow_up_from_on:
        first, last = review.follow_up_from_on, review.follow_up_to_on or review.follow_up_from_on
        found.append(Deadline("Follow-up visit", period(first, last), *_visit(first, last, today)))
    return found


def _response(due_on: datetime.date | None, sent_on: datetime.date | None, today: datetime.date) -> Deadline:
    when = f"Due {day(due_on)}" if due_on else "No due date"
    if sent_on is None:
        assert due_on is not None
        return Deadline("Written response", when, *_until(due_on, today))
    late = (sent_on - due_on).days if due_on else 0
    how = f", {count(late, 'day')} late" if late > 0 else (", on time" if due_on else "")
    return Deadline("Written response", when, f"Sent {day(sent_on)}{how}", "yellow" if late > 0 else "green")


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
    """A framework as the administration area shows it."""

    framework: Framework
    in_force: str
    strands: tuple[str, ...]
    grades: str

    @classmethod
    def of(cls, framework: Framework) -> "FrameworkRow":
        """Put a framework with its strands and grades into words."""
        strands = tuple(
            f"{strand} (graded)" if strand.is_graded else str(strand) for strand in framework.strands.all()
        )
        grades = ", ".join(str(grade) for grade in framework.grades.all())
        return cls(framework, capfirst(in_force(framework)) or "No dates", strands, grades or "None")
