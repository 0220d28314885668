"""What changed since a day, and how actions stood at its end, held against a replay of their whole history."""

import datetime

import pytest

from actions.dashboard.counts import count_standing
from actions.dashboard.impact import count_answers
from actions.dashboard.movement import count_moved
from actions.dashboard.trend import quarter_ends, trend_of
from actions.models import Action, SignOff, Status, Update
from actions.rules.movement import MOVED, moved
from actions.rules.scale import Scale
from actions.rules.then import STOOD, stood
from actions.statuses import DONE
from tests.actions.conftest import TODAY
from tests.actions.replay import DAY, OPEN, Life, live
from tests.factories.actions import ActionFactory, UpdateFactory

LIVES = 60


def noon(month: int, day: int) -> datetime.datetime:
    """Noon of a day of this year."""
    return datetime.datetime(2026, month, day, 12, tzinfo=datetime.UTC)


@pytest.fixture(params=[1, 2])
def lives(db, request):
    """Actions with three years of random history."""
    return live(LIVES, seed=request.param, until=TODAY)


def at_end(life: Life, name: str, day: datetime.date) -> bool:
    """Tell from the replay how an action stood at the end of a day."""
    state = life.at_end_of(day)
    return {
        "open": state.status in OPEN,
        "late": state.is_late(day),
        "delivered": state.status == Status.DELIVERED,
        "signed_off": state.status == Status.SIGNED_OFF,
    }[name]


def test_what_changed_is_what_a_replay_of_history_tells(lives):
    seen = set()
    late = [life.at_end_of(TODAY).due_on for life in lives if life.at_end_of(TODAY).is_late(TODAY)]
    # Becoming late is a matter of single days.
    edges = [due + days * DAY for due in late[:3] for days in (0, 1, 2)]
    for day in [*(TODAY - days * DAY for days in (0, 1, 30, 91, 365, 2000)), *edges]:
        counted = count_moved(Action.objects.all(), Scale.current(), since=day, on=TODAY)
        for name in MOVED:
            expected = {life.action.pk for life in lives if life.moved(name, day, TODAY)}
            rows = Action.objects.filter(moved(name, Scale.current(), since=day, on=TODAY))
            assert set(rows.values_list("pk", flat=True)) == expected, (name, day)
            assert counted[name] == len(expected), (name, day)
            seen |= {name} if expected else set()
    assert seen == set(MOVED)


def test_quarters_are_what_a_replay_of_history_tells(lives):
    quarters = trend_of(Action.objects.all(), on=TODAY)

    assert [quarter.ends_on for quarter in quarters] == quarter_ends(TODAY)
    seen = set()
    for quarter in quarters:
        for name in STOOD:
            expected = {life.action.pk for life in lives if at_end(life, name, quarter.ends_on)}
            rows = Action.objects.filter(stood(name, at=quarter.ends_on))
            assert set(rows.values_list("pk", flat=True)) == expected, (name, quarter.ends_on)
            assert quarter.numbers[name] == len(expected), (name, quarter.ends_on)
            seen |= {name} if expected else set()
    assert seen == set(STOOD)


def test_lives_have_every_status_and_corrections(lives):
    """What is held against the replay has been through everything that can happen."""
    assert {status for life in lives for _, _, attribute, status in life.events if attribute == "status"} == {
        *Status
    }
    assert Update.objects.exclude(corrects=None).exists()


def test_quarters_follow_the_scope(lives):
    some = Action.objects.filter(pk__in=[life.action.pk for life in lives[::2]])

    quarters = trend_of(some, on=TODAY)

    for quarter in quarters:
        expected = sum(at_end(life, "open", quarter.ends_on) for life in lives[::2])
        assert quarter.numbers["open"] == expected


def test_answers_are_those_of_the_last_sign_off(lives):
    standing = count_standing(Action.objects.all(), Scale.current(), on=TODAY)
    done = sum(standing.statuses[status] for status in DONE)
    expected = dict.fromkeys((*SignOff.Difference.values, "not_asked"), 0)
    for life in lives:
        if life.action.status == Status.SIGNED_OFF:
            expected[life.action.sign_offs.order_by("signed_off_at", "pk").last().made_difference] += 1
        elif life.action.status == Status.DELIVERED:
            expected["not_asked"] += 1

    assert count_answers(Action.objects.all(), done=done) == expected


@pytest.mark.parametrize(("corrected", "falls"), [("low", False), ("medium", False), ("high", True)])
def test_confidence_falls_from_what_was_right_before(db, corrected, falls):
    """Said to be high in May and put right in June; in June the lead says that it is medium."""
    action = ActionFactory(confidence="medium")
    wrong = UpdateFactory(action=action, confidence="high", posted_at=noon(5, 1))
    UpdateFactory(action=action, confidence="medium", posted_at=noon(6, 2))
    UpdateFactory(
        action=action,
        confidence=corrected,
        posted_at=noon(6, 3),
        stands_at=wrong.posted_at,
        corrects=wrong,
        correction_reason="It was read wrong",
    )

    fell = moved("confidence_fell", Scale.current(), since=datetime.date(2026, 6, 1), on=TODAY)

    assert Action.objects.filter(fell).exists() == falls


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        (datetime.date(2026, 6, 15), datetime.date(2024, 6, 30), datetime.date(2026, 3, 31)),
        (datetime.date(2026, 6, 30), datetime.date(2024, 6, 30), datetime.date(2026, 3, 31)),
        (datetime.date(2026, 7, 1), datetime.date(2024, 9, 30), datetime.date(2026, 6, 30)),
        (datetime.date(2026, 1, 1), datetime.date(2024, 3, 31), datetime.date(2025, 12, 31)),
    ],
)
def test_quarters_are_the_eight_that_have_ended(on, first, last):
    ends = quarter_ends(on)

    assert (len(ends), ends[0], ends[-1]) == (8, first, last)
