"""What the committee resolved, and what the rules keep."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from portal.exceptions import Refused, StaleRecord
from reports.models import Resolution
from reports.services import resolutions as services
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    MeetingFactory,
    RecommendationFactory,
    ReportFactory,
    ResolutionFactory,
)

pytestmark = pytest.mark.django_db
MEETING = datetime.date(2026, 6, 16)
TODAY = datetime.date(2026, 9, 1)
NOTHING_TO_DO = {"wording": "", "owner": "", "due_on": None}
DAY = datetime.timedelta(days=1)


@pytest.fixture
def recommendation():
    return RecommendationFactory(report__published=True, report__meeting__held_on=MEETING)


def record(recommendation, decision="as_recommended", *, meeting=None, on=TODAY, **details):
    return services.record_resolution(
        by=UserFactory(),
        on=on,
        recommendation=recommendation,
        meeting=meeting or recommendation.report.meeting,
        details={**NOTHING_TO_DO, "decision": decision, **details},
    )


def later_meeting(recommendation, **values):
    values = {"committee": recommendation.report.meeting.committee, "held_on": MEETING + 30 * DAY, **values}
    return MeetingFactory(**values)


def test_state_follows_the_decision_the_owner_the_day_and_the_outcome():
    owned = {"owner": "Head of Care", "due_on": TODAY}
    late = {**owned, "due_on": TODAY - DAY}
    done = {**late, "outcome": "Done", "finished_on": TODAY}
    rows = {
        ResolutionFactory().pk: "agreed",
        ResolutionFactory(**owned).pk: "open",
        ResolutionFactory(**late).pk: "overdue",
        ResolutionFactory(**done).pk: "finished",
        ResolutionFactory(decision="not_agreed").pk: "not_agreed",
        ResolutionFactory(decision="amended", wording="Else", **owned).pk: "open",
    }
    deferred = ResolutionFactory(decision="deferred")
    taken_up = ResolutionFactory(decision="deferred")
    later = ResolutionFactory(
        recommendation=taken_up.recommendation,
        meeting=MeetingFactory(held_on=taken_up.meeting.held_on + DAY),
        decision="deferred",
    )
    rows |= {deferred.pk: "deferred", taken_up.pk: "taken_up", later.pk: "deferred"}

    found = Resolution.objects.with_state(on=TODAY)

    assert dict(found.values_list("pk", "state")) == rows
    assert found.unfinished().count() == 5


def test_unfinished_resolutions_return_in_the_next_report_of_the_committee(recommendation):
    resolution = record(recommendation, owner="Head of Care", due_on=TODAY)
    ResolutionFactory(owned=True)
    draft = ReportFactory(meeting=later_meeting(recommendation))

    assert list(Resolution.objects.brought_to(draft)) == [resolution]


def test_resolution_of_a_report_that_is_not_published_is_refused():
    with pytest.raises(Refused, match="Only on a published report"):
        record(RecommendationFactory(report__approved=True))


def test_meeting_that_is_still_to_come_has_resolved_nothing(recommendation):
    with pytest.raises(Refused, match="not been held") as refused:
        record(recommendation, on=MEETING - DAY)

    assert refused.value.fields == ("meeting",)
    assert record(recommendation, on=MEETING).meeting.held_on == MEETING


def test_meeting_of_another_committee_or_before_the_report_is_refused(recommendation):
    before = later_meeting(recommendation, held_on=MEETING - DAY)

    for meeting in (before, MeetingFactory(held_on=MEETING + DAY)):
        with pytest.raises(Refused, match="Choose the meeting that the report was for"):
            record(recommendation, meeting=meeting)


def test_committee_with_a_new_name_decides_what_the_former_one_was_asked(recommendation):
    committee = recommendation.report.meeting.committee
    committee.is_active = False
    committee.save()

    meeting = MeetingFactory(held_on=MEETING + DAY)

    assert record(recommendation, meeting=meeting).meeting == meeting


def test_recommendation_is_decided_once_and_a_deferred_one_again_later(recommendation):
    record(recommendation, "deferred")
    with pytest.raises(Refused, match="is recorded already"):
        record(recommendation, "deferred")
    record(recommendation, meeting=later_meeting(recommendation))

    with pytest.raises(Refused, match="has decided"):
        record(recommendation, meeting=later_meeting(recommendation, held_on=TODAY))


def test_task_that_was_due_before_the_meeting_is_refused(recommendation):
    with pytest.raises(Refused, match="Enter the day of the meeting, 16 June 2026") as refused:
        record(recommendation, owner="Head of Care", due_on=MEETING - DAY)

    assert refused.value.fields == ("due_on",)


def test_resolution_that_a_later_meeting_took_up_stays_deferred(recommendation):
    deferred = record(recommendation, "deferred")
    record(recommendation, meeting=later_meeting(recommendation))

    with pytest.raises(Refused, match="A later meeting has decided") as refused:
        change(deferred, decision="not_agreed")

    assert refused.value.fields == ("decision",)


def test_resolution_with_an_outcome_keeps_its_task(recommendation):
    resolution = record(recommendation, owner="Head of Care", due_on=TODAY)
    finish(resolution, finished_on=TODAY)

    with pytest.raises(Refused, match="outcome is recorded"):
        change(resolution, version=1)


def change(resolution, *, version=0, **changes):
    values = {"decision": "as_recommended", **NOTHING_TO_DO, **changes}
    return services.edit_resolution(resolution=resolution, by=UserFactory(), version=version, changes=values)


def finish(resolution, *, version=0, finished_on=TODAY):
    return services.finish_resolution(
        resolution=resolution,
        by=UserFactory(),
        version=version,
        on=TODAY,
        outcome="Members were shown round",
        finished_on=finished_on,
    )


@pytest.mark.parametrize("day", [MEETING - DAY, TODAY + DAY])
def test_outcome_before_the_meeting_or_after_today_is_refused(recommendation, day):
    resolution = record(recommendation, owner="Head of Care", due_on=TODAY)

    with pytest.raises(Refused, match="from that of the meeting, 16 June 2026, to today"):
        finish(resolution, finished_on=day)


def test_outcome_of_nothing_to_do_is_refused(recommendation):
    with pytest.raises(Refused, match="no outcome to record"):
        finish(record(recommendation))


def test_stale_changes_of_a_resolution_are_refused(recommendation):
    resolution = record(recommendation, owner="Head of Care", due_on=TODAY)
    finish(resolution)

    with pytest.raises(StaleRecord):
        finish(resolution)
    with pytest.raises(StaleRecord):
        change(resolution, owner="Somebody else", due_on=TODAY)


@pytest.mark.parametrize(
    "values",
    [
        {"wording": "Else"},
        {"decision": "amended"},
        {"owner": "Head of Care"},
        {"due_on": TODAY},
        {"decision": "not_agreed", "owner": "Head of Care", "due_on": TODAY},
        {"owner": "Head of Care", "due_on": TODAY, "outcome": "Done"},
        {"outcome": "Done", "finished_on": TODAY},
    ],
)
def test_database_keeps_no_incomplete_resolution(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        ResolutionFactory(**values)
