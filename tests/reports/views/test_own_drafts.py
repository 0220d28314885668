"""My work has the reports that an officer drafts: where each stands, and what it has to do by when."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.models import Role
from tests.actions.sending import queries_of
from tests.factories.portal import UserFactory
from tests.factories.reports import ContributionFactory, MeetingFactory, ReportFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

URL = reverse("actions:my_work")


@pytest.fixture
def meeting():
    return MeetingFactory(committee__name="Scrutiny", held_on=datetime.date(2026, 7, 21))


def drafts(client):
    page = BeautifulSoup(client.get(URL).content, "lxml")
    rows = page.select("section[aria-labelledby=drafts-heading] li")
    return [(row.a["href"], " ".join(row.get_text(" ", strip=True).split())) for row in rows]


def test_own_drafts_stand_with_their_next_deadline_and_the_reason_for_sending_back(client, officer, meeting):
    report = ReportFactory(
        drafted_by=officer, meeting=meeting, title="Half-yearly report", return_reason="Name the late actions"
    )
    ContributionFactory(report=report)
    in_review = ReportFactory(drafted_by=officer, meeting=meeting, title="Second report", in_review=True)
    approved = ReportFactory(drafted_by=officer, meeting=meeting, title="Third report", approved=True)
    ReportFactory(drafted_by=officer, meeting=meeting, published=True)
    ReportFactory(drafted_by=UserFactory(role=Role.OFFICER), meeting=meeting)

    assert drafts(client) == [
        (
            report.get_absolute_url(),
            "Half-yearly report Status: Draft For the Scrutiny on 21 July 2026. Contributions by 25 June 2026 "
            "Sent back for changes: Name the late actions Contributions to Half-yearly report : 0 given, 1 awaited",
        ),
        (
            in_review.get_absolute_url(),
            "Second report Status: In review For the Scrutiny on 21 July 2026. Approve by 8 July 2026",
        ),
        (
            approved.get_absolute_url(),
            "Third report Status: Approved For the Scrutiny on 21 July 2026. Publish by 13 July 2026",
        ),
    ]


def test_whoever_drafts_nothing_has_no_such_list(client, officer):
    ReportFactory()

    assert drafts(client) == []
    assert "Reports that you draft" not in client.get(URL).content.decode()


def test_as_many_queries_for_three_drafts_as_for_one(client, officer):
    def draft():
        ContributionFactory(report=ReportFactory(drafted_by=officer))

    draft()
    one = queries_of(client, URL)
    draft()
    draft()

    assert queries_of(client, URL) == one
