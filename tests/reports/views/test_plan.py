"""The forward plan, and the cycles that it goes by."""

import datetime

import pytest
from django.urls import reverse

from portal.models import Role
from reports.models import Contributor, Cycle, PlanRules, Rendering, Report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    CommitteeFactory,
    ContributionFactory,
    ContributorFactory,
    CycleFactory,
    EditionFactory,
    MeetingFactory,
    RenderingFactory,
    ReportFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
PLAN = reverse("reports:report_list")
TOO_LATE = "Too late for five clear working days: the last day to publish it was 8 June 2026"


def text_of(client, url=PLAN):
    return " ".join(client.get(url).content.decode().split())


@pytest.mark.parametrize(
    ("meeting_day", "state", "words"),
    [
        ("2026-07-13", {}, "Send for review by 23 June 2026"),
        ("2026-07-13", {"in_review": True}, "Approve by 30 June 2026"),
        ("2026-07-13", {"approved": True}, "Publish by 3 July 2026"),
        ("2026-07-02", {}, "Late</strong> Send for review: was due by 12 June 2026"),
        ("2026-06-16", {"approved": True}, f"Late</strong> {TOO_LATE}"),
    ],
)
def test_plan_says_what_a_report_has_to_do_next(client, officer, meeting_day, state, words):
    ReportFactory(meeting__held_on=datetime.date.fromisoformat(meeting_day), **state)

    assert words in text_of(client)


def test_plan_says_what_can_be_done_where_publication_would_be_late(client, officer):
    PlanRules.objects.create(late_advice="Ask the chair first.")
    assert "Ask the chair first." not in text_of(client)

    ReportFactory(meeting__held_on=datetime.date(2026, 6, 16))

    assert "Ask the chair first." in text_of(client)


def test_plan_counts_what_is_awaited(client, officer):
    report = ReportFactory(meeting__held_on=datetime.date(2026, 7, 13))
    ContributionFactory(report=report)
    ContributionFactory(report=report, given=True)

    page = text_of(client)

    assert "1 contribution awaited" in page
    assert "Contributions by 17 June 2026" in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "The portal prepares the draft on 14 July 2026."),
        ({"draft_weeks_before": 12}, "The portal prepares the draft today."),
        ({"prepares_drafts": False}, "The committee’s report is due."),
        ({"author__is_active": False, "author__name": "Ann"}, "cannot prepare the draft: Ann can no longer"),
        ({"months": [9]}, "No report yet."),
    ],
)
def test_plan_says_how_a_report_that_is_not_there_comes_about(client, officer, change, words):
    cycle = CycleFactory(**{"months": [8], **change})
    MeetingFactory(committee=cycle.committee, held_on=datetime.date(2026, 8, 25))

    assert words in text_of(client)


@pytest.mark.parametrize(
    ("meeting_day", "words"),
    [
        ("2026-07-02", "There is no report, and it was to go to review by 12 June 2026"),
        ("2026-06-18", "There is no report, and the last day to publish one was 10 June 2026"),
    ],
)
def test_plan_warns_of_a_report_that_is_missing(client, officer, meeting_day, words):
    cycle = CycleFactory(months=[6, 7])
    MeetingFactory(committee=cycle.committee, held_on=datetime.date.fromisoformat(meeting_day))

    assert words in text_of(client)


def test_plan_names_months_in_which_a_report_is_due_and_no_meeting_is_planned(client, officer):
    cycle = CycleFactory(committee__name="Scrutiny", months=[6, 12])

    assert "Scrutiny: its report is due in December 2026, and no meeting is planned" in text_of(client)
    MeetingFactory(committee=cycle.committee, held_on=datetime.date(2026, 12, 1))
    assert "no meeting is planned" not in text_of(client)


def test_plan_says_which_reports_were_published_late_and_why(client, officer):
    ReportFactory(
        published=True,
        meeting__held_on=datetime.date(2026, 6, 2),
        late_reason="The chair agreed it was urgent",
    )
    ReportFactory(published=True, meeting__held_on=datetime.date(2026, 6, 9))

    page = text_of(client)

    assert page.count("Published late") == 1
    assert "Published late, on 29 May 2026. The chair agreed it was urgent" in page


def cycle_sent(person, **changes):
    return {
        "version": 0,
        "months": [6, 12],
        "title": "Half-yearly",
        "author": person.pk,
        "report_of": "Director",
        "author_contact": "a",
        "chief_officer_contact": "c",
        "prepares_drafts": "on",
        "draft_weeks_before": 6,
        "contributions_days": 12,
        "review_days": 8,
        "approval_days": 3,
        **changes,
    }


def test_cycle_is_set_up_once_and_then_changed(client, officer):
    committee = CommitteeFactory()
    url = reverse("reports:cycle_edit", args=[committee.pk])

    assert client.post(url, cycle_sent(officer)).url == reverse("reports:cycle_list")
    stale = client.post(url, cycle_sent(officer, title="Another"))
    client.post(url, cycle_sent(officer, version=1, months=[3], review_days=4))

    assert "after you opened it" in stale.content.decode()
    cycle = Cycle.objects.get()
    assert (cycle.title, cycle.months, cycle.review_days, cycle.author) == ("Half-yearly", [3], 4, officer)
    assert "in March" in text_of(client, reverse("reports:cycle_list"))


