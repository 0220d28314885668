"""Why an action needs attention, and how much."""

import datetime

import pytest
from django.utils import timezone

from actions.dashboard import needing_attention
from actions.dashboard.ranking import neediest
from actions.models import Action, Reminder, Status
from actions.reminders.owed import to_be_told
from actions.rules.scale import Scale
from actions.rules.standing import condition
from actions.statuses import ENDED
from tests.actions.conftest import TODAY
from tests.actions.replay import OPEN, live
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


def test_change_of_status_is_a_sign_of_life(steady, lead):
    Action.objects.update(agreed_at=at(1, 5), lead=lead)
    steady.updates.update(posted_at=at(3, 1))
    TransitionFactory(action=steady, from_status=Status.PAUSED, made_at=at(5, 4))

    def told():
        found = needing_attention(Action.objects.all(), Scale.current(), on=TODAY)
        counted = Action.objects.filter(condition("no_recent_update", Scale.current(), on=TODAY)).count()
        owed = to_be_told(lead, [Reminder.UPDATE], on=TODAY, weeks=Scale.current().update_every_weeks)
        return [entry.reasons for entry in found], counted, [(row.action_id, row.since) for row in owed]

    assert told() == ([], 0, [])
    steady.transitions.update(made_at=at(5, 3))
    assert told() == ([("No update for 43 days",)], 1, [(steady.pk, datetime.date(2026, 5, 3))])


def weight_of(action):
    """Weigh the reasons of an action again, in plain Python."""

    def ago(moment):
        return (
            TODAY - (timezone.localdate(moment) if isinstance(moment, datetime.datetime) else moment)
        ).days

    def last(rows, order):
        return rows.order_by(*order).last()

    status, is_open = action.status, action.status in OPEN
    update = max(action.updates.all(), key=lambda row: (row.counts_from, row.pk), default=None)
    transition = last(action.transitions, ("made_at", "pk"))
    sign_off = last(action.sign_offs, ("signed_off_at", "pk"))
    asked = action.extensions.filter(decision="").first()
    moved = transition.made_at if transition else action.agreed_at
    silence = min(ago(sign) for sign in (update and update.counts_from, moved, action.agreed_at) if sign)
    silence = min(silence, ago(action.start_on))
    percent = update.percent_complete if update else 0
    reasons = [
        (is_open and ago(action.due_on) > 0, 1000 + ago(action.due_on)),
        (status not in ENDED and not action.lead.is_active, 800),
        (is_open and asked, asked and 600 + ago(asked.asked_at)),
        (status == Status.DELIVERED, 500 + ago(moved)),
        (is_open and action.confidence == "low", 400),
        (is_open and -30 <= ago(action.due_on) <= 0 and percent < 50, 350),
        (status == Status.PAUSED, 300 + ago(moved)),
        (status == Status.NOT_STARTED and ago(action.start_on) > 0, 250 + ago(action.start_on)),
        (status == Status.IN_PROGRESS and silence > 7 * Scale.current().update_every_weeks, 100 + silence),
    ]
    again = sign_off and sign_off.look_again_on
    if status == Status.SIGNED_OFF and again and again <= TODAY:
        reasons.append((True, 450 + ago(again)))
    return sum(weight for holds, weight in reasons if holds)


@pytest.mark.parametrize("seed", [1, 2])
def test_database_ranks_as_the_reasons_weigh(db, seed):
    lives = live(60, seed=seed, until=TODAY)
    for life in lives[::10]:
        if life.action.status in OPEN:
            ExtensionFactory(action=life.action, asked_at=at(5, 31))
    weights = {action.pk: weight_of(action) for action in Action.objects.all()}
    expected = sorted(
        (action for action in Action.objects.all() if weights[action.pk]),
        key=lambda action: (-weights[action.pk], action.due_on, action.pk),
    )

    found = list(neediest(Action.objects.all(), Scale.current(), on=TODAY, limit=len(lives)))

    assert found == [action.pk for action in expected]
    assert len({weights[key] for key in found}) > 10


def test_only_what_is_shown_is_read(db, django_assert_num_queries):
    ActionFactory.create_batch(3, original_due_on=datetime.date(2026, 6, 1))
    scale = Scale.current()

    with django_assert_num_queries(2):
        assert len(needing_attention(Action.objects.all(), scale, on=TODAY, limit=2)) == 2
