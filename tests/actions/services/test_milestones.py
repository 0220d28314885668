"""Milestones: added, changed, reached, taken back and removed within the rules."""

import datetime

import pytest

from actions.models import Milestone, Status
from actions.services import (
    add_milestone,
    edit_action,
    edit_milestone,
    reach_milestone,
    remove_milestone,
    undo_milestone,
)
from portal.exceptions import Refused, StaleRecord
from portal.history import history_of
from tests.actions.conftest import TODAY
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, MilestoneFactory

WITHIN = "The date must be from 5 January 2026 to 30 September 2026, while the action runs"


@pytest.fixture
def milestone(action):
    return MilestoneFactory(action=action)


@pytest.mark.parametrize("due_on", [datetime.date(2026, 1, 5), datetime.date(2026, 9, 30)])
def test_milestone_is_due_on_any_day_while_the_action_runs(action, lead, due_on):
    add_milestone(action=action, by=lead, title="The first team is trained", due_on=due_on)

    assert Milestone.objects.get().due_on == due_on


@pytest.mark.parametrize("due_on", [datetime.date(2026, 1, 4), datetime.date(2026, 10, 1)])
def test_milestone_outside_the_time_of_its_action_is_refused(action, milestone, officer, due_on):
    with pytest.raises(Refused, match=WITHIN):
        add_milestone(action=action, by=officer, title="Too far", due_on=due_on)
    with pytest.raises(Refused, match=WITHIN):
        edit_milestone(milestone=milestone, by=officer, version=0, changes={"due_on": due_on})

    assert list(Milestone.objects.values_list("due_on", flat=True)) == [datetime.date(2026, 9, 1)]


def test_outsider_adds_none(action, outsider):
    with pytest.raises(Refused, match="Only those who lead or support"):
        add_milestone(action=action, by=outsider, title="Mine", due_on=TODAY)

    assert not Milestone.objects.exists()


def test_plan_of_an_action_that_has_ended_stays(lead, officer):
    milestone = MilestoneFactory(action=ActionFactory(lead=lead, status=Status.SIGNED_OFF))

    for change in (
        lambda: add_milestone(action=milestone.action, by=lead, title="Late", due_on=TODAY),
        lambda: edit_milestone(milestone=milestone, by=officer, version=0, changes={"title": "Other"}),
        lambda: reach_milestone(milestone=milestone, by=lead, on=TODAY, reached_on=TODAY),
        lambda: remove_milestone(milestone=milestone, by=officer, version=0),
    ):
        with pytest.raises(Refused, match="is signed off"):
            change()

    milestone.refresh_from_db()
    assert (milestone.title, milestone.reached_on) == ("The first team has been trained", None)


def test_milestone_is_reached_and_taken_back_with_history(milestone, lead, officer):
    reach_milestone(milestone=milestone, by=lead, on=TODAY, reached_on=datetime.date(2026, 6, 12))
    milestone.refresh_from_db()
    assert (milestone.reached_on, milestone.reached_by) == (datetime.date(2026, 6, 12), lead)

    undo_milestone(milestone=milestone, by=officer)
    milestone.refresh_from_db()
    assert (milestone.reached_on, milestone.reached_by) == (None, None)

    told = [
        (entry.who, change.label, change.before, change.after)
        for entry in history_of(milestone.action, parts=["milestones"])
        for change in entry.changes
        if change.label == "Reached on"
    ]
    assert told == [
        ("Improvement officer", "Reached on", "12 June 2026", ""),
        ("Head of service", "Reached on", "", "12 June 2026"),
    ]


def test_milestone_is_not_reached_tomorrow(milestone, lead):
    with pytest.raises(Refused, match="must be today or in the past"):
        reach_milestone(milestone=milestone, by=lead, on=TODAY, reached_on=TODAY + datetime.timedelta(days=1))

    milestone.refresh_from_db()
    assert milestone.reached_on is None


def test_reached_milestone_is_neither_reached_again_nor_removed(milestone, lead, officer):
    reach_milestone(milestone=milestone, by=lead, on=TODAY, reached_on=TODAY)
    said = "Head of service has already said that it was reached, on 15 June 2026"

    with pytest.raises(Refused, match=said):
        reach_milestone(milestone=milestone, by=officer, on=TODAY, reached_on=datetime.date(2026, 6, 1))
    with pytest.raises(Refused, match=said):
        remove_milestone(milestone=milestone, by=officer, version=1)

    milestone.refresh_from_db()
    assert (milestone.reached_on, milestone.reached_by) == (TODAY, lead)


def test_milestone_that_is_still_to_be_reached_is_not_taken_back(milestone, lead):
    with pytest.raises(Refused, match="already shown as still to be reached"):
        undo_milestone(milestone=milestone, by=lead)


def test_milestone_that_changed_meanwhile_is_neither_overwritten_nor_removed(milestone, officer, manager):
    edit_milestone(milestone=milestone, by=manager, version=0, changes={"title": "Both teams are trained"})

    with pytest.raises(StaleRecord):
        edit_milestone(milestone=milestone, by=officer, version=0, changes={"title": "Other"})
    with pytest.raises(Refused, match="has just been changed"):
        remove_milestone(milestone=milestone, by=officer, version=0)

    assert Milestone.objects.get().title == "Both teams are trained"


def test_removed_milestone_stays_in_the_history(milestone, officer):
    action = milestone.action
    remove_milestone(milestone=milestone, by=officer, version=0)

    assert not Milestone.objects.exists()
    assert next(entry.what for entry in history_of(action, parts=["milestones"])) == (
        "Removed milestone: The first team has been trained"
    )


def test_action_does_not_start_after_its_first_milestone(milestone, officer):
    with pytest.raises(Refused, match="must be 1 September 2026 or earlier, when the milestone “The first"):
        edit_action(
            action=milestone.action,
            by=officer,
            version=0,
            changes={"start_on": datetime.date(2026, 9, 2)},
        )

    milestone.action.refresh_from_db()
    assert milestone.action.start_on == datetime.date(2026, 1, 5)


@pytest.mark.django_db(transaction=True)
def test_milestone_reached_twice_in_the_same_moment_is_reached_once(milestone, lead, officer, tmp_path):
    def reach(by, day):
        seen = Milestone.objects.select_related("action").get(pk=milestone.pk)
        return reach_milestone(milestone=seen, by=by, on=TODAY, reached_on=day).reached_by.name

    outcomes = at_once(
        [lambda: reach(lead, TODAY), lambda: reach(officer, datetime.date(2026, 6, 1))], folder=tmp_path
    )

    refused = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    won = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert (len(refused), len(won)) == (1, 1)
    assert str(refused[0]).startswith(f"{won[0]} has already said that it was reached")
