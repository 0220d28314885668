"""What two people at once are told about each other's work on a report."""

import pytest
from django.urls import reverse

from portal.models import Role
from reports.services.sections import edit_section, remove_section
from tests.factories.portal import UserFactory
from tests.factories.reports import ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db

DETAILS = {
    "title": "Safeguarding report",
    "period_start_on_0": "1",
    "period_start_on_1": "11",
    "period_start_on_2": "2025",
    "period_end_on_0": "30",
    "period_end_on_1": "4",
    "period_end_on_2": "2026",
    "report_of": "Director of Children’s Services",
    "author_contact": "Assurance Officer",
    "chief_officer_contact": "Director of Children’s Services",
    "wards_affected": "All",
}


@pytest.fixture
def colleague():
    return UserFactory(role=Role.OFFICER, name="The colleague")


def test_details_opened_before_a_section_was_changed_name_who_changed_it(client, officer, colleague):
    report = ReportFactory(drafted_by=officer)
    section = SectionFactory(report=report, heading="Progress")
    edit_section(section=section, by=colleague, version=0, changes={"body": "Other words. " * 200})

    sent = {**DETAILS, "meeting": report.meeting_id, "version": 0}
    page = client.post(reverse("reports:report_edit", args=[report.pk]), sent).content.decode()

    assert "This was changed by The colleague on" in page
    assert "Changed section: Progress" in page


def test_stale_section_does_not_repeat_a_whole_text(client, officer, colleague):
    section = SectionFactory(report=ReportFactory(drafted_by=officer))
    edit_section(section=section, by=colleague, version=0, changes={"body": "Other words. " * 200})

    url = reverse("reports:section_edit", args=[section.report_id, section.pk])
    page = client.post(url, {"heading": "Progress", "body": "My words", "version": 0}).content.decode()

    assert "This was changed by The colleague on" in page
    told = page[page.index("This was changed by") :].partition("</li>")[0]
    assert "(Text: Other words." in told
    assert 0 < told.count("Other words.") < 50


def test_history_shows_a_section_that_was_removed(client, officer, colleague):
    section = SectionFactory(report=ReportFactory(drafted_by=officer), heading="Progress")
    other = SectionFactory(heading="Of another report")
    remove_section(section=section, by=colleague, version=0)
    remove_section(section=other, by=colleague, version=0)

    page = client.get(reverse("reports:report_history", args=[section.report_id])).content.decode()

    assert "Removed section: Progress" in page
    assert "Of another report" not in page
