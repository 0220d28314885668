"""What the committee read about an action or a finding, on its page."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.models import Role
from reports.models import Mention
from tests.factories.actions import ActionFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import EditionFactory, MentionFactory, ReportFactory, write_published_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def action():
    return ActionFactory(lead=UserFactory(role=Role.ACTION_LEAD))


def edition_of(title, held_on, **standing):
    """An edition for a meeting of the scrutiny committee."""
    standing = standing or {"published": True}
    report = ReportFactory(
        title=title, meeting__committee__name=f"{title} committee", meeting__held_on=held_on, **standing
    )
    return EditionFactory(report=report)


def read_on(client, record):
    """What the page of a record says that the committee read: lines, and the addresses in them."""
    page = BeautifulSoup(client.get(record.get_absolute_url()).content, "lxml")
    heading = page.find("h2", id="papers")
    if heading is None:
        return None
    listed = heading.find_next_sibling()
    lines = [line.get_text(" ", strip=True).replace(" ,", ",") for line in listed.find_all("li")]
    return lines or listed.get_text(strip=True), [link["href"] for link in listed.find_all("a")]


def name_in(edition, record, *places):
    for place, number in places:
        MentionFactory(edition=edition, reference=record.reference, place=place, number=number)


def test_each_published_paper_is_one_line_the_latest_meeting_first(client, manager, action):
    early = edition_of("Early", datetime.date(2026, 3, 10))
    late = edition_of("Late", datetime.date(2026, 7, 14))
    name_in(early, action, ("paragraph", 12), ("paragraph", 20), ("table", 3))
    name_in(late, action, ("paragraph", 4))
    MentionFactory(edition=late, reference="A-2025-999")

    lines, links = read_on(client, action)

    assert lines == [
        "Late, Late committee, 14 July 2026: paragraph 4",
        "Early, Early committee, 10 March 2026: paragraph 12, paragraph 20, table 3",
    ]
    papers = [reverse("reports:paper_detail", args=[edition.report_id]) for edition in (late, early)]
    assert links == [
        f"{papers[0]}#paragraph-4",
        f"{papers[1]}#paragraph-12",
        f"{papers[1]}#paragraph-20",
        f"{papers[1]}#table-3",
    ]


@pytest.mark.parametrize("standing", [{"in_review": True}, {"approved": True}, {"withdrawn": True}])
def test_what_is_not_published_is_not_told(client, manager, action, standing):
    name_in(edition_of("Hidden", datetime.date(2026, 3, 10), **standing), action, ("paragraph", 1))

    assert read_on(client, action) == (f"No published report names {action.reference} yet.", [])


def test_only_the_newest_edition_of_a_report_counts(client, manager, action):
    first = edition_of("Report", datetime.date(2026, 3, 10))
    name_in(first, action, ("paragraph", 1))
    newest = EditionFactory(report=first.report, number=2)
    assert read_on(client, action)[1] == []

    name_in(newest, action, ("paragraph", 2))

    assert read_on(client, action)[0] == ["Report, Report committee, 10 March 2026: paragraph 2"]


def test_lead_who_may_not_open_papers_reads_the_words_without_links(client, action):
    name_in(edition_of("Report", datetime.date(2026, 3, 10)), action, ("paragraph", 7))
    client.force_login(action.lead)

    assert read_on(client, action) == (["Report, Report committee, 10 March 2026: paragraph 7"], [])


def test_finding_tells_of_the_papers_that_name_it_and_is_silent_without(client, manager, action):
    finding = action.findings.get()
    assert read_on(client, finding) is None

    name_in(edition_of("Report", datetime.date(2026, 3, 10)), finding, ("table", 2))

    assert read_on(client, finding)[0] == ["Report, Report committee, 10 March 2026: table 2"]


def test_links_lead_to_places_on_the_paper(client, manager):
    edition = write_published_report()
    table = {"type": "table", "place": 1, "caption": "Of text", "head": ["A"], "rows": [["b"]], "numeric": []}
    edition.snapshot["sections"][0]["blocks"].append(table)
    edition.save()
    mentions = [MentionFactory(edition=edition, place=place, number=1) for place in Mention.Place]

    for mention in mentions:
        address, anchor = mention.get_absolute_url().split("#")
        page = BeautifulSoup(client.get(address).content, "lxml")
        assert len(page.find_all(id=anchor)) == 1, anchor


def test_page_of_an_action_makes_as_many_queries_for_three_papers_as_for_one(
    counted_queries, manager, action
):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            MentionFactory(reference=action.reference)
            MentionFactory(reference=action.reference, edition=Mention.objects.last().edition)
        counts.append(counted_queries(action.get_absolute_url()))

    assert counts[0] == counts[1]
