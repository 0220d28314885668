"""What happened to actions in a period, held against a replay of their whole history."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from actions.rules.movement import MOVED
from reports.facts import Facts, Period, action_facts, change_facts
from tests.actions.conftest import TODAY
from tests.actions.replay import DAY, live

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
                # The replay puts a correction where it stands, whenever it was posted.
                if name == "confidence_fell" and end != TODAY:
                    continue
                expected = {life.action.pk for life in lives if life.moved(name, start, end)}
                assert {action.pk for action in facts.actions[name]} == expected, (name, start, end)
                seen |= {name} if expected else set()
    assert seen == set(MOVED)


def test_what_changed_is_told_from_the_actions_that_were_read_already(period):
    known = Facts(period)
    known.about_period(action_facts)
    assert known.scale
    with CaptureQueriesContext(connection) as captured:
        change_facts(known, since=period.start)

    assert len(captured) == 0
