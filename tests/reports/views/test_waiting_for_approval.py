"""A report in review waits in the manager's work."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.models import Role
from tests.actions.sending import queries_of
from tests.factories.portal import UserFactory
from tests.factories.reports import ReportFactory

pytestmark = pytest.mark.django_db

URL = reverse("actions:my_work")
NOTHING = "Nothing waits for your decision."


def approvals(client):
    page = BeautifulSoup(client.get(URL).content, "lxml")
    return [(link.get_text(), link["href"]) for link in page.select("main a") if "Approve" in link.get_text()]


def test_report_in_review_waits_for_the_manager(client, manager):
    report = ReportFactory(in_review=True, title="Half-yearly report")
    ReportFactory(title="A draft")
    ReportFactory(approved=True, title="Approved already")

    assert approvals(client) == [("Approve: Half-yearly report", report.get_absolute_url())]
    assert NOTHING not in client.get(URL).content.decode()


def test_report_that_the_manager_drafted_waits_for_another(client, manager):
    ReportFactory(in_review=True, drafted_by=manager)

    assert approvals(client) == []
    assert NOTHING in client.get(URL).content.decode()


def test_report_waits_for_nobody_who_approves_none(client):
    ReportFactory(in_review=True)

    client.force_login(UserFactory(role=Role.OFFICER))

    assert approvals(client) == []


def test_as_many_queries_for_three_reports_as_for_one(client, manager):
    ReportFactory(in_review=True)
    one = queries_of(client, URL)
    for _ in range(2):
        ReportFactory(in_review=True)

    assert queries_of(client, URL) == one
