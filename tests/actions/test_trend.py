"""The last eight quarters, held against each action counted by itself in plain Python."""

import datetime
from collections import Counter
from itertools import pairwise

import pytest
from django.utils import timezone

from actions.dashboard.trend import quarter_ends, trend_of
from actions.models import Action, Extension, Status
from tests.actions.conftest import TODAY
from tests.factories.actions import ActionFactory, ExtensionFactory, TransitionFactory
from tests.factories.portal import UserFactory

OPEN = {Status.NOT_STARTED, Status.IN_PROGRESS, Status.PAUSED}
NAMED = {Status.DELIVERED: "delivered", Status.SIGNED_OFF: "signed_off"}


def noon(year, month, day):
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


def moved_on(action, before, after, decided_at, decision=Extension.Decision.GRANTED):
    """An extension of an action that was decided."""
    ExtensionFactory(
        action=action,
        due_before_on=before,
        due_asked_on=after,
        asked_at=decided_at - datetime.timedelta(days=3),
        decision=decision,
        decision_reason="It is agreed",
        decided_by=UserFactory(),
        decided_at=decided_at,
    )


def changed(action, *steps):
    """The changes of an action's status, of which the last is how it stands."""
    for (before, _), (after, moment) in pairwise(steps):
        TransitionFactory(action=action, from_status=before, to_status=after, made_at=moment)
    Action.objects.filter(pk=action.pk).update(status=steps[-1][0])


def by_hand(day):
    """Count how the actions stood at the end of a day, one after the other."""
    numbers = Counter()
    for action in Action.objects.all():
        if timezone.localdate(action.agreed_at) > day:
            continue
        status, due_on = action.status, action.due_on
        for row in action.transitions.order_by("-made_at", "-pk"):
            if timezone.localdate(row.made_at) > day:
                status = row.from_status
        for row in action.extensions.filter(decision="granted").order_by("-decided_at"):
            if timezone.localdate(row.decided_at) > day:
                due_on = row.due_before_on
        numbers += Counter(
            {
                "open": status in OPEN,
                "late": status in OPEN and due_on < day,
                **{name: status == named for named, name in NAMED.items()},
            }
        )
    return numbers


@pytest.fixture
def moved_twice(db):
    """An action that was late, moved on, late again, moved on again, and then delivered, late."""
    first, second, third = (datetime.date(2024, 9, 1), datetime.date(2025, 2, 1), datetime.date(2025, 8, 1))
    action = ActionFactory(
        agreed_at=noon(2024, 5, 1), start_on=datetime.date(2024, 6, 1), original_due_on=first, due_on=third
    )
    moved_on(action, first, second, noon(2024, 11, 5))
    moved_on(action, second, third, noon(2025, 5, 5))
    changed(
        action,
        (Status.NOT_STARTED, None),
        (Status.IN_PROGRESS, noon(2024, 10, 10)),
        (Status.DELIVERED, noon(2025, 11, 11)),
    )
    return action


def told():
    return [(quarter.ends_on, +quarter.numbers) for quarter in trend_of(Action.objects.all(), on=TODAY)]


def test_two_extensions_of_one_action_are_late_each_until_it_was_granted(moved_twice):
    """Late at the end of September 2024, not in December, late in March 2025, not in June, late in September."""
    assert [numbers["late"] for _, numbers in told()] == [0, 1, 0, 1, 0, 1, 0, 0]
    assert [numbers["open"] for _, numbers in told()] == [1, 1, 1, 1, 1, 1, 0, 0]
    assert told() == [(day, by_hand(day)) for day in quarter_ends(TODAY)]


def test_trend_is_what_each_action_counted_by_itself_gives(moved_twice):
    due = datetime.date(2025, 6, 30)
    before = due - datetime.timedelta(days=1)
    start = datetime.date(2024, 1, 1)
    ActionFactory(agreed_at=noon(2023, 1, 1), start_on=start, original_due_on=datetime.date(2024, 6, 29))
    both = ActionFactory(agreed_at=noon(2025, 1, 1), start_on=start, original_due_on=before, due_on=TODAY)
    # Two extensions granted within one quarter, one refused, and a change of status on the day of the quarter's end.
    moved_on(both, before, due, noon(2025, 7, 1))
    moved_on(both, due, datetime.date(2025, 9, 1), noon(2025, 9, 29))
    moved_on(both, datetime.date(2025, 9, 1), due.replace(year=2027), noon(2025, 10, 1), "refused")
    moved_on(both, datetime.date(2025, 9, 1), TODAY, noon(2026, 1, 1))
    # One granted after the end of a quarter, for a day before it.
    later = datetime.date(2025, 9, 1)
    tardy = ActionFactory(agreed_at=noon(2025, 1, 1), start_on=start, original_due_on=due, due_on=later)
    moved_on(tardy, due, later, noon(2025, 11, 1))
    changed(
        both,
        (Status.IN_PROGRESS, None),
        (Status.DELIVERED, noon(2025, 9, 30)),
        (Status.IN_PROGRESS, noon(2025, 10, 2)),
        (Status.DELIVERED, noon(2026, 2, 2)),
        (Status.SIGNED_OFF, noon(2026, 3, 31)),
    )

    assert told() == [(day, by_hand(day)) for day in quarter_ends(TODAY)]
    assert {name for _, numbers in told() for name in numbers} == {"open", "late", "delivered", "signed_off"}
