"""What reports promise and answer, and what the rules keep."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.exceptions import Refused, StaleRecord
from portal.models import Role
from reports.models import Answer, Commitment, Report
from reports.rendering.places import content_of, places_in
from reports.services import commitments as services
from reports.services.sections import add_section, edit_section
from reports.services.workflow import approve_report, withdraw_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    CommitteeFactory,
    MeetingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_queue")]
TODAY = datetime.date(2026, 12, 1)
LATER = datetime.date(2026, 12, 31)


def states() -> dict[int, str]:
    return dict(Commitment.objects.with_state(on=TODAY).values_list("pk", "state"))


def place(report, number=1):
    return places_in(content_of(report))[number - 1]


def add(report, **values):
    details = {"wording": "We will look again.", "owner": "Head of Care", "due_on": LATER, **values}
    return services.add_commitment(by=UserFactory(), report=report, paragraph=place(report), **details)


def next_report(commitment, **values):
    """A report to a later meeting of the committee."""
    meeting = MeetingFactory(committee=commitment.report.meeting.committee, held_on=LATER)
    return ReportFactory(meeting=meeting, **values)


def test_commitment_is_added_with_its_paragraph_and_the_report_has_changed():
    section = SectionFactory(body="First.\n\nWe will look again.\n\n- in May")
    report = section.report

    commitment = services.add_commitment(
        by=UserFactory(),
        report=report,
        paragraph=place(report, 2),
        wording="We will look again.",
        owner="Head of Care",
        due_on=LATER,
    )

    assert (commitment.paragraph, commitment.paragraph_words) == (2, "We will look again.\nin May")
    assert Report.objects.get().version == 1


def test_state_follows_the_report_the_day_and_the_published_answer():
    answered, dropped, owed = (CommitmentFactory() for _ in range(3))
    for commitment, values in ((answered, {}), (dropped, {"reason": "The law has changed"})):
        AnswerFactory(commitment=commitment, report=next_report(commitment, published=True), **values)
    AnswerFactory(commitment=owed, report=next_report(owed, approved=True))
    AnswerFactory(commitment=owed, report=ReportFactory(withdrawn=True))
    yesterday = CommitmentFactory(due_on=TODAY - datetime.timedelta(days=1))
    today = CommitmentFactory(due_on=TODAY)
    draft = CommitmentFactory(report=ReportFactory(approved=True))
    withdrawn = CommitmentFactory(report=ReportFactory(withdrawn=True))

    assert states() == {
        answered.pk: "answered",
        dropped.pk: "dropped",
        owed.pk: "open",
        yesterday.pk: "overdue",
        today.pk: "open",
        draft.pk: "proposed",
        withdrawn.pk: "withdrawn",
    }


def test_commitment_is_open_again_when_the_report_that_answered_it_is_withdrawn():
    commitment = CommitmentFactory()
    answering = next_report(commitment, published=True)
    AnswerFactory(commitment=commitment, report=answering)
    assert states() == {commitment.pk: "answered"}

    withdraw_report(report=answering, by=UserFactory(), version=0, reason="A figure was wrong")

    assert states() == {commitment.pk: "open"}
    assert list(Commitment.objects.brought_to(next_report_again(commitment))) == [commitment]


def next_report_again(commitment):
    held_on = LATER + datetime.timedelta(days=90)
    return ReportFactory(
        meeting=MeetingFactory(committee=commitment.report.meeting.committee, held_on=held_on)
    )


def test_only_open_commitments_of_the_committee_and_of_former_ones_come_to_a_draft():
    owed = CommitmentFactory()
    draft = next_report(owed)
    answered = CommitmentFactory(report=owed.report)
    AnswerFactory(
        commitment=answered, report=ReportFactory(published=True, meeting=draft.meeting), paragraph=1
    )
    answered_here = CommitmentFactory(report=owed.report)
    AnswerFactory(commitment=answered_here, report=draft)
    former = CommitmentFactory(
        report__meeting__committee=CommitteeFactory(is_active=False),
    )
    CommitmentFactory()
    CommitmentFactory(report=ReportFactory(approved=True, meeting=owed.report.meeting))

    assert set(Commitment.objects.brought_to(draft)) == {owed, answered_here, former}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"due_on": datetime.date(2026, 4, 30)}, "due_on"),
        ({"due_on": None, "due_meeting": datetime.date(2026, 6, 1)}, "due_meeting"),
    ],
)
def test_commitment_that_was_due_before_the_report_is_refused(values, field):
    report = SectionFactory(report__meeting__held_on=datetime.date(2026, 6, 1)).report
    if field == "due_meeting":
        values = {**values, "due_meeting": report.meeting}

    with pytest.raises(Refused) as refused:
        add(report, **values)

    assert refused.value.fields == (field,)
    assert not Commitment.objects.exists()


def test_published_report_promises_only_in_its_own_words():
    report = SectionFactory(body="We will  look\nagain, soon.", report__published=True).report

    with pytest.raises(Refused, match="copy them from paragraph 1"):
        add(report, wording="We will never look again")

    assert add(report, wording="we will look again").wording == "we will look again"


def test_commitment_of_a_withdrawn_report_is_refused():
    report = SectionFactory(report__withdrawn=True).report

    with pytest.raises(Refused, match="withdrawn"):
        add(report)


def test_commitment_is_recorded_once():
    report = SectionFactory().report
    add(report)

    with pytest.raises(Refused, match="recorded already"):
        add(report)


@pytest.mark.parametrize("change", ["edit", "remove"])
def test_commitment_stays_as_it_was_approved(change):
    commitment = CommitmentFactory(report=SectionFactory(report__approved=True).report)

    with pytest.raises(Refused, match="approved"):
        change_or_remove(change, commitment)

    assert Commitment.objects.get().wording == commitment.wording


@pytest.mark.parametrize("change", ["edit", "remove"])
def test_stale_change_of_a_commitment_is_refused(change):
    commitment = CommitmentFactory(report=SectionFactory().report, version=1)

    with pytest.raises(StaleRecord):
        change_or_remove(change, commitment)


def change_or_remove(change, commitment):
    by = UserFactory()
    if change == "remove":
        services.remove_commitment(commitment=commitment, by=by, version=0)
        return
    changes = {"wording": "Else", "owner": "Nobody", "due_meeting": None, "due_on": LATER}
    services.edit_commitment(
        commitment=commitment, by=by, version=0, paragraph=place(commitment.report), changes=changes
    )


def test_commitment_moves_with_its_paragraph_and_is_fixed_when_the_report_is_approved():
    words = "We will look again at the front door in the next report."
    soon = timezone.localdate() + datetime.timedelta(days=60)
    section = SectionFactory(body=words, position=1, report__meeting__held_on=soon)
    commitment = add(section.report)
    add_section(by=UserFactory(), report=section.report, heading="First", body="One.\n\nTwo.", after=None)
    section.refresh_from_db()
    edit_section(
        section=section,
        by=UserFactory(),
        version=0,
        changes={"body": "We shall look again at the front door in the next report."},
    )
    report = in_review(section.report)

    approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)

    commitment.refresh_from_db()
    assert (commitment.paragraph, commitment.version) == (3, 0)
    assert commitment.paragraph_words == "We shall look again at the front door in the next report."


def test_report_is_not_approved_while_two_commitments_say_the_same():
    report = SectionFactory(report__in_review=True, body="{#late} This is late.").report
    for wording in ("We will act on {late}.", "We will act on 1."):
        CommitmentFactory(report=report, wording=wording, paragraph_words="This is late.")

    with pytest.raises(Refused, match=r"^“We will act on 1\.” is recorded twice as a commitment\."):
        approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)


def test_report_is_not_approved_while_the_paragraph_of_a_commitment_is_gone():
    section = SectionFactory(body="We will look again.")
    add(section.report)
    edit_section(section=section, by=UserFactory(), version=0, changes={"body": "Nothing of the sort."})
    report = in_review(section.report)

    with pytest.raises(Refused, match=r"“We will look again\.” is no longer in the report"):
        approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)

    assert Report.objects.get().status == Report.Status.IN_REVIEW


def in_review(report):
    Report.objects.filter(pk=report.pk).update(status=Report.Status.IN_REVIEW)
    return Report.objects.get(pk=report.pk)


def test_answer_of_a_draft_holds_once_it_is_published():
    commitment = CommitmentFactory()
    report = SectionFactory(report=next_report(commitment)).report

    services.answer_commitment(
        commitment=commitment, report=report, by=UserFactory(), paragraph=place(report)
    )

    assert states() == {commitment.pk: "open"}
    report.refresh_from_db()
    assert report.version == 1


def test_commitment_is_answered_once_in_a_report():
    answer = AnswerFactory(commitment=CommitmentFactory(), report=ReportFactory())
    Report.objects.filter(pk=answer.report_id).update(meeting=later_meeting(answer.commitment))
    report = SectionFactory(report=Report.objects.get(pk=answer.report_id)).report

    with pytest.raises(Refused, match="answers the commitment already"):
        services.answer_commitment(
            commitment=answer.commitment, report=report, by=UserFactory(), paragraph=place(report)
        )


def later_meeting(commitment):
    return MeetingFactory(committee=commitment.report.meeting.committee, held_on=LATER)


def test_report_of_another_committee_answers_nothing():
    report = SectionFactory(report__meeting__held_on=LATER).report

    with pytest.raises(Refused, match="cannot answer"):
        services.answer_commitment(
            commitment=CommitmentFactory(), report=report, by=UserFactory(), paragraph=place(report)
        )


def test_published_report_gives_no_reason_that_is_not_in_it():
    commitment = CommitmentFactory()
    report = SectionFactory(report=next_report(commitment, published=True)).report

    with pytest.raises(Refused, match="gives no such reason"):
        services.answer_commitment(
            commitment=commitment, report=report, by=UserFactory(), paragraph=None, reason="Not needed"
        )

    services.answer_commitment(
        commitment=commitment, report=report, by=UserFactory(), paragraph=place(report)
    )
    assert states() == {commitment.pk: "answered"}


@pytest.mark.parametrize("change", ["edit", "remove"])
def test_answer_stays_as_it_was_approved(change):
    answer = AnswerFactory(report=ReportFactory(approved=True))
    by = UserFactory()

    changes = {"paragraph": None, "reason": "Not needed"} if change == "edit" else {}
    service = getattr(services, f"{change}_answer")

    with pytest.raises(Refused, match="approved"):
        service(answer=answer, by=by, version=0, **changes)

    assert Answer.objects.get().reason == ""


@pytest.mark.parametrize(
    "values",
    [
        {"due_on": None},
        {"wording": ""},
        {"owner": ""},
        {"paragraph_words": ""},
    ],
)
def test_database_keeps_no_incomplete_commitment(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        CommitmentFactory(**values)


def test_database_keeps_one_day_that_a_commitment_is_due():
    meeting = MeetingFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        CommitmentFactory(due_meeting=meeting)


@pytest.mark.parametrize(
    "values",
    [
        {"paragraph": 1, "paragraph_words": "Words", "reason": "Not needed"},
        {"paragraph": None, "paragraph_words": "", "reason": ""},
        {"paragraph": 1, "paragraph_words": ""},
    ],
)
def test_database_keeps_no_answer_that_is_not_one_thing(values):
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerFactory(**values)
