"""Holds the numbers of the dashboard against the bare SQL that it is timed beside: both must count the same."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from scripts.benchmark_action_sql import (
    AREAS,
    ATTENTION,
    CHANGED,
    IMPACT,
    NOW,
    SHARES,
    SINCE_DAY,
    TODAY,
    TREND,
)

if TYPE_CHECKING:
    from actions.dashboard.counts import Standing
    from actions.dashboard.trend import Quarter

CHANGES = (
    "agreed",
    "delivered",
    "signed_off",
    "reopened",
    "difference",
    "slipped",
    "became_late",
    "confidence_fell",
)
"""What the columns of the bare SQL of changes count, in their order."""
MOST_NEEDY = 10


def differing() -> list[str]:
    """Return the parts of the dashboard whose numbers are not those of the bare SQL."""
    from actions.dashboard.breakdown import count_each
    from actions.dashboard.counts import count_standing
    from actions.dashboard.impact import count_answers
    from actions.dashboard.movement import count_moved
    from actions.dashboard.ranking import neediest
    from actions.dashboard.trend import trend_of
    from actions.models import Action
    from actions.rules.impact import NOT_ASKED
    from actions.rules.scale import Scale
    from actions.statuses import DONE
    from findings.models import Finding

    actions, scale = Action.objects.all(), Scale.current()
    standing = count_standing(actions, scale, on=TODAY)
    done = sum(standing.statuses[status] for status in DONE)
    answers = count_answers(actions, done=done)
    given = dict(ask(IMPACT))
    moved = count_moved(actions, scale, since=SINCE_DAY, on=TODAY)
    parts = {
        "now": (numbers_of(standing), bare_standing()),
        "changed": ([moved[name] for name in CHANGES], list(ask(CHANGED)[0])),
        "quarters": (list(map(told, trend_of(actions, on=TODAY))), bare_quarters()),
        "difference": (present(answers), present({**given, NOT_ASKED: done - sum(given.values())})),
        "areas": (Finding.objects.awaiting_response().count(), ask(AREAS)[0][0]),
        "attention": (
            list(neediest(actions, scale, on=TODAY, limit=MOST_NEEDY)),
            [key for (key,) in ask(ATTENTION)],
        ),
    }
    for by, sql in SHARES.items():
        parts[f"by {by}"] = (
            count_each(actions, by, scale, on=TODAY),
            {key: stack for key, *stack in ask(sql)},
        )
    return [name for name, (shown, bare) in parts.items() if shown != bare]


def ask(sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of bare SQL."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def numbers_of(standing: "Standing") -> tuple[list[int], ...]:
    """Return the numbers at the head of the page: those on their own, then by status, delivery and confidence."""
    from actions.dashboard.counts import FIGURES

    figures = [standing.figures[name] for name in FIGURES]
    levels = (standing.statuses, standing.delivery, standing.confidence)
    return (figures, *(sorted(present(counts).items()) for counts in levels))  # type: ignore[arg-type]


def bare_standing() -> tuple[list[int], ...]:
    """Add up the rows of the bare SQL in the same order."""
    from actions.dashboard.counts import FIGURES, Standing
    from actions.statuses import OPEN

    standing = Standing()
    for status, confidence, delivery, in_all, *numbers in ask(NOW):
        standing.statuses[status] += in_all
        standing.delivery[delivery] += in_all
        standing.confidence[confidence] += in_all if status in OPEN else 0
        standing.figures.update(dict(zip(FIGURES, numbers, strict=True)))
    return numbers_of(standing)


def bare_quarters() -> list[tuple[int, ...]]:
    """Count back from the bare sums, the earliest quarter first: as actions stand now, less every change since."""
    from actions.statuses import OPEN

    quarters = [Counter[str]() for _ in range(8)]
    now, changes = (ask(sql) for sql in TREND)
    signed = [(status, 1, numbers) for status, *numbers in now]
    for before, after, *numbers in changes:
        signed += [(after, -1, numbers), (before, 1, numbers)]
    for status, sign, numbers in signed:
        for counts, agreed, due in zip(quarters, numbers[::2], numbers[1::2], strict=True):
            counts["open" if status in OPEN else status] += sign * agreed
            counts["late"] += sign * due if status in OPEN else 0
    return [tuple(counts[name] for name in QUARTER) for counts in reversed(quarters)]


QUARTER = ("open", "late", "delivered", "signed_off")


def told(quarter: "Quarter") -> tuple[int, ...]:
    """Return what the dashboard tells of a quarter."""
    return tuple(quarter.numbers[name] for name in QUARTER)


def present(counts: dict[str, int]) -> dict[str, int]:
    """Leave out what there is none of."""
    return {str(name): number for name, number in counts.items() if number}
