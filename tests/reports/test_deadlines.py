"""The days by which each step of a report is due."""

import datetime

import pytest

from reports.deadlines import (
    contribution_due_on,
    deadlines_of,
    is_late,
    next_step,
    was_asked_late,
    with_report_due,
)
from reports.models import Meeting
from tests.factories.reports import (
    CommitteeFactory,
    ContributionFactory,
    CycleFactory,
    MeetingFactory,
    ReportFactory,
)

pytestmark = pytest.mark.django_db


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("meeting", "contributions", "review", "approval", "publication"),
    [
        ("2026-03-17", "2026-02-19", "2026-02-25", "2026-03-04", "2026-03-09"),
        ("2026-04-08", "2026-03-11", "2026-03-17", "2026-03-24", "2026-03-27"),
        ("2026-04-21", "2026-03-24", "2026-03-30", "2026-04-08", "2026-04-13"),
        ("2027-01-06", "2026-12-08", "2026-12-14", "2026-12-21", "2026-12-24"),
        ("2027-01-12", "2026-12-14", "2026-12-18", "2026-12-29", "2027-01-04"),
    ],
    ids=["in March", "after Easter", "with Easter between", "after Christmas", "with Christmas between"],
)
def test_deadlines_count_back_in_working_days(meeting, contributions, review, approval, publication):
    days = deadlines_of(MeetingFactory(held_on=day(meeting)))

    assert (days.contributions, days.review) == (day(contributions), day(review))
    assert (days.approval, days.publication) == (day(approval), day(publication))


def test_deadlines_are_those_of_the_committees_cycle():
    cycle = CycleFactory(contributions_days=5, review_days=2, approval_days=0)

    days = deadlines_of(MeetingFactory(committee=cycle.committee, held_on=day("2026-04-21")))

    assert (days.contributions, days.review, days.approval, days.publication) == (
        day("2026-04-02"),
        day("2026-04-09"),
        day("2026-04-13"),
        day("2026-04-13"),
    )


@pytest.mark.parametrize(
    ("published", "late"), [("2026-12-24", False), ("2026-12-25", True), ("2027-01-06", True)]
)
def test_publication_is_late_from_the_day_after_the_last(published, late):
    assert is_late(MeetingFactory(held_on=day("2027-01-06")), on=day(published)) is late


@pytest.mark.parametrize(
    ("state", "on", "awaited", "step"),
    [
        ({}, "2026-03-24", True, ("Contributions", "2026-03-24")),
        ({}, "2026-03-25", True, ("Send for review", "2026-03-30")),
        ({}, "2026-03-01", False, ("Send for review", "2026-03-30")),
        ({"in_review": True}, "2026-03-01", True, ("Approve", "2026-04-08")),
        ({"approved": True}, "2026-03-01", False, ("Publish", "2026-04-13")),
        ({"published": True}, "2026-03-01", False, None),
        ({"withdrawn": True}, "2026-03-01", False, None),
    ],
)
def test_next_step(state, on, awaited, step):
    report = ReportFactory(meeting__held_on=day("2026-04-21"), **state)

    expected = step and (step[0], day(step[1]))
    until = deadlines_of(report.meeting).contributions if awaited else None
    assert next_step(report, on=day(on), awaited_until=until) == expected


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-03-24", "2026-03-24"),
        ("2026-03-25", "2026-03-30"),
        ("2026-03-27", "2026-03-30"),
        ("2026-03-30", "2026-04-02"),
        ("2026-04-08", "2026-04-10"),
        ("2026-04-13", "2026-04-14"),
        ("2026-04-17", "2026-04-20"),
    ],
    ids=[
        "in time",
        "a day late",
        "with the review near",
        "on the day of the review",
        "with publication near",
        "on the last day of publication",
        "before a weekend",
    ],
)
def test_contribution_is_never_due_on_a_day_that_had_gone_when_it_was_asked_for(asked, due):
    asked_at = datetime.datetime.fromisoformat(f"{asked}T10:00+00:00")
    contribution = ContributionFactory(report__meeting__held_on=day("2026-04-21"), asked_at=asked_at)

    assert contribution_due_on(contribution) == day(due)
    assert was_asked_late(contribution) is (asked != due)


def test_report_is_due_at_the_first_meeting_of_each_month_of_the_cycle():
    cycle, other = CycleFactory(months=[6, 12]), CommitteeFactory()
    days = ("2026-06-02", "2026-06-30", "2026-09-15", "2026-12-01", "2027-06-01")
    for held_on in days:
        for committee in (cycle.committee, other):
            MeetingFactory(committee=committee, held_on=day(held_on))
    meetings = Meeting.objects.select_related("committee__cycle").order_by("held_on", "pk")

    due = with_report_due(meetings)

    assert [(meeting.committee, meeting.held_on) for meeting in due] == [
        (cycle.committee, day(held_on)) for held_on in ("2026-06-02", "2026-12-01", "2027-06-01")
    ]
