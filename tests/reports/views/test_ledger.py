"""The ledgers that members read: what was promised and resolved, and what became of it."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from portal.models import Role
from reports.models import Report
from reports.services.workflow import approve_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    MeetingFactory,
    RecommendationFactory,
    ReportFactory,
    ResolutionFactory,
    SectionFactory,
    write_published_report,
)
from tests.reports.views.ledgers import LEDGER, RESOLUTIONS, page_of, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]


@pytest.fixture
def _today():
    with time_machine.travel(datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.UTC), tick=False):
        yield


def due(month, day=1):
    return {"due_on": datetime.date(2026, month, day)}


def test_ledger_says_what_was_promised_when_it_is_due_and_where_it_is_answered(client, member):
    report = ReportFactory(published=True, title="The report", meeting__committee__name="Scrutiny")
    CommitmentFactory(report=report, wording="We will count.", paragraph=7, **due(8))
    answered = CommitmentFactory(report=report, wording="We will look.", **due(8, 31))
    answer = AnswerFactory(
        commitment=answered,
        report=ReportFactory(published=True, meeting=MeetingFactory(held_on=datetime.date(2026, 8, 31))),
        paragraph=14,
    )

    page = page_of(client, LEDGER)

    held_on = report.meeting.held_on
    overdue, settled = rows(page)
    assert overdue == (
        f"We will count. Overdue Due on 1 August 2026. Owner: Head of Quality Assurance Promised in paragraph 7 of "
        f"The report, {held_on.day} {held_on:%B %Y} of “The report”, Scrutiny, {held_on.day} {held_on:%B %Y}."
    )
    assert settled.endswith("Answered in paragraph 14 of the report to the meeting on 31 August 2026 .")
    links = [link["href"] for link in page.select(".portal-records a")]
    paper = reverse("reports:paper_detail", args=[report.pk])
    answering = reverse("reports:paper_detail", args=[answer.report_id])
    assert links == [f"{paper}#paragraph-7", f"{paper}#paragraph-1", f"{answering}#paragraph-14"]


def test_member_sees_nothing_of_drafts_withdrawn_reports_or_what_is_exempt(client, member):
    shown = CommitmentFactory(wording="We will look.")
    AnswerFactory(commitment=shown, report=ReportFactory(approved=True), reason="A secret reason")
    AnswerFactory(commitment=shown, report=ReportFactory(withdrawn=True), reason="A withdrawn reason")
    CommitmentFactory(is_exempt=True)
    for status in ("in_review", "approved", "withdrawn"):
        CommitmentFactory(report=ReportFactory(**{status: True}))
        ResolutionFactory(recommendation__report=ReportFactory(**{status: True}))

    [row] = rows(page_of(client, LEDGER))

    assert row.startswith("We will look. Not due yet")
    assert "reason" not in row
    assert rows(page_of(client, RESOLUTIONS)) == []


def test_each_count_leads_to_its_rows(client, member):
    first, second = (ReportFactory(published=True) for _ in range(2))
    CommitmentFactory(report=first, wording="Late one", **due(8))
    CommitmentFactory(report=second, wording="Late two", **due(8))
    CommitmentFactory(report=second, wording="In time", **due(9))

    page = page_of(client, LEDGER)
    counts = page.select(".portal-choices a")
    assert [link.get_text() for link in counts] == ["2 overdue", "1 not due yet"]
    assert len(rows(page_of(client, LEDGER + counts[0]["href"]))) == 2

    committee = f"{LEDGER}?committee={second.meeting.committee_id}&state=open"
    page = page_of(client, committee)
    assert [link.get_text() for link in page.select(".portal-choices a")] == ["1 overdue", "1 not due yet"]
    assert [row.split(" Not")[0] for row in rows(page)] == ["In time"]
    [row] = rows(page_of(client, LEDGER + page.select(".portal-choices a")[0]["href"]))
    assert row.startswith("Late two")


@pytest.mark.parametrize("address", [LEDGER, RESOLUTIONS])
def test_ledger_of_a_state_that_is_none_asks_to_choose(client, member, address):
    CommitmentFactory()
    ResolutionFactory()

    page = page_of(client, f"{address}?state=lost")

    assert rows(page) == []
    assert "Choose from the list" in page.get_text()


def test_resolutions_say_who_does_what_by_when_and_with_what_outcome(client, member):
    report = ReportFactory(published=True, title="The report", meeting__held_on=datetime.date(2026, 6, 16))
    task = {"owner": "Head of Care", "due_on": datetime.date(2026, 8, 31)}
    for position, values in enumerate(
        [
            {**task, "outcome": "Members came", "finished_on": datetime.date(2026, 8, 1)},
            {**task, "decision": "amended", "wording": "Count twice"},
        ]
    ):
        asked = RecommendationFactory(report=report, position=position, text=f"Do {position}")
        ResolutionFactory(recommendation=asked, meeting=report.meeting, **values)

    page = page_of(client, RESOLUTIONS)

    overdue, finished = rows(page)
    assert overdue.startswith(
        "Do 1 Overdue Agreed in other words on 16 June 2026: “Count twice” To be done by 31 August 2026. "
        "Owner: Head of Care Recommended in The report"
    )
    assert "Done Agreed as recommended on 16 June 2026." in finished
    assert "Done on 1 August 2026: Members came" in finished
    assert [link.get_text() for link in page.select(".portal-choices a")] == ["1 overdue", "1 done"]


@pytest.mark.usefixtures("no_queue")
def test_references_are_shown_as_readers_of_the_paper_have_them(client, member):
    earlier = CommitmentFactory(wording="We will look.")
    committee = earlier.report.meeting.committee
    report = ReportFactory(
        in_review=True, meeting=MeetingFactory(committee=committee, held_on=datetime.date(2026, 12, 1))
    )
    SectionFactory(report=report, position=1, body="First.\n\n{#late} This is late.")
    asked = RecommendationFactory(report=report, text="{#asked} Act on paragraph {late} & <all> {Others}")
    CommitmentFactory(report=report, wording="We will act on {late}.", paragraph_words="This is late.")
    AnswerFactory(commitment=earlier, report=report, reason="Paragraph {late} says why.")

    approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)

    report.refresh_from_db()
    by, at = report.approved_by, report.approved_at
    Report.objects.filter(pk=report.pk).update(status="published", published_by=by, published_at=at)
    ResolutionFactory(recommendation=asked, meeting=report.meeting)
    promised, answered = rows(page_of(client, LEDGER))
    assert promised.startswith("We will act on 2. Not due yet")
    assert answered.endswith(": Paragraph 2 says why.")
    [resolved] = rows(page_of(client, RESOLUTIONS))
    words = "Act on paragraph 2 & <all> [no paragraph is called others]"
    assert resolved.startswith(f"{words} Agreed, nothing to do")


def test_paper_shows_what_was_resolved_on_it_and_what_it_promises(client, member):
    report = write_published_report().report
    ResolutionFactory(recommendation=report.recommendations.get())
    RecommendationFactory(report=report, position=2, text="Not decided yet")
    CommitmentFactory(report=report, wording="We will look.", paragraph=1, **due(8))
    CommitmentFactory(wording="Of another report.")

    page = page_of(client, reverse("reports:paper_detail", args=[report.pk]))

    resolved, promised = rows(page)
    assert resolved.startswith("Note the report Agreed, nothing to do Agreed as recommended on")
    assert promised.startswith("We will look. Overdue")
    assert "no part of the paper as it was published" in page.get_text()


def test_paper_of_which_nothing_has_become_says_nothing(client, member):
    report = write_published_report().report

    page = page_of(client, reverse("reports:paper_detail", args=[report.pk]))

    assert page.find(id="followed-up") is None


def test_commitment_leaves_the_ledger_with_its_report(client, member):
    commitment = CommitmentFactory()
    assert len(rows(page_of(client, LEDGER))) == 1

    Report.objects.filter(pk=commitment.report_id).update(
        status="withdrawn",
        withdrawn_by=commitment.report.approved_by,
        withdrawn_at=commitment.report.approved_at,
        withdrawal_reason="A figure was wrong",
    )

    assert rows(page_of(client, LEDGER)) == []
