"""The reading room."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from portal.models import Role
from reports.models import Report
from reports.rendering.audience import public_text
from reports.search import search_reports
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    CommitteeFactory,
    EditionFactory,
    ExemptionFactory,
    FollowingFactory,
    ReportFactory,
    SectionFactory,
    write_published_report,
)

pytestmark = pytest.mark.django_db

HIDDEN = [{}, {"in_review": True}, {"approved": True}, {"withdrawn": True}]


def test_paper_list_shows_published_reports_only_the_newest_meeting_first(client, member):
    for month in (3, 6):
        write_published_report(title=f"Of month {month}", meeting__held_on=datetime.date(2026, month, 16))
    for standing in HIDDEN:
        ReportFactory(title="Hidden", **standing)

    page = client.get(reverse("reports:paper_list")).content.decode()

    assert page.index("Of month 6") < page.index("Of month 3")
    assert "Hidden" not in page


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.SCRUTINEER])
def test_paper_list_shows_no_draft_to_anybody(client, role):
    client.force_login(UserFactory(role=role))
    ReportFactory(title="Hidden")

    assert "Hidden" not in client.get(reverse("reports:paper_list")).content.decode()


def test_paper_list_of_one_committee(client, member):
    scrutiny = CommitteeFactory(name="Scrutiny")
    write_published_report(title="For scrutiny", meeting__committee=scrutiny)
    write_published_report(title="For another")

    page = client.get(reverse("reports:paper_list"), {"committee": scrutiny.pk}).content.decode()

    assert "For scrutiny" in page
    assert "For another" not in page


def test_paper_list_offers_committees_where_there_are_several(client, member):
    write_published_report()
    of_one = client.get(reverse("reports:paper_list"))
    write_published_report()
    of_two = client.get(reverse("reports:paper_list"))

    assert [page.context["has_several_committees"] for page in (of_one, of_two)] == [False, True]
    assert ["All committees" in page.content.decode() for page in (of_one, of_two)] == [False, True]


def test_paper_list_offers_the_committees_that_a_reader_follows_where_one_has_papers(client, member):
    committee = write_published_report().report.meeting.committee
    assert "Committees that you follow" not in client.get(reverse("reports:paper_list")).content.decode()

    FollowingFactory(committee=committee, person=member)

    assert "Committees that you follow" in client.get(reverse("reports:paper_list")).content.decode()


def test_paper_list_that_is_empty_says_when_papers_come(client, member):
    page = client.get(reverse("reports:paper_list")).content.decode()

    assert "No report is published yet." in page


def test_paper_list_makes_as_many_queries_for_few_papers_as_for_many(counted_queries, member):
    counts = []
    for number in (2, 3):
        for _ in range(number):
            write_published_report()
        counts.append(counted_queries(reverse("reports:paper_list")))

    assert counts[0] == counts[1]


def test_paper_detail_shows_the_frozen_report(client, member):
    edition = write_published_report(title="Half-yearly report")
    edition.report.sections.exclude(body="").update(body="Changed behind the scenes.")

    page = client.get(reverse("reports:paper_detail", args=[edition.report_id])).content.decode()

    assert "First words." in page
    assert "Changed behind the scenes." not in page
    assert "Members are asked to:" in page
    assert edition.pdf_sha256 in page
    assert reverse("reports:paper_pdf", args=[edition.report_id]) in page
    assert reverse("reports:paper_docx", args=[edition.report_id]) in page
    assert "/reports/" not in page


def test_paper_detail_makes_as_many_queries_for_one_section_as_for_three(counted_queries, member):
    edition = write_published_report()
    address = reverse("reports:paper_detail", args=[edition.report_id])
    counts = [counted_queries(address)]
    edition.snapshot["sections"] *= 3
    edition.save()
    counts.append(counted_queries(address))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("standing", HIDDEN)
@pytest.mark.parametrize("role", [Role.COMMITTEE_MEMBER, Role.OFFICER])
@pytest.mark.parametrize("name", ["paper_detail", "paper_pdf", "paper_docx"])
def test_unpublished_report_is_not_in_the_reading_room(client, standing, role, name):
    if standing.get("withdrawn") and name == "paper_detail":
        standing = {**standing, "published_by": None, "published_at": None}
    client.force_login(UserFactory(role=role))
    edition = EditionFactory(report=ReportFactory(**standing))

    assert client.get(reverse(f"reports:{name}", args=[edition.report_id])).status_code == 404


def test_member_cannot_open_an_edition_by_its_number(client, member):
    edition = EditionFactory(report=ReportFactory(approved=True))

    assert client.get(edition.get_absolute_url()).status_code == 403


def test_paper_pdf_is_the_newest_edition(client, member):
    edition = write_published_report()
    EditionFactory(report=edition.report, number=2, data=b"second")

    response = client.get(reverse("reports:paper_pdf", args=[edition.report_id]))

    assert b"".join(response.streaming_content) == b"second"
    response.close()
    assert response.headers["Content-Type"] == "application/pdf"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def width_of(response):
    """The width of a picture, in pixels."""
    return html.fromstring(response.content).get("width")


def test_paper_chart_is_drawn_from_the_frozen_report(client, member):
    edition = write_published_report()
    section = edition.snapshot["sections"][0]
    section["blocks"].append(
        {
            "type": "chart",
            "form": "line",
            "place": 1,
            "title": "Children in care",
            "description": "From 1 to 2.",
            "labels": ["a", "b"],
            "series": [["s", [1, 2]]],
            "unit": "",
        }
    )
    edition.save()
    address = reverse("reports:paper_chart", args=[edition.report_id, section["record"], 1])

    response = client.get(address)

    assert response.headers["Content-Type"] == "image/svg+xml"
    assert address in client.get(reverse("reports:paper_detail", args=[edition.report_id])).content.decode()
    assert client.get(address.replace("1.svg", "2.svg")).status_code == 404
    widths = [width_of(client.get(address, query)) for query in ({}, {"narrow": "yes"})]
    assert widths == ["420", "320"]


def test_paper_chart_of_a_withdrawn_report_is_not_found(client, member):
    edition = EditionFactory(report=ReportFactory(withdrawn=True))

    assert client.get(reverse("reports:paper_chart", args=[edition.report_id, 1, 1])).status_code == 404


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        (Role.COMMITTEE_MEMBER, ["Published plan"]),
        (Role.OFFICER, ["Draft plan", "Published plan"]),
        (Role.ACTION_LEAD, []),
    ],
)
def test_search_finds_what_the_person_may_see(role, titles):
    write_published_report(title="Published plan")
    SectionFactory(report=ReportFactory(title="Draft plan"), body="Words")

    hits = list(search_reports(UserFactory(role=role), "plan", 10))

    assert sorted(hit.title for hit in hits) == titles


def test_search_leads_readers_to_the_reading_room():
    edition = write_published_report(title="Published plan")

    Report.objects.filter(pk=edition.report_id).update(public_text=public_text(edition.snapshot))

    [hit] = search_reports(UserFactory(role=Role.COMMITTEE_MEMBER), "first words", 10)

    assert hit.url == reverse("reports:paper_detail", args=[edition.report_id])


def test_paper_keeps_references_whole_and_names_cells_for_a_narrow_screen(client, member):
    body = "About A-2025-008.\n\n| Action | Due |\n|---|---|\n| A-2025-008: Visits | May |"
    report = ReportFactory(published=True)
    SectionFactory(report=report, body=body, position=1)
    EditionFactory(report=report)

    page = html.fromstring(client.get(reverse("reports:paper_detail", args=[report.pk])).content)

    assert [part.text for part in page.xpath('//*[@class="portal-whole"]')] == ["A-2025-008"] * 2
    assert page.xpath('//table[contains(@class, "portal-table--stacked")]//td/@data-label') == ["Due"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Until May.\n\n- two visits\n- an action", "Go to paragraph 2"),
        ("Until May.\n\n- two visits\n- an action\n\nMore.", "Read on from paragraph 2"),
    ],
)
def test_paper_says_first_what_changed_since_last_time(client, member, body, told):
    report = ReportFactory(published=True)
    SectionFactory(report=report, body="First words.", position=1)
    section = SectionFactory(report=report, kind="changes", body=body, position=2)
    EditionFactory(report=report)

    page = html.fromstring(client.get(reverse("reports:paper_detail", args=[report.pk])).content)

    box = page.xpath('//section[@aria-labelledby="changed"][following::*[@id="contents"]]')[0]
    words = " ".join(" ".join(box.itertext()).split())
    assert words == f"What changed since last time Until May. two visits an action {told}"
    assert box.xpath(".//a/@href") == [f"#section-{section.pk}"]


@pytest.mark.parametrize("changes", [None, "{exempt A} Until May."])
def test_paper_says_nothing_first_where_nobody_may_read_what_changed(client, member, changes):
    report = ReportFactory(published=True)
    SectionFactory(report=report, body="First words.", position=1)
    if changes:
        ExemptionFactory(report=report, letter="A")
        SectionFactory(report=report, kind="changes", body=changes, position=2)
    EditionFactory(report=report)

    page = client.get(reverse("reports:paper_detail", args=[report.pk])).content.decode()

    assert "What changed since last time" not in page
    assert "Until May" not in page
