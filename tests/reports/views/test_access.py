"""Pages of records that are not there, and of files; who may open what at all is tried by the sweep of roles."""

import pytest
from django.urls import reverse

from portal.models import Role
from reports.models import Section
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AbbreviationFactory,
    ContributorFactory,
    MeetingFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
    write_published_report,
)

# Who may do what is asked of roles and records, on any database alike.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

READERS = {Role.OFFICER, Role.MANAGER, Role.SCRUTINEER}
DRAFTERS = {Role.OFFICER, Role.MANAGER}
MANAGERS = {Role.MANAGER}
PAPER_READERS = READERS | {Role.COMMITTEE_MEMBER}
ADMINISTRATORS = {Role.ADMINISTRATOR}
UNKNOWN = 999_999

READ = {
    "report_list": READERS,
    "report_detail": READERS,
    "report_history": READERS,
    "report_plan": READERS,
    "cycle_list": READERS,
    "rendering_status": READERS,
    "edition_pdf": READERS,
    "edition_docx": READERS,
    "edition_html": READERS,
    "paper_list": PAPER_READERS,
    "paper_detail": PAPER_READERS,
    "paper_pdf": PAPER_READERS,
    "paper_docx": PAPER_READERS,
    "committee_list": ADMINISTRATORS,
    "abbreviation_list": ADMINISTRATORS,
}
CHANGE = {
    "report_add": DRAFTERS,
    "report_edit": DRAFTERS,
    "section_add": DRAFTERS,
    "section_edit": DRAFTERS,
    "section_refresh": DRAFTERS,
    "section_remove": DRAFTERS,
    "recommendation_add": DRAFTERS,
    "recommendation_edit": DRAFTERS,
    "recommendation_remove": DRAFTERS,
    "report_submit": DRAFTERS,
    "cycle_edit": DRAFTERS,
    "contributor_add": DRAFTERS,
    "contributor_edit": DRAFTERS,
    "contributor_remove": DRAFTERS,
    "contribution_add": DRAFTERS,
    "report_return": MANAGERS,
    "report_approve": MANAGERS,
    "report_publish": MANAGERS,
    "report_withdraw": MANAGERS,
    "committee_add": ADMINISTRATORS,
    "committee_edit": ADMINISTRATORS,
    "meeting_add": ADMINISTRATORS,
    "meeting_edit": ADMINISTRATORS,
    "abbreviation_add": ADMINISTRATORS,
    "abbreviation_edit": ADMINISTRATORS,
}
PAGES = READ | CHANGE


@pytest.fixture
def arguments():
    draft = ReportFactory()
    section = SectionFactory(report=draft, kind=Section.Kind.ACTIONS)
    recommendation = RecommendationFactory(report=draft)
    edition = write_published_report()
    meeting = MeetingFactory()
    contributor = ContributorFactory()
    committee_id = contributor.cycle.committee_id
    of_draft = {
        key: [draft.pk]
        for key in (
            "report_detail",
            "report_history",
            "report_plan",
            "contribution_add",
            "report_edit",
            "section_add",
            "recommendation_add",
            "report_submit",
            "report_return",
            "report_approve",
            "report_publish",
            "report_withdraw",
        )
    }
    of_section = {
        key: [draft.pk, section.pk] for key in ("section_edit", "section_refresh", "section_remove")
    }
    return {
        **of_draft,
        **of_section,
        "cycle_edit": [committee_id],
        "contributor_add": [committee_id],
        "contributor_edit": [committee_id, contributor.pk],
        "contributor_remove": [committee_id, contributor.pk],
        "recommendation_edit": [draft.pk, recommendation.pk],
        "recommendation_remove": [draft.pk, recommendation.pk],
        "rendering_status": [edition.report_id],
        "edition_pdf": [edition.pk],
        "edition_docx": [edition.pk],
        "edition_html": [edition.pk],
        "paper_detail": [edition.report_id],
        "paper_pdf": [edition.report_id],
        "paper_docx": [edition.report_id],
        "committee_edit": [meeting.committee_id],
        "meeting_add": [meeting.committee_id],
        "meeting_edit": [meeting.committee_id, meeting.pk],
        "abbreviation_edit": [AbbreviationFactory().pk],
    }


@pytest.mark.parametrize(
    "name",
    sorted(
        PAGES.keys()
        - {"report_list", "report_add", "cycle_list", "paper_list", "committee_list", "committee_add"}
        - {"abbreviation_list", "abbreviation_add"}
    ),
)
def test_page_of_unknown_record(client, arguments, name):
    client.force_login(UserFactory(role=min(PAGES[name])))
    known = arguments[name]

    response = client.get(reverse(f"reports:{name}", args=[*known[:-1], UNKNOWN]))

    assert response.status_code == 404


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", ["rendering_retry", "rendering_stop"])
def test_making_of_files_by_role(client, arguments, role, name):
    client.force_login(UserFactory(role=role))
    page = reverse(f"reports:{name}", args=arguments["paper_detail"])

    assert client.get(page).status_code == 405
    assert client.post(page).status_code == (302 if role in DRAFTERS else 403)


@pytest.mark.parametrize("name", ["section_edit", "section_refresh", "section_remove"])
def test_section_of_another_report_is_not_found(client, officer, name):
    section, other = SectionFactory(), ReportFactory()

    assert client.get(reverse(f"reports:{name}", args=[other.pk, section.pk])).status_code == 404


@pytest.mark.parametrize("name", ["recommendation_edit", "recommendation_remove"])
def test_recommendation_of_another_report_is_not_found(client, officer, name):
    recommendation, other = RecommendationFactory(), ReportFactory()

    assert client.get(reverse(f"reports:{name}", args=[other.pk, recommendation.pk])).status_code == 404


def test_meeting_of_another_committee_is_not_found(client, administrator):
    meeting, other = MeetingFactory(), MeetingFactory()

    page = reverse("reports:meeting_edit", args=[other.committee_id, meeting.pk])

    assert client.get(page).status_code == 404


@pytest.mark.parametrize("standing", ["approved", "published", "withdrawn"])
@pytest.mark.parametrize("name", ["report_edit", "section_add", "recommendation_add"])
def test_approved_report_opens_no_form_that_changes_it(client, officer, name, standing):
    report = ReportFactory(**{standing: True})

    assert client.get(reverse(f"reports:{name}", args=[report.pk])).status_code == 403


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (
            {"published": True},
            "The report is published, so nothing in it can change any more. To correct it, begin a",
        ),
        ({"withdrawn": True}, "The report is withdrawn, so nothing in it can change any more.</p>"),
    ],
)
def test_page_that_the_reports_standing_closes_says_so(client, officer, status, words):
    report = ReportFactory(**status)

    page = client.get(reverse("reports:annex_add", args=[report.pk]))

    assert (page.status_code, words in page.content.decode()) == (403, True)
    assert "Your role does not allow it" not in page.content.decode()
