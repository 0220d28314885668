"""Drafts that the portal prepares: when, for which period, with what follows."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from portal.history import history_of
from reports.models import Contribution, Notice, Preparation, Report
from reports.services.preparing import draft_planned, prepare_draft, prepare_due_drafts
from tests.concurrency import at_once
from tests.factories.portal import UserFactory
from tests.factories.reports import ContributorFactory, CycleFactory, MeetingFactory, ReportFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_queue")]
MEETING_DAY = datetime.date(2026, 12, 15)
PREPARED_ON = datetime.date(2026, 11, 3)


@pytest.fixture
def meeting():
    """A meeting at which a report is due, whose draft is prepared on 3 November."""
    return MeetingFactory(committee=CycleFactory().committee, held_on=MEETING_DAY)


def days_of(report):
    return report.period_start_on, report.period_end_on


def test_draft_is_prepared_from_its_day_on_and_once(meeting):
    assert prepare_due_drafts(on=PREPARED_ON - datetime.timedelta(days=1)) == []

    (report,) = prepare_due_drafts(on=PREPARED_ON)

    assert prepare_due_drafts(on=PREPARED_ON) == []
    assert (report.meeting, report.status, report.drafted_by) == (
        meeting,
        "draft",
        meeting.committee.cycle.author,
    )
    assert (report.title, report.author_contact) == (
        "Half-yearly safeguarding report",
        "Assurance Officer, officer@council.example",
    )
    assert report.sections.exists()
    assert "Prepared by the portal" in str([entry.changes for entry in history_of(report)])


@pytest.mark.parametrize("lead", ["Members are invited to", ""])
def test_recommendations_go_on_from_the_words_of_the_committees_last_report(meeting, lead):
    held_on = datetime.date(2026, 6, 16)
    ReportFactory(meeting__committee=meeting.committee, meeting__held_on=held_on, recommendations_lead=lead)

    (report,) = prepare_due_drafts(on=PREPARED_ON)

    assert report.recommendations_lead == lead


def test_draft_of_a_day_that_was_missed_is_prepared_later(meeting):
    (report,) = prepare_due_drafts(on=MEETING_DAY)

    assert report.meeting == meeting


def test_nothing_is_prepared_after_the_meeting(meeting):
    assert prepare_due_drafts(on=MEETING_DAY + datetime.timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("last_end", "start", "end"),
    [
        (None, "2026-05-01", "2026-10-31"),
        ("2026-05-15", "2026-05-16", "2026-10-31"),
        ("2026-10-31", "2026-11-01", "2026-12-07"),
    ],
    ids=["the first report", "after the last", "the last month was reported"],
)
def test_period_reaches_from_the_last_report_to_the_last_full_month(meeting, last_end, start, end):
    if last_end:
        ReportFactory(
            meeting__committee=meeting.committee,
            meeting__held_on=datetime.date(2026, 6, 16),
            period_start_on=datetime.date(2025, 11, 1),
            period_end_on=datetime.date.fromisoformat(last_end),
        )

    (report,) = prepare_due_drafts(on=PREPARED_ON)

    assert days_of(report) == (datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))


def test_withdrawn_draft_that_was_prepared_is_not_prepared_again(meeting):
    (report,) = prepare_due_drafts(on=PREPARED_ON)
    withdrawn = ReportFactory(withdrawn=True)
    steps = ("status", "approved_by", "approved_at", "withdrawn_by", "withdrawn_at", "withdrawal_reason")
    Report.objects.filter(pk=report.pk).update(**{name: getattr(withdrawn, name) for name in steps})

    assert prepare_due_drafts(on=PREPARED_ON) == []


def test_nothing_is_prepared_where_an_officer_has_drafted_one(meeting):
    ReportFactory(meeting=meeting)

    assert prepare_due_drafts(on=PREPARED_ON) == []
    assert prepare_draft(meeting=meeting, cycle=meeting.committee.cycle, on=PREPARED_ON) is None


@pytest.mark.parametrize(
    "change", [{"prepares_drafts": False}, {"months": [6]}, {"committee__is_active": False}]
)
def test_nothing_is_prepared_where_the_cycle_does_not_ask_for_it(change):
    committee = CycleFactory(**change).committee
    MeetingFactory(committee=committee, held_on=MEETING_DAY)

    assert prepare_due_drafts(on=PREPARED_ON) == []


def test_author_who_has_left_keeps_no_other_committee_waiting(meeting):
    gone = CycleFactory(author__is_active=False, committee__name="A")
    MeetingFactory(committee=gone.committee, held_on=MEETING_DAY)

    prepared = prepare_due_drafts(on=PREPARED_ON)

    assert [report.meeting for report in prepared] == [meeting]


def test_contributors_are_asked_and_the_author_is_told(meeting):
    cycle = meeting.committee.cycle
    contributor = ContributorFactory(cycle=cycle, what="Figures")
    ContributorFactory(cycle=cycle, person__is_active=False)

    (report,) = prepare_due_drafts(on=PREPARED_ON)

    contribution = Contribution.objects.get()
    assert (contribution.report, contribution.person, contribution.what) == (
        report,
        contributor.person,
        "Figures",
    )
    assert set(Notice.objects.values_list("person", "kind", "state")) == {
        (contributor.person.pk, "asked", "waiting"),
        (cycle.author.pk, "prepared", "waiting"),
    }


def test_contributors_are_asked_for_a_report_that_is_drafted_by_hand(meeting):
    contributor = ContributorFactory(cycle=meeting.committee.cycle)
    details = {
        "meeting": meeting,
        "title": "By hand",
        "period_start_on": datetime.date(2026, 5, 1),
        "period_end_on": datetime.date(2026, 10, 31),
        "report_of": "Director",
        "author_contact": "a",
        "chief_officer_contact": "c",
    }

    report = draft_planned(by=UserFactory(), details=details)

    assert list(Notice.objects.values_list("report", "person", "kind")) == [
        (report.pk, contributor.person.pk, "asked")
    ]


def test_nothing_is_kept_of_a_draft_whose_contributors_cannot_be_asked(meeting, monkeypatch):
    ContributorFactory(cycle=meeting.committee.cycle)
    monkeypatch.setattr(Notice, "new_message_id", lambda site: None)

    assert prepare_due_drafts(on=PREPARED_ON) == []

    monkeypatch.undo()
    assert (Report.objects.count(), Preparation.objects.count(), Contribution.objects.count()) == (0, 0, 0)


def test_second_preparation_for_a_meeting_is_impossible(meeting):
    Preparation.objects.create(meeting=meeting, report=ReportFactory(meeting=meeting))

    with pytest.raises(IntegrityError), transaction.atomic():
        Preparation.objects.create(meeting=meeting, report=ReportFactory(meeting=meeting))


@pytest.mark.django_db(transaction=True)
def test_two_who_prepare_at_once_prepare_one_draft(meeting, tmp_path):
    ContributorFactory(cycle=meeting.committee.cycle)
    cycle = meeting.committee.cycle

    def prepare():
        return prepare_draft(meeting=meeting, cycle=cycle, on=PREPARED_ON) is not None

    outcomes = at_once([prepare, prepare], folder=tmp_path)
    kept = at_once([lambda: (Report.objects.count(), Notice.objects.count())], folder=tmp_path)

    assert sorted(outcomes) == [False, True]
    assert kept == [(1, 2)]