def test_cycle_begins_with_the_words_of_the_last_report(client, officer):
    report = ReportFactory(title="As last time")

    page = text_of(client, reverse("reports:cycle_edit", args=[report.meeting.committee_id]))

    assert 'value="As last time"' in page


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"months": []}, "Select the months in which the committee has the report"),
        ({"author": ""}, "Choose who writes the report"),
        ({"draft_weeks_before": 1}, "Enter a number of weeks for the draft from 2 to 26"),
        (
            {"contributions_days": ""},
            "Enter a number of working days for contributions from 0 to 90",
        ),
        ({"review_days": "x"}, "Enter a number of working days for the review from 0 to 90"),
        ({"approval_days": 91}, "Enter a number of working days for the approval from 0 to 90"),
        ({"review_days": 13}, "Enter as many days for the review as for contributions, or fewer"),
        ({"approval_days": 9}, "Enter as many days for the approval as for the review, or fewer"),
    ],
)
def test_cycle_of_bad_input_is_not_saved(client, officer, change, message):
    url = reverse("reports:cycle_edit", args=[CommitteeFactory().pk])

    response = client.post(url, cycle_sent(officer, **change))

    assert message in response.content.decode()
    assert not Cycle.objects.exists()


def test_contributor_is_added_changed_and_removed(client, officer):
    cycle = CycleFactory()
    lead, nurse = (UserFactory(role=Role.ACTION_LEAD) for _ in range(2))
    add = reverse("reports:contributor_add", args=[cycle.committee_id])

    client.post(add, {"person": lead.pk, "what": "Figures"})
    again = client.post(add, {"person": lead.pk, "what": "More"})
    assert "This person contributes already. Edit what they contribute" in again.content.decode()
    contributor = Contributor.objects.get()
    ids = [cycle.committee_id, contributor.pk]
    client.post(
        reverse("reports:contributor_edit", args=ids), {"version": 0, "person": nurse.pk, "what": "Notes"}
    )
    contributor.refresh_from_db()
    assert (contributor.person, contributor.what, contributor.version) == (nurse, "Notes", 1)

    client.post(reverse("reports:contributor_remove", args=ids), {"version": 1})

    assert not Contributor.objects.exists()


def test_contributor_of_another_committee_is_not_found(client, officer):
    contributor, other = ContributorFactory(), CycleFactory()

    for name in ("contributor_edit", "contributor_remove"):
        url = reverse(f"reports:{name}", args=[other.committee_id, contributor.pk])
        assert client.get(url).status_code == 404


def test_those_who_cannot_contribute_are_not_offered(client, officer):
    member = UserFactory(role=Role.COMMITTEE_MEMBER, name="A member")
    UserFactory(role=Role.ACTION_LEAD, name="Has left", is_active=False)
    cycle = CycleFactory()

    page = client.get(reverse("reports:contributor_add", args=[cycle.committee_id])).content.decode()

    assert member.name not in page
    assert "Has left" not in page


def test_late_advice_is_the_councils_own(client, administrator):
    client.post(reverse("reports:plan_rules"), {"version": 0, "late_advice": "Ask the chair."})

    assert PlanRules.current().late_advice == "Ask the chair."


@pytest.fixture
def approved():
    """An approved report with its PDF, for a meeting whose last day of publication is today."""
    report = ReportFactory(approved=True, meeting__held_on=datetime.date(2026, 6, 23))
    done = {"state": Rendering.State.DONE, "finished_at": report.approved_at}
    RenderingFactory(report=report, edition=EditionFactory(report=report), **done)
    return report


def test_publication_in_time_asks_for_no_reason(client, manager, approved):
    url = reverse("reports:report_publish", args=[approved.pk])
    assert "Why is it published late?" not in client.get(url).content.decode()

    client.post(url, {"version": 0, "reason": "Nobody asked"})

    report = Report.objects.get()
    assert (report.status, report.late_reason) == ("published", "")


def test_late_publication_needs_the_reason(client, manager, approved):
    approved.meeting.held_on = datetime.date(2026, 6, 22)
    approved.meeting.save()
    url = reverse("reports:report_publish", args=[approved.pk])

    refused = client.post(url, {"version": 0, "reason": " "})
    assert "Enter why the report is published late, such as what the chair agreed" in refused.content.decode()
    assert "the special circumstances are recorded" in refused.content.decode()
    assert Report.objects.get().status == "approved"
    client.post(url, {"version": 0, "reason": "The chair agreed that it is urgent"})

    report = Report.objects.get()
    assert (report.status, report.late_reason) == ("published", "The chair agreed that it is urgent")
    assert "The chair agreed that it is urgent" in client.get(report.get_absolute_url()).content.decode()
