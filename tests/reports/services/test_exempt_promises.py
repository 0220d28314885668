"""What is promised or answered where the public may not read stays there."""

import datetime

import pytest
import time_machine

from portal.models import Role
from reports.models import Answer, Commitment, Report, Section
from reports.rendering.places import content_of, places_in
from reports.rendering.snapshot import build_snapshot
from reports.services import commitments as services
from reports.services.workflow import approve_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    ExemptionFactory,
    MeetingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_queue")]
LATER = datetime.date(2026, 12, 31)
SECRET = "We will look again at the Harbour family in the next report."


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.UTC), tick=False):
        yield


def report_of(body):
    held_on = datetime.date(2026, 12, 1)
    report = SectionFactory(report__in_review=True, report__meeting__held_on=held_on, body=body).report
    ExemptionFactory(report=report, letter="A")
    return report


def place(report, number=1):
    return places_in(content_of(report))[number - 1]


def approve(report):
    report = Report.objects.get(pk=report.pk)
    return approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)


@pytest.mark.parametrize(
    ("body", "is_exempt"),
    [
        (SECRET.replace("the Harbour family", "the families"), True),
        (f"{SECRET} And more.", False),
        (f"{{exempt A}} {SECRET} And more.", True),
    ],
)
def test_exempt_commitment_is_public_only_once_its_paragraph_says_it_in_public(body, is_exempt):
    report = report_of(body)
    CommitmentFactory(report=report, wording=SECRET, paragraph_words=SECRET, is_exempt=True)

    approve(report)

    assert Commitment.objects.get().is_exempt is is_exempt


def test_commitment_is_exempt_once_its_paragraph_is():
    report = report_of(f"{{exempt A}} {SECRET}")
    CommitmentFactory(report=report, wording=SECRET, paragraph_words=SECRET)

    approve(report)

    assert Commitment.objects.get().is_exempt


@pytest.mark.parametrize("field", ["wording", "owner"])
@pytest.mark.parametrize("mark", ["{exempt A}", "{exemption A}"])
def test_commitment_that_holds_a_mark_is_exempt_from_the_first_and_when_it_is_approved(field, mark):
    report = report_of("Said openly.")
    values = {"wording": "Said openly.", "owner": "Head of Care"}
    values[field] = f"{mark} {values[field]}"

    commitment = services.add_commitment(
        by=UserFactory(), report=report, paragraph=place(report), due_on=LATER, **values
    )
    assert commitment.is_exempt
    Commitment.objects.update(is_exempt=False)  # as it was before marks were looked for
    approve(report)

    assert Commitment.objects.get().is_exempt


@pytest.mark.parametrize(
    ("wording", "is_exempt"), [(SECRET, True), ("Said openly.", False), ("{exempt A} Said openly.", True)]
)
def test_exempt_commitment_that_moves_to_an_open_paragraph_is_public_only_in_its_words(wording, is_exempt):
    report = report_of(f"{{exempt A}} {SECRET}\n\nSaid openly.")
    values = {"wording": SECRET, "owner": "Head of Care", "due_on": LATER}
    commitment = services.add_commitment(by=UserFactory(), report=report, paragraph=place(report), **values)
    changes = {**values, "wording": wording, "due_meeting": None}

    services.edit_commitment(
        commitment=commitment, by=UserFactory(), version=0, paragraph=place(report, 2), changes=changes
    )

    assert Commitment.objects.get().is_exempt is is_exempt


def answering(body):
    """A report in review that can answer a commitment, and the commitment."""
    earlier = CommitmentFactory()
    meeting = MeetingFactory(committee=earlier.report.meeting.committee, held_on=datetime.date(2026, 12, 1))
    report = ReportFactory(in_review=True, meeting=meeting)
    ExemptionFactory(report=report, letter="A")
    SectionFactory(report=report, position=1, body=body)
    return report, earlier


def test_reason_that_holds_a_mark_is_exempt_and_stays_so_when_its_mark_is_gone():
    report, earlier = answering("Said openly.")
    reason = f"{{exempt A}} {SECRET}"
    answer = services.answer_commitment(
        commitment=earlier, report=report, by=UserFactory(), paragraph=None, reason=reason
    )
    assert answer.is_exempt

    approve(report)
    answer.refresh_from_db()
    assert (answer.reason, answer.is_exempt) == (SECRET, True)

    Report.objects.filter(pk=report.pk).update(status="draft", approved_by=None, approved_at=None)
    services.edit_answer(answer=answer, by=UserFactory(), version=0, paragraph=None, reason=f"{SECRET} Yes.")
    assert Answer.objects.get().is_exempt


@pytest.mark.parametrize("mark", ["{exempt A}", "{exemption A}"])
def test_reason_from_before_is_exempt_when_it_is_approved(mark):
    report, earlier = answering("Said openly.")
    AnswerFactory(commitment=earlier, report=report, reason=f"{mark} {SECRET}")

    approve(report)

    assert Answer.objects.get().is_exempt


@pytest.mark.parametrize(
    ("body", "is_exempt"), [(f"{{exempt A}} {SECRET}", True), (SECRET, False), (f"{SECRET} More.", False)]
)
def test_answer_is_exempt_as_its_paragraph_is(body, is_exempt):
    report, earlier = answering(body)
    answer = services.answer_commitment(
        commitment=earlier, report=report, by=UserFactory(), paragraph=place(report)
    )
    assert answer.is_exempt is is_exempt
    Answer.objects.update(is_exempt=not is_exempt)

    approve(report)

    assert Answer.objects.get().is_exempt is is_exempt


@pytest.mark.parametrize("is_exempt", [True, False])
def test_text_about_earlier_commitments_gives_no_reason_that_is_exempt(is_exempt):
    report, earlier = answering("Said openly.")
    AnswerFactory(commitment=earlier, report=report, reason=SECRET, is_exempt=is_exempt)
    SectionFactory(report=report, kind=Section.Kind.COMMITMENTS, body="", position=2)

    said = str(build_snapshot(report)["sections"][1])

    assert (SECRET.rstrip(".") in said) is not is_exempt
    assert "No longer due" in said
