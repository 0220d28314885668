"""Why an action needs attention, and how much."""

import datetime
from itertools import pairwise

import pytest

from actions.dashboard import needing_attention
from actions.dashboard.attention import weighed
from actions.dashboard.ranking import neediest
from actions.models import Action, Status
from actions.rules.scale import Scale
from tests.actions.conftest import TODAY
from tests.actions.replay import live
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)


def at(month, day):
    return datetime.datetime(2026, month, day, 9, tzinfo=datetime.UTC)


def reasons(action):
    """The reasons of the one action that there is."""
    found = needing_attention(Action.objects.all(), Scale.current(), on=TODAY)
    assert [entry.row.action for entry in found] == [action]
    return found[0].reasons


@pytest.fixture
def steady(db):
    """An action of which nothing has to be said."""
    action = ActionFactory(
        agreed_at=at(6, 1), original_due_on=datetime.date(2026, 2, 1), due_on=datetime.date(2026, 12, 31)
    )
    UpdateFactory(action=action, posted_at=at(6, 10))
    return action


def test_steady_action_needs_none(steady):
    assert needing_attention(Action.objects.all(), Scale.current(), on=TODAY) == []


def test_overdue_says_by_how_many_days(steady):
    Action.objects.update(due_on=datetime.date(2026, 6, 14))

    assert reasons(steady) == ("1 day late",)


def test_near_due_date_matters_only_with_little_done(steady):
    Action.objects.update(due_on=datetime.date(2026, 6, 25))

    assert reasons(steady) == ("Due in 10 days and 40% done",)
    UpdateFactory(action=steady, percent_complete=50, posted_at=at(6, 11))
    assert needing_attention(Action.objects.all(), Scale.current(), on=TODAY) == []


def test_low_confidence(steady):
    Action.objects.update(confidence="low")

    assert reasons(steady) == ("Confidence is low",)


def test_waiting_extension(steady):
    ExtensionFactory(action=steady, asked_at=at(6, 14))

    assert reasons(steady) == ("Extension asked for 1 day ago and not decided",)


def test_silence(steady):
    Action.objects.update(agreed_at=at(1, 5))
    steady.updates.update(posted_at=at(4, 16))

    assert reasons(steady) == ("No update for 60 days",)


def test_pause_says_since_when(steady):
    Action.objects.update(status=Status.PAUSED)
    TransitionFactory(
        action=steady, from_status=Status.IN_PROGRESS, to_status=Status.PAUSED, made_at=at(6, 5)
    )

    assert reasons(steady) == ("Paused 10 days ago",)


def test_late_start(steady):
    dates = {"start_on": datetime.date(2026, 6, 12), "original_due_on": datetime.date(2026, 12, 31)}
    Action.objects.update(status=Status.NOT_STARTED, **dates)

    assert reasons(steady) == ("Not started, 3 days after its start date",)


def test_delivered_and_not_signed_off(steady):
    Action.objects.update(status=Status.DELIVERED, due_on=datetime.date(2026, 3, 1))
    TransitionFactory(
        action=steady, from_status=Status.IN_PROGRESS, to_status=Status.DELIVERED, made_at=at(5, 16)
    )

    assert reasons(steady) == ("Delivered 30 days ago and not signed off",)


def test_second_look_that_is_due(steady):
    Action.objects.update(status=Status.SIGNED_OFF)
    SignOffFactory(action=steady, made_difference="not_yet", look_again_on=TODAY)

    assert reasons(steady) == ("Difference to be looked at again by 15 June 2026",)


def test_several_reasons_weigh_together(steady):
    Action.objects.update(due_on=datetime.date(2026, 6, 14), confidence="low")
    less = ActionFactory(original_due_on=datetime.date(2026, 6, 1), agreed_at=at(6, 1))

    found = needing_attention(Action.objects.all(), Scale.current(), on=TODAY)

    assert [entry.row.action for entry in found] == [steady, less]
    assert found[0].reasons == ("1 day late", "Confidence is low")


@pytest.mark.parametrize("seed", [1, 2])
def test_database_ranks_as_the_reasons_weigh(db, seed):
    lives = live(60, seed=seed, until=TODAY)
    scale = Scale.current()
    listed = Action.objects.as_listed(on=TODAY, near=scale.at_risk_days).with_waits()
    weights = {
        action.pk: sum(weight for weight, _ in weighed(action, scale, TODAY))
        for action in listed.exclude(status=Status.CANCELLED)
        if action.status != Status.SIGNED_OFF or (action.look_again_on and action.look_again_on <= TODAY)
    }

    found = neediest(Action.objects.all(), scale, on=TODAY, limit=len(lives))

    assert set(found) == {key for key, weight in weights.items() if weight}
    # Moments count by the day in words, and by the hour in the rank: two days at most for two such reasons.
    ranked = [weights[key] for key in found]
    assert all(later <= earlier + 2 for earlier, later in pairwise(ranked))
    assert len(set(ranked)) > 10


def test_only_what_is_shown_is_read(db, django_assert_num_queries):
    ActionFactory.create_batch(3, original_due_on=datetime.date(2026, 6, 1))
    scale = Scale.current()

    with django_assert_num_queries(2):
        assert len(needing_attention(Action.objects.all(), scale, on=TODAY, limit=2)) == 2
