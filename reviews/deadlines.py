"""What must follow a review, and when: worked out from its framework's rules, with the reason in words."""

import calendar
import datetime
from dataclasses import dataclass
from typing import Any

from portal.wording import count, day
from portal.working_days import add_working_days
from reviews.models import Framework, Grade, Review, Unit

RESTS_ON = frozenset(
    {
        "framework",
        "received_on",
        "fieldwork_end_on",
        "feedback_on",
        "has_priority_action",
        "response_basis",
        "follow_up_basis",
    }
)
"""The fields of a review whose change changes its deadlines."""


@dataclass(frozen=True)
class Due:
    """A day by which something is due, and why."""

    on: datetime.date
    why: str


@dataclass(frozen=True)
class Window:
    """The days between which a visit is expected, and why."""

    first: datetime.date
    last: datetime.date
    why: str


def work_out(review: Review, *, outcome: Grade | None) -> dict[str, Any]:
    """Return the deadlines of a review as fields and values, apart from dates that were given.

    `outcome` is the grade that the review gave overall, if any.
    """
    values: dict[str, Any] = {}
    by_rule = review.response_basis == Review.Basis.RULE
    if review.response_basis != Review.Basis.GIVEN:
        response = response_due(review) if by_rule else None
        values |= {
            "response_due_on": response and response.on,
            "response_why": response.why if response else "",
        }
    draft = draft_due(review) if review.response_basis != Review.Basis.NONE else None
    values |= {"draft_due_on": draft and draft.on, "draft_why": draft.why if draft else ""}
    if review.follow_up_basis != Review.Basis.GIVEN:
        by_rule = review.follow_up_basis == Review.Basis.RULE
        visit = follow_up(review, outcome=outcome) if by_rule else None
        values |= {
            "follow_up_from_on": visit and visit.first,
            "follow_up_to_on": visit and visit.last,
            "follow_up_why": visit.why if visit else "",
        }
    return values


def response_due(review: Review) -> Due | None:
    """Return when the written response is due by the framework's rule, counted from receipt."""
    framework, received_on = review.framework, review.received_on
    if framework is None or received_on is None or framework.response_within is None:
        return None
    if framework.response_after_priority_action_only and not review.has_priority_action:
        return None
    on = later(received_on, framework.response_within, framework.response_unit)
    time = counted(framework.response_within, framework.response_unit)
    return Due(on, f"{time} from receipt on {day(received_on)}")


def draft_due(review: Review) -> Due | None:
    """Return when the draft of the response is due, which is asked for after a priority action."""
    framework, received_on = review.framework, review.received_on
    if framework is None or received_on is None or framework.draft_within_working_days is None:
        return None
    if not review.has_priority_action:
        return None
    number = framework.draft_within_working_days
    time = counted(number, Unit.WORKING_DAYS)
    why = f"{time} from receipt on {day(received_on)}, as there is an area for priority action"
    return Due(add_working_days(received_on, number), why)


def follow_up(review: Review, *, outcome: Grade | None) -> Window | None:
    """Return when the reviewers come back: by the outcome where it says so, else by the framework's rule.

    Counted from the end of the fieldwork, or from the feedback or receipt where that is all that is known.
    """
    framework = review.framework
    since = review.fieldwork_end_on or review.feedback_on or review.received_on
    if framework is None or since is None:
        return None
    after = f"after the review on {day(since)}"
    if outcome is not None and outcome.next_visit_months:
        on = months_later(since, outcome.next_visit_months)
        return Window(on, on, f"About {span(outcome.next_visit_months)} {after}, for the outcome “{outcome}”")
    first, last = framework.follow_up_from_months, framework.follow_up_to_months
    if first is None or last is None:
        return None
    return Window(months_later(since, first), months_later(since, last), f"{between(first, last)} {after}")


def response_rule(framework: Framework) -> str:
    """Say how long there is for a written response: 70 working days from receipt; nothing where no rule is."""
    if framework.response_within is None:
        return ""
    time = f"{counted(framework.response_within, framework.response_unit)} from receipt"
    return f"{time}, after a priority action only" if framework.response_after_priority_action_only else time


def draft_rule(framework: Framework) -> str:
    """Say how long there is for a draft; nothing where none is asked for."""
    number = framework.draft_within_working_days
    return f"{counted(number, Unit.WORKING_DAYS)} from receipt, after a priority action" if number else ""


def follow_up_rule(framework: Framework) -> str:
    """Say when the reviewers come back: 9 to 12 months after the review; nothing where no rule is."""
    first, last = framework.follow_up_from_months, framework.follow_up_to_months
    if first is None or last is None:
        return ""
    return f"{between(first, last)} after the review"


def later(start: datetime.date, number: int, unit: str) -> datetime.date:
    """Return the day that lies so many working days, weeks or months after another."""
    if unit == Unit.WORKING_DAYS:
        return add_working_days(start, number)
    return start + datetime.timedelta(weeks=number) if unit == Unit.WEEKS else months_later(start, number)


def months_later(start: datetime.date, number: int) -> datetime.date:
    """Return the same day of a later month, or that month's last day where it is shorter."""
    years, month = divmod(start.month - 1 + number, 12)
    year = start.year + years
    return datetime.date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def counted(number: int, unit: str) -> str:
    """Write a number of working days, weeks or months."""
    return count(number, Unit(unit).label.lower().removesuffix("s"))


def span(months: int) -> str:
    """Write a number of months, whole years as years."""
    if months % 12 == 0:
        return count(months // 12, "year")
    return counted(months, Unit.MONTHS)


def between(first: int, last: int) -> str:
    """Write a range of months: 9 to 12 months."""
    return span(last) if first == last else f"{first} to {counted(last, Unit.MONTHS)}"
