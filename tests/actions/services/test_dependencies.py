"""Which action waits for which, never in a circle, and what a slip moves."""

import datetime

import pytest

from actions.lifecycle import CANCEL
from actions.models import Action, Dependency, Status
from actions.rules.waiting import moved_by, waits_for_it
from actions.services import add_dependency, move_action, remove_dependency
from portal.exceptions import Refused
from portal.history import history_of
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, DependencyFactory


@pytest.fixture
def chain(db):
    """Three actions, each waiting for the next."""
    first, second, third = ActionFactory.create_batch(3)
    DependencyFactory(action=first, waits_for=second)
    DependencyFactory(action=second, waits_for=third)
    return first, second, third


def test_action_waits_for_another(action, officer):
    other = ActionFactory()

    dependency = add_dependency(action=action, by=officer, waits_for=other)

    assert (dependency.action, dependency.waits_for, dependency.added_by) == (action, other, officer)
    assert waits_for_it(action, other)
    assert not waits_for_it(other, action)


def test_action_does_not_wait_for_itself(action, officer):
    with pytest.raises(Refused, match="An action cannot wait for itself"):
        add_dependency(action=action, by=officer, waits_for=action)

    assert not Dependency.objects.exists()


def test_same_link_twice_is_refused(action, officer):
    other = ActionFactory()
    add_dependency(action=action, by=officer, waits_for=other)

    with pytest.raises(Refused, match=f"{action} waits for {other} already"):
        add_dependency(action=action, by=officer, waits_for=other)

    assert Dependency.objects.count() == 1


@pytest.mark.parametrize(("waiting", "waited_for"), [(1, 0), (2, 1), (2, 0)])
def test_circle_of_any_length_is_refused(chain, officer, waiting, waited_for):
    with pytest.raises(Refused, match="Two actions cannot wait for each other"):
        add_dependency(action=chain[waiting], by=officer, waits_for=chain[waited_for])

    assert Dependency.objects.count() == 2


def test_second_way_to_the_same_action_is_no_circle(chain, officer):
    add_dependency(action=chain[0], by=officer, waits_for=chain[2])

    assert Dependency.objects.count() == 3


@pytest.mark.parametrize("status", [Status.SIGNED_OFF, Status.CANCELLED])
def test_there_is_nothing_to_wait_for_in_an_action_that_has_ended(action, officer, status):
    ended = ActionFactory(status=status)

    with pytest.raises(Refused, match=f"{ended} is {status.label.lower()}, so there is nothing to wait for"):
        add_dependency(action=action, by=officer, waits_for=ended)

    assert not Dependency.objects.exists()


def test_action_that_has_ended_waits_for_nothing_more(officer):
    ended = ActionFactory(status=Status.SIGNED_OFF)

    with pytest.raises(Refused, match="Reopen it"):
        add_dependency(action=ended, by=officer, waits_for=ActionFactory())


def test_link_that_was_taken_away_stays_in_both_histories(action, officer):
    other = ActionFactory()
    remove_dependency(dependency=add_dependency(action=action, by=officer, waits_for=other), by=officer)

    assert not Dependency.objects.exists()
    for record, part in ((action, "dependencies"), (other, "dependants")):
        told = [entry.what for entry in history_of(record, parts=[part])][:1]
        assert told == [f"Removed dependency: {action} waits for {other}"]


def test_link_of_an_action_that_has_just_ended_stays(action, officer):
    link = add_dependency(action=action, by=officer, waits_for=ActionFactory())
    seen = Dependency.objects.select_related("action").get(pk=link.pk)
    move_action(action=action, move=CANCEL, by=officer, reason="No longer needed")

    with pytest.raises(Refused, match="has just changed the status"):
        remove_dependency(dependency=seen, by=officer)

    assert Dependency.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_links_that_close_a_circle_in_the_same_moment_are_not_both_made(officer, tmp_path):
    one, two, three, four = ActionFactory.create_batch(4)
    DependencyFactory(action=one, waits_for=two)
    DependencyFactory(action=three, waits_for=four)

    def link(action, waits_for):
        seen = [Action.objects.get(pk=row.pk) for row in (action, waits_for)]
        return add_dependency(action=seen[0], by=officer, waits_for=seen[1]).pk

    outcomes = at_once([lambda: link(two, three), lambda: link(four, one)], folder=tmp_path)

    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert [type(outcome) for outcome in outcomes if outcome not in refused] == [int]
    assert [str(refusal).endswith("Two actions cannot wait for each other") for refusal in refused] == [True]


@pytest.mark.django_db
def test_slip_moves_those_that_wait_and_those_that_wait_for_them():
    def due(month, **more):
        day = datetime.date(2026, month, 1)
        return ActionFactory(original_due_on=day, **more)

    slipping, soon, later, done, behind, safe = (
        due(7),
        due(8),
        due(12),
        due(8, status=Status.SIGNED_OFF),
        due(9),
        due(8),
    )
    for waiting in (soon, later, done):
        DependencyFactory(action=waiting, waits_for=slipping)
    DependencyFactory(action=behind, waits_for=soon)
    DependencyFactory(action=safe, waits_for=later)

    assert list(moved_by(slipping, due_on=datetime.date(2026, 10, 1))) == [soon, behind]
    assert list(moved_by(slipping, due_on=datetime.date(2026, 8, 1))) == []
