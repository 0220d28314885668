"""What may not be delivered as agreed, and why."""

import datetime

import pytest

from actions.models import Status
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from tests.factories.actions import (
    ActionFactory,
    DependencyFactory,
    MilestoneFactory,
    TransitionFactory,
    UpdateFactory,
)

pytestmark = pytest.mark.django_db
RISK = Section.Kind.RISK
DURING = datetime.datetime(2026, 3, 15, tzinfo=datetime.UTC)
AFTER = datetime.datetime(2026, 5, 15, tzinfo=datetime.UTC)


def action(number, title, **values):
    return ActionFactory(title=title, reference=f"A-2026-00{number}", **values)


def due(month, day):
    return {"original_due_on": datetime.date(2026, month, day)}


def test_no_open_action_and_no_risk_are_said_in_a_sentence(period):
    assert (
        draft_text(RISK, Facts(period)) == "No action was open by the end of the period, so none is at risk."
    )

    action(1, "Visit")

    assert draft_text(RISK, Facts(period)) == (
        "One action is open. None is late or at risk, and no lead’s confidence is low."
    )


def test_actions_are_told_with_what_stands_in_their_way(period):
    late = action(1, "Visit", **due(3, 2))
    UpdateFactory(action=late, confidence="low", posted_at=DURING)
    action(2, "Wait *here*.", status=Status.PAUSED, **due(6, 1))
    action(3, "Begin", status=Status.NOT_STARTED, start_on=datetime.date(2026, 2, 1), **due(7, 1))
    step = action(4, "Step", **due(8, 1))
    MilestoneFactory.create_batch(2, action=step, due_on=datetime.date(2026, 4, 1))
    doubted = action(5, "Doubt", **due(9, 1))
    UpdateFactory(action=doubted, confidence="low", posted_at=DURING)
    held = action(6, "Follow", **due(10, 1))
    DependencyFactory(action=held, waits_for=action(7, "Lead", **due(11, 1)), added_at=DURING)
    near = action(8, "Near", **due(5, 4))
    MilestoneFactory(action=near, due_on=datetime.date(2026, 5, 3))

    assert draft_text(RISK, Facts(period)) == (
        "Eight actions are open. One is late and five are at risk. Two are held with low confidence by the lead.\n\n"
        "**Late.**\n\n"
        "- Visit (A-2026-001), due 2 March 2026. Its lead does not expect to deliver it in time\n\n"
        "**At risk.**\n\n"
        "- Near (A-2026-008), due 4 May 2026. One milestone is still to be reached\n"
        "- Wait \\*here\\* (A-2026-002), due 1 June 2026. It is paused\n"
        "- Begin (A-2026-003), due 1 July 2026. It was to start on 1 February 2026\n"
        "- Step (A-2026-004), due 1 August 2026. Two milestones are late\n"
        "- Follow (A-2026-006), due 1 October 2026. It waits for Lead (A-2026-007)\n\n"
        "**Low confidence.**\n\n"
        "- Doubt (A-2026-005), due 1 September 2026. Its lead does not expect to deliver it in time"
    )


def test_risks_are_those_of_the_periods_last_day(period):
    reached = action(1, "Reach", **due(8, 1))
    MilestoneFactory(
        action=reached,
        due_on=datetime.date(2026, 4, 1),
        reached_on=datetime.date(2026, 5, 2),
        reached_by=reached.lead,
    )
    MilestoneFactory(
        action=reached,
        due_on=datetime.date(2026, 4, 1),
        reached_on=datetime.date(2026, 4, 30),
        reached_by=reached.lead,
    )
    paused = action(2, "Pause", status=Status.PAUSED, **due(9, 1))
    TransitionFactory(action=paused, from_status=Status.IN_PROGRESS, to_status=Status.PAUSED, made_at=AFTER)
    doubted = action(3, "Doubt", **due(10, 1))
    UpdateFactory(action=doubted, confidence="low", posted_at=AFTER)
    held = action(4, "Follow", **due(11, 1))
    DependencyFactory(action=held, waits_for=action(5, "Lead", **due(12, 1)), added_at=AFTER)

    assert draft_text(RISK, Facts(period)) == (
        "Five actions are open. None are late and one is at risk. None are held with low confidence by the lead.\n\n"
        "**At risk.**\n\n- Reach (A-2026-001), due 1 August 2026. One milestone is late"
    )


def test_risk_needs_as_many_queries_for_three_actions_as_for_one(queries_of):
    def add(number):
        held = action(number, "Follow", **due(4, 1))
        MilestoneFactory(action=held)
        DependencyFactory(action=held)
        UpdateFactory(action=held, posted_at=DURING)

    add(1)
    first = queries_of(RISK)
    add(2)
    add(3)

    assert queries_of(RISK) == first
