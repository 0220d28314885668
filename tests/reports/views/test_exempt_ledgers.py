"""What the ledgers keep back from members: exempt answers, and what was promised and resolved on exempt parts."""

import datetime

import pytest
from django.urls import reverse

from portal.models import Role
from reports.models import Report, Resolution
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    EditionFactory,
    ExemptionFactory,
    MeetingFactory,
    ReportFactory,
    ResolutionFactory,
    write_published_report,
)
from tests.reports.views.ledgers import LEDGER, RESOLUTIONS, page_of, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_member_sees_no_answer_that_is_exempt(client, member):
    shown = CommitmentFactory(wording="We will look.")
    held_on = datetime.date(2026, 12, 1)
    meeting = MeetingFactory(committee=shown.report.meeting.committee, held_on=held_on)
    for number, values in enumerate(
        [{"is_exempt": True, "reason": "Reason 1"}, {"is_exempt": True}, {"reason": "{exempt A} Reason 2"}]
    ):
        report = ReportFactory(published=True, meeting=meeting, title=f"Report {number}")
        AnswerFactory(commitment=shown, report=report, **values)
    EditionFactory(report=shown.report)
    pages = (LEDGER, reverse("reports:paper_detail", args=[shown.report_id]))

    for page in pages:
        [row] = rows(page_of(client, page))
        assert row.startswith("We will look.")
        assert "No longer due, says" not in row
        assert "Answered in paragraph" not in row

    client.force_login(UserFactory(role=Role.OFFICER))
    [row] = rows(page_of(client, LEDGER))
    assert "Reason 1" in row
    assert "Reason 2" in row
    assert "Answered in paragraph 1" in row
    assert "Reason" not in rows(page_of(client, pages[1]))[0]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"is_exempt": True}, "Answered in a part of a report that is not published."),
        ({"reason": "{exempt A} Why"}, "No longer due, for a reason that is not published."),
    ],
)
def test_answer_that_is_exempt_is_said_to_be_so_to_those_who_may_not_read_it(client, member, answer, said):
    AnswerFactory(report=ReportFactory(published=True), **answer)

    (row,) = rows(page_of(client, LEDGER))
    assert row.endswith(said)
    member.reads_exempt_papers = True
    member.save()
    (row,) = rows(page_of(client, LEDGER))
    assert said not in row
    assert ("Why" in row) is ("reason" in answer)


def test_commitment_without_an_answer_is_not_said_to_have_one(client, member):
    CommitmentFactory()

    (row,) = rows(page_of(client, LEDGER))
    assert "not published" not in row


@pytest.mark.parametrize("way", ["chosen", "written", "lead", "section", "heading"])
def test_resolution_on_what_is_exempt_is_for_those_who_may_read_it(client, member, way):
    report = write_published_report().report
    exemption = ExemptionFactory(report=report, letter="A")
    asked = report.recommendations.get()
    if way == "chosen":
        report.recommendations.update(exemption=exemption)
    elif way == "written":
        report.recommendations.update(text="{ exempt a} Note the report")
    elif way == "lead":
        Report.objects.filter(pk=report.pk).update(recommendations_lead="{exempt A} Members decide")
    elif way == "section":
        report.sections.filter(kind="recommendations").update(exemption=exemption)
    else:
        report.sections.filter(kind="recommendations").update(heading="Asked {exempt A}")
    ResolutionFactory(recommendation=asked)
    paper = reverse("reports:paper_detail", args=[report.pk])

    assert rows(page_of(client, RESOLUTIONS)) == []
    assert page_of(client, paper).find(id="followed-up") is None
    client.force_login(UserFactory(role=Role.OFFICER))
    assert len(rows(page_of(client, RESOLUTIONS))) == 1
    assert page_of(client, paper).find(id="followed-up") is None


@pytest.mark.parametrize("field", ["wording", "owner", "outcome"])
@pytest.mark.parametrize("mark", ["{exempt A}", "{Exemption A}", "{\u00a0\u2007\u202fexempt A}"])
def test_resolution_that_holds_a_mark_is_for_those_who_may_read_it(client, member, field, mark):
    report = write_published_report().report
    values = {"wording": "Note it twice", "owner": "Head of Care", "outcome": "Members came"}
    values[field] += f" {mark} to the Harbour family"
    ResolutionFactory(
        recommendation=report.recommendations.get(),
        decision="amended",
        finished_on=datetime.date(2026, 6, 1),
        due_on=datetime.date(2026, 6, 1),
        **values,
    )

    assert rows(page_of(client, RESOLUTIONS)) == []
    paper = reverse("reports:paper_detail", args=[report.pk])
    assert page_of(client, paper).find(id="followed-up") is None
    assert Resolution.objects.in_public().count() == 0
    client.force_login(UserFactory(role=Role.OFFICER))
    assert len(rows(page_of(client, RESOLUTIONS))) == 1


@pytest.mark.parametrize("text", ["{ exempt a}", "{\u00a0exempt A}", "{\u2007exempt A}", "{\u202fexempt A}"])
def test_recommendation_is_exempt_with_whatever_white_space_its_mark_is_written(client, member, text):
    report = write_published_report().report
    report.recommendations.update(reason=text)
    ResolutionFactory(recommendation=report.recommendations.get())

    assert rows(page_of(client, RESOLUTIONS)) == []


@pytest.mark.parametrize("field", ["wording", "owner"])
def test_commitment_that_holds_a_mark_is_for_those_who_may_read_it(client, member, field):
    report = write_published_report().report
    CommitmentFactory(report=report, **{field: "{exemption A} The Harbour family"})
    paper = reverse("reports:paper_detail", args=[report.pk])

    assert rows(page_of(client, LEDGER)) == []
    assert page_of(client, paper).find(id="followed-up") is None
    client.force_login(UserFactory(role=Role.OFFICER))
    assert len(rows(page_of(client, LEDGER))) == 1


def test_what_is_exempt_leads_those_who_may_read_it_to_the_full_edition(client, member):
    promised, answered = ReportFactory(published=True), ReportFactory(published=True)
    commitment = CommitmentFactory(report=promised, is_exempt=True, paragraph=4)
    AnswerFactory(commitment=commitment, report=answered, is_exempt=True, paragraph=7)
    full = [EditionFactory(report=row, audience="full") for row in (promised, answered)]
    EditionFactory(report=answered)

    member.reads_exempt_papers = True
    member.save()
    links = page_of(client, LEDGER).select(".portal-records a")
    assert [link["href"] for link in links] == [edition.get_absolute_url() for edition in full]
    assert all(link.get_text().endswith("full edition as PDF") for link in links)

    client.force_login(UserFactory(role=Role.OFFICER))
    assert [link["href"] for link in page_of(client, LEDGER).select(".portal-records a")] == [
        f"{promised.get_absolute_url()}#paragraph-4",
        f"{answered.get_absolute_url()}#paragraph-7",
    ]


def test_answer_in_public_leads_everybody_to_the_paper(client, member):
    answer = AnswerFactory(report=ReportFactory(published=True), paragraph=7)
    EditionFactory(report=answer.report, audience="full")
    member.reads_exempt_papers = True
    member.save()

    *_, link = page_of(client, LEDGER).select(".portal-records a")

    paper = reverse("reports:paper_detail", args=[answer.report_id])
    assert link["href"] == f"{paper}#paragraph-7"
