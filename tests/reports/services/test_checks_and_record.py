"""What the checks find by the record: what is owed, other numbers, and what the council's lists name."""

import datetime

import pytest
from django.utils import timezone

from portal.models import CouncilSettings
from portal.wording import day
from reports.checks import results_of
from reports.models import Report, Section
from tests.factories.actions import ActionFactory, GroupFactory
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    CommitteeFactory,
    MeetingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def found(report):
    return results_of(Report.objects.get(pk=report.pk), on=timezone.localdate())


def test_commitments_are_owed_when_they_are_due_by_the_meeting():
    day = datetime.date(2026, 7, 14)
    report = ReportFactory(meeting__held_on=day)
    committee = report.meeting.committee
    earlier = ReportFactory(
        published=True, meeting=MeetingFactory(committee=committee, held_on=day.replace(year=2025))
    )
    *_, answered = (
        CommitmentFactory(report=earlier, wording=name, due_on=when, due_meeting=None)
        for name, when in (("Due", day), ("Later", day.replace(year=2027)), ("Answered", day))
    )
    AnswerFactory(commitment=answered, report=report)

    assert [result.finding.message for result in found(report) if result.check.name == "commitments"] == [
        "It is not answered: “Due”"
    ]


def test_numbers_are_compared_with_the_record_as_it_is_now():
    body = "One action had been agreed by the end of the period. Members may ask about one of them."
    report = SectionFactory(kind=Section.Kind.ACTIONS, body=body).report

    assert [result.finding.message for result in found(report)] == [
        "It says “One action had been agreed by the end of the period.” "
        "The record says “No action had been agreed by the end of the period.”"
    ]


def test_what_the_record_lets_stand_is_asked_anew_of_a_text_that_was_read_before():
    report = SectionFactory(body="Mrs Kaur of 12 Fen Street called 01632 960 123.").report
    CouncilSettings.objects.create(name="Fenwold Council")
    before = [result.check.name for result in found(report)]

    UserFactory(name="Asha Kaur")
    CouncilSettings.objects.update(contact_line="12 Fen Street, 01632 960 123")

    assert before == ["names", "addresses", "phones"]
    assert found(report) == []


def test_commitment_that_is_kept_from_the_public_is_to_be_answered_all_the_same():
    report = ReportFactory()
    earlier = ReportFactory(
        published=True,
        meeting=MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2025, 7, 14)),
    )
    due = {"report": earlier, "due_on": datetime.date(2025, 8, 1)}
    CommitmentFactory(wording="Kept back", is_exempt=True, **due)
    CommitmentFactory(wording="Marked {exempt A}", **due)

    messages = [row.finding.message for row in found(report) if row.check.name == "commitments"]

    assert messages == ["It is not answered: “Kept back”", "It is not answered: “Marked {exempt A}”"]


def test_number_of_a_measure_is_compared_with_the_record_at_the_end_of_the_period():
    section = SectionFactory(body="Visits in time were at 84%.")
    end = section.report.period_end_on
    measure = MeasureFactory(name="Visits in time", unit="percent")
    MeasurementFactory(measure=measure, measured_on=end, value=81)
    MeasurementFactory(measure=measure, measured_on=end + datetime.timedelta(days=1), value=84)

    assert [result.finding.message for result in found(section.report)] == [
        f"Visits in time: the text says 84%, and the record says 81% ({day(end)})."
    ]
    ActionFactory(measure=measure, baseline=60, target=84)
    assert found(section.report) == []


def test_bodies_on_the_councils_lists_are_no_names_of_people():
    section = SectionFactory(
        body="Oliver Smith and Grant Thornton came, and Paul Curran told us of Mary Seacole."
    )
    OrganisationFactory(name="Grant Thornton")
    GroupFactory(name="Mary Seacole")
    CommitteeFactory(name="Paul Curran")

    assert [result.finding.message.split("”")[0] for result in found(section.report)] == ["“Oliver Smith"]
