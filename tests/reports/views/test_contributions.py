"""What people contribute to a report: asked for, shown in My work, given."""

import datetime

import pytest
from django.urls import reverse

from portal.models import Role
from reports.models import Contribution, Notice
from tests.factories.portal import UserFactory
from tests.factories.reports import ContributionFactory, ReportFactory, SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "no_queue")]
MY_WORK = reverse("actions:my_work")


@pytest.fixture
def lead(client):
    """An action lead who is signed in."""
    lead = UserFactory(role=Role.ACTION_LEAD)
    client.force_login(lead)
    return lead


@pytest.fixture
def owed(lead):
    """What the lead was asked for, by 17 June 2026."""
    return ContributionFactory(person=lead, report__meeting__held_on=datetime.date(2026, 7, 13))


def text_of(client, url):
    return " ".join(client.get(url).content.decode().split())


def test_my_work_shows_what_a_lead_owes_until_it_is_given(client, owed):
    page = text_of(client, MY_WORK)
    assert "Contributions to reports (1)" in page
    assert "Figures of return-home interviews" in page
    assert "Due on 17 June 2026" in page

    response = client.post(owed.get_absolute_url(), {"version": 0, "text": "Nine in ten."}, follow=True)

    assert "The contribution is saved" in response.content.decode()
    owed.refresh_from_db()
    assert (owed.text, owed.given_by, owed.version) == ("Nine in ten.", owed.person, 1)
    assert "Contributions to reports" not in text_of(client, MY_WORK)


def test_my_work_says_what_is_overdue(client, lead):
    asked_at = datetime.datetime(2026, 5, 27, 9, 0, tzinfo=datetime.UTC)
    ContributionFactory(person=lead, asked_at=asked_at, report__meeting__held_on=datetime.date(2026, 7, 1))

    assert "Overdue</strong> It was due on 5 June 2026" in text_of(client, MY_WORK)


def test_contribution_that_is_asked_for_late_says_so_and_by_when(client, lead):
    owed = ContributionFactory(person=lead, report__meeting__held_on=datetime.date(2026, 7, 1))

    assert "Due on 18 June 2026" in text_of(client, MY_WORK)
    assert "by 18 June 2026, because the day for contributions had gone" in text_of(
        client, owed.get_absolute_url()
    )
    client.force_login(owed.report.drafted_by)
    plan = text_of(client, reverse("reports:report_plan", args=[owed.report_id]))
    assert "Awaited</strong> Due by 18 June 2026: the day for contributions had gone" in plan
    assert "Next: Contributions by 18 June 2026" in plan


def test_contribution_without_text_is_not_given(client, owed):
    response = client.post(owed.get_absolute_url(), {"version": 0, "text": " "})

    assert "Enter the contribution" in response.content.decode()
    assert Contribution.objects.get().given_at is None


def test_stale_contribution_overwrites_nothing(client, owed):
    for text in ("First", "Second"):
        response = client.post(owed.get_absolute_url(), {"version": 0, "text": text})

    assert "after you opened it" in response.content.decode()
    assert Contribution.objects.get().text == "First"


def test_another_leads_contribution_is_not_found(client, lead):
    assert client.get(ContributionFactory().get_absolute_url()).status_code == 404


def test_scrutineer_gives_their_own_and_no_other(client, scrutineer):
    own, other = ContributionFactory(person=scrutineer), ContributionFactory()

    assert client.get(other.get_absolute_url()).status_code == 403
    client.post(own.get_absolute_url(), {"version": 0, "text": "I am assured."})

    own.refresh_from_db()
    assert own.text == "I am assured."


def test_contribution_to_an_approved_report_is_for_reading(client, lead):
    contribution = ContributionFactory(person=lead, given=True, report__approved=True)

    page = text_of(client, contribution.get_absolute_url())
    refused = client.post(contribution.get_absolute_url(), {"version": 0, "text": "Typed meanwhile"})

    assert "The report is approved, so its text no longer changes." in page
    assert "Nine in ten were offered an interview." in page
    assert "The text of an approved report cannot change" in refused.content.decode()
    assert "Typed meanwhile" in refused.content.decode()


def test_plan_of_a_report_shows_deadlines_and_contributions(client, officer):
    report = ReportFactory(meeting__held_on=datetime.date(2026, 7, 13))
    given = ContributionFactory(report=report, given=True, given_by=officer)
    awaited = ContributionFactory(report=report)
    refused = {"refused_at": "2026-06-14T09:00Z", "refusal": "550 No such mailbox"}
    Notice.objects.create(report=report, person=awaited.person, kind="asked", message_id="<1>", **refused)

    page = text_of(client, reverse("reports:report_plan", args=[report.pk]))

    for day in ("17 June 2026", "23 June 2026", "30 June 2026", "3 July 2026"):
        assert day in page
    assert f"Given</strong> on 29 May 2026, entered by {officer}" in page
    assert given.text in page
    assert "Awaited</strong> The e-mail could not be sent: 550 No such mailbox" in page


def test_officer_asks_one_person_more(client, officer):
    report, lead = ReportFactory(), UserFactory(role=Role.ACTION_LEAD)
    url = reverse("reports:contribution_add", args=[report.pk])

    assert client.post(url, {"person": lead.pk, "what": "Figures"}).status_code == 302
    again = client.post(url, {"person": lead.pk, "what": "Figures"})

    assert "This person was asked already" in again.content.decode()
    assert list(Contribution.objects.values_list("person", "what", "asked_by")) == [
        (lead.pk, "Figures", officer.pk)
    ]
    assert Notice.objects.get().kind == "asked"


def test_officer_takes_in_what_somebody_gave_otherwise(client, officer):
    contribution = ContributionFactory()

    client.post(contribution.get_absolute_url(), {"version": 0, "text": "By telephone"})

    contribution.refresh_from_db()
    assert (contribution.text, contribution.given_by) == ("By telephone", officer)


def test_sending_for_review_says_whose_contributions_the_report_lacks(client):
    person = UserFactory(role=Role.OFFICER)
    client.force_login(person)
    report = ReportFactory(drafted_by=person)
    for name in ("Police lead", "Health lead"):
        ContributionFactory(report=report, person__name=name)
    ContributionFactory(report=report, person__name="School lead", given=True)
    section = SectionFactory(report=report)
    ContributionFactory(report=report, person__name="Housing lead", given=True, section=section)

    page = client.get(reverse("reports:report_submit", args=[report.pk])).content.decode()

    assert "Contributions that the report goes without:<br>" in page
    for line in ("Police lead: not given yet.", "Health lead: not given yet."):
        assert line in page
    assert "School lead: given, and not put into the report." in page
    assert "Housing lead" not in page
