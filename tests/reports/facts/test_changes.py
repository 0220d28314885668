"""What happened to actions in a period, held against a replay of their whole history."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.rules.movement import MOVED
from reports.facts import Facts, Period, action_facts, change_facts
from tests.actions.conftest import TODAY
from tests.actions.replay import DAY, live
from tests.factories.actions import ActionFactory, UpdateFactory

pytestmark = pytest.mark.django_db
LIVES = 60


@pytest.mark.parametrize("seed", [1, 2])
def test_what_changed_in_a_period_is_what_a_replay_of_history_tells(seed):
    lives = live(LIVES, seed=seed, until=TODAY)
    seen = set()
    for end in (TODAY, TODAY - DAY, TODAY - 200 * DAY, TODAY - 500 * DAY):
        late = [life.at_end_of(end).due_on for life in lives if life.at_end_of(end).is_late(end)]
        # Becoming late is a matter of single days.
        edges = [due + days * DAY for due in late[:3] for days in (0, 1, 2)]
        for start in [*(end - days * DAY for days in (0, 1, 30, 91, 365, 2000)), *edges]:
            facts = change_facts(Facts(Period(start, end)), since=start)
            for name in MOVED:
                # The replay puts a correction where it stands, whenever it was posted; the test below does not.
                if name == "confidence_fell" and end != TODAY:
                    continue
                expected = {life.action.pk for life in lives if life.moved(name, start, end)}
                assert {action.pk for action in facts.actions[name]} == expected, (name, start, end)
                seen |= {name} if expected else set()
    assert seen == set(MOVED)


@pytest.mark.parametrize(("said", "corrected", "fell"), [("low", "high", True), ("high", "low", False)])
def test_correction_after_the_period_changes_nothing_in_it(period, said, corrected, fell):
    action = ActionFactory()
    UpdateFactory(action=action, confidence="high", posted_at=moment(2, 1))
    last = UpdateFactory(action=action, confidence=said, posted_at=moment(3, 10))
    since = datetime.date(2026, 3, 1)
    before = change_facts(Facts(period), since=since).actions["confidence_fell"]
    UpdateFactory(
        action=action,
        confidence=corrected,
        posted_at=moment(5, 5),
        corrects=last,
        correction_reason="A slip",
        stands_at=last.posted_at,
    )

    after = change_facts(Facts(period), since=since).actions["confidence_fell"]

    assert before == after == ([action] if fell else [])


def moment(month, day):
    return datetime.datetime(2026, month, day, 9, tzinfo=datetime.UTC)


def test_what_changed_is_told_from_the_actions_that_were_read_already(period):
    known = Facts(period)
    known.about_period(action_facts)
    assert known.scale
    with CaptureQueriesContext(connection) as captured:
        change_facts(known, since=period.start)

    assert len(captured) == 0
