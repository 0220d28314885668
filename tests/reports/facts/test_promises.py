"""What the committee resolved, in the order in which the ledger has it."""

import datetime

import pytest

from reports.facts.promises import resolution_facts, written_on
from reports.models import Resolution
from tests.factories.reports import MeetingFactory, ReportFactory, ResolutionFactory

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def test_resolutions_are_told_in_the_order_of_the_ledger():
    report = ReportFactory()
    committee, held_on = report.meeting.committee, report.meeting.held_on
    today = written_on(report)
    task = {"owner": "Head of Service"}
    done = {**task, "outcome": "Done.", "finished_on": report.period_end_on}
    for days in (60, 30, 90):
        meeting = MeetingFactory(committee=committee, held_on=held_on - days * DAY)
        earlier = ReportFactory(meeting=meeting, published=True)
        of_meeting = {"recommendation__report": earlier, "meeting": meeting}
        for due in (2, 1, 1):
            ResolutionFactory(**of_meeting, **done, due_on=today - due * DAY)
            ResolutionFactory(**of_meeting, decision="deferred")
            ResolutionFactory(**of_meeting, **task, due_on=today + due * DAY)
            ResolutionFactory(**of_meeting, **task, due_on=today - due * DAY)

    told = [fact.resolution for fact in resolution_facts(report)]

    assert len(told) == 36
    assert told == list(Resolution.objects.with_state(on=today).in_order())
