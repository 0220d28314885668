"""Numbers of a paper lead those who see the record to exactly the rows that they were drawn from."""

import datetime
import json

import pytest
from django.urls import reverse
from lxml import html

from actions.models import Status
from portal.models import Role
from reports.models import Section
from reports.rendering.page import page_html
from reports.rules.counted import BEGIN, END, WORDS
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    EditionFactory,
    ExemptionFactory,
    ReportFactory,
    SectionFactory,
)
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 2)
AGREED = datetime.datetime(2026, 3, 2, 9, tzinfo=datetime.UTC)


@pytest.fixture
def review():
    """A review that reported in the period, with two strengths and an area about one theme."""
    review = ReviewFactory(title="Peer review", received_on=DAY, fieldwork_start_on=DAY, fieldwork_end_on=DAY)
    theme = ThemeFactory(name="Voice")
    for kind in ("strength", "strength", "area"):
        FindingFactory(review=review, kind=kind, strand=StrandFactory(review=review)).themes.add(theme)
    return review


def published(*kinds):
    """A published paper with a section of each of these kinds."""
    report = ReportFactory(published=True)
    for position, kind in enumerate(kinds, start=1):
        SectionFactory(report=report, kind=kind, body="", position=position)
    EditionFactory(report=report)
    return report


def sign_in(client, role):
    client.force_login(UserFactory(role=role))


def page_of(client, report):
    return html.fromstring(client.get(reverse("reports:paper_detail", args=[report.pk])).content)


def links_in(client, report):
    """The addresses behind the numbers and names of a paper's tables and figures, by what is seen of them."""
    found = page_of(client, report).xpath(
        '//a[contains(@href, "/behind/")][ancestor::table or ancestor::figure]'
    )
    return [(link.text or link[0].text, link.get("href")) for link in found]


def behind(report, *place):
    """The address of what is behind a place of a paper."""
    return reverse("reports:paper_rows", args=[report.pk, *place])


def rows_at(client, address):
    page = html.fromstring(client.get(address).content)
    return [link.get("href") for link in page.xpath('//ul[@class="portal-records"]//a')]


def addresses(records):
    return [record.get_absolute_url() for record in sorted(records, key=lambda record: record.pk)]


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.SCRUTINEER])
def test_number_leads_to_exactly_what_it_counted(client, review, role):
    sign_in(client, role)
    report = published(Section.Kind.FINDINGS)
    FindingFactory(review=review, kind="strength").themes.set(review.findings.first().themes.all())

    strengths, areas = links_in(client, report)

    assert [words for words, _ in (strengths, areas)] == ["2", "1"]
    counted = review.findings.order_by("pk")[:3]
    assert rows_at(client, strengths[1]) == addresses(row for row in counted if row.kind == "strength")
    assert rows_at(client, areas[1]) == addresses(row for row in counted if row.kind == "area")
    page = " ".join(html.fromstring(client.get(areas[1]).content).text_content().split())
    assert "Records counted in table 1" in page
    assert "Findings of the period by theme. Voice. Areas for consideration" in page
    assert "counts or shows 1 finding, frozen when it was approved" in page


def test_figure_has_its_numbers_as_a_table_that_leads_to_the_rows(client):
    sign_in(client, Role.MANAGER)
    actions = [ActionFactory(agreed_at=AGREED) for _ in range(2)]
    report = published(Section.Kind.ACTIONS)
    for action in actions:
        action.status = Status.PAUSED
        action.save()

    details = page_of(client, report).xpath("//figure//details")[0]
    [link] = details.xpath(".//td/a")

    assert [cell.text for cell in details.xpath(".//tbody//th")] == ["In progress"]
    assert link.text == "2"
    assert rows_at(client, link.get("href")) == addresses(actions)
    assert "Paused" in client.get(link.get("href")).content.decode()


def test_names_in_tables_lead_to_what_they_name(client, review):
    sign_in(client, Role.OFFICER)
    action = ActionFactory(agreed_at=AGREED, findings=[review.findings.get(kind="area")])
    measure = MeasurementFactory(measure=MeasureFactory(), measured_on=DAY).measure
    report = published("reviews", "strands", "responses", "measures")

    targets = [tuple(rows_at(client, address)) for _, address in links_in(client, report)]

    for record in (review, action, measure, review.findings.get(kind="area")):
        assert (record.get_absolute_url(),) in targets
    assert tuple(addresses(review.findings.filter(kind="strength"))) in targets


def test_member_has_the_numbers_and_the_tables_without_links(client, review):
    sign_in(client, Role.COMMITTEE_MEMBER)
    ActionFactory(agreed_at=AGREED)
    report = published(Section.Kind.FINDINGS, Section.Kind.ACTIONS)

    page = page_of(client, report)

    assert links_in(client, report) == []
    assert [cell.text for cell in page.xpath('//*[@id="table-1"]//td')] == ["2", "1"]
    assert page.xpath("//figure//details//td[@class]/text()") == ["1"]
    assert client.get(behind(report, "table", 1, 0, 1)).status_code == 403


@pytest.mark.parametrize(
    "place",
    [("table", 1, 0, 0), ("table", 1, 7, 1), ("table", 1, 0, 99), ("table", 9, 0, 1), ("section", 1, 0, 1)],
)
def test_place_with_nothing_behind_it_is_not_found(client, review, place):
    sign_in(client, Role.OFFICER)
    report = published(Section.Kind.FINDINGS)

    assert client.get(behind(report, "table", 1, 0, 1)).status_code == 200
    assert client.get(behind(report, *place)).status_code == 404


def test_row_that_is_gone_since_is_counted(client, review):
    sign_in(client, Role.OFFICER)
    report = published(Section.Kind.FINDINGS)
    (_, strengths), _ = links_in(client, report)
    gone = review.findings.filter(kind="strength").first()
    gone.delete()

    page = " ".join(client.get(strengths).content.decode().split())

    assert "1 more is no longer in the record" in page


def test_what_is_exempt_leads_nowhere(client, review):
    sign_in(client, Role.OFFICER)
    report = ReportFactory(published=True)
    exemption = ExemptionFactory(report=report)
    SectionFactory(report=report, kind="findings", body="", exemption=exemption, position=1)
    EditionFactory(report=report)

    assert links_in(client, report) == []
    assert client.get(behind(report, "table", 1, 0, 1)).status_code == 404


def test_paper_from_before_has_numbers_without_links(client, review):
    sign_in(client, Role.OFFICER)
    report = published(Section.Kind.FINDINGS)
    edition = report.editions.get()
    for section in edition.snapshot["sections"]:
        for block in section["blocks"]:
            block.pop("sources", None)
    edition.save()

    assert links_in(client, report) == []


def sentence_links(client, report):
    """The addresses behind the numbers of a paper's sentences, by their words."""
    found = page_of(client, report).xpath('//a[contains(@href, "/behind/paragraph/")]')
    hidden = {link.text_content().removeprefix(link.text) for link in found}
    assert all(words.startswith(": records counted, ") for words in hidden)
    return {link.text: link.get("href") for link in found}


def test_numbers_in_sentences_lead_to_exactly_what_they_counted(client):
    sign_in(client, Role.OFFICER)
    late = [ActionFactory(agreed_at=AGREED, due_on=DAY, original_due_on=DAY) for _ in range(2)]
    paused = ActionFactory(agreed_at=AGREED, status=Status.PAUSED)
    report = published(Section.Kind.ACTIONS)

    links = sentence_links(client, report)

    assert rows_at(client, links["three actions"]) == addresses([*late, paused])
    assert rows_at(client, links["1 paused"]) == addresses([paused])
    assert set(addresses(late)) <= set(rows_at(client, links["Two open actions"]))
    page = client.get(links["1 paused"]).content.decode()
    assert "Records counted in paragraph 1" in page
    assert "<strong>1 paused</strong>" in page


def test_strengths_of_a_theme_and_of_a_strand_lead_to_their_findings(client, review):
    sign_in(client, Role.OFFICER)
    strengths = addresses(review.findings.filter(kind="strength"))

    by_theme = sentence_links(client, published(Section.Kind.FINDINGS))
    assert rows_at(client, by_theme["two strengths"]) == strengths
    assert rows_at(client, by_theme["Two strengths"]) == strengths
    FindingFactory(review=review, kind="strength", strand=review.findings.first().strand)
    report = published(Section.Kind.STRANDS)
    links = sentence_links(client, report)
    assert {len(rows_at(client, url)) for words, url in links.items() if "strength" in words} == {1, 2}


def test_commitments_lead_to_the_ledger(client):
    sign_in(client, Role.OFFICER)
    report = ReportFactory(published=True)
    earlier = ReportFactory(
        published=True,
        meeting__committee=report.meeting.committee,
        meeting__held_on=report.meeting.held_on - datetime.timedelta(days=90),
    )
    promise = CommitmentFactory(report=earlier)
    AnswerFactory(commitment=promise, report=report)
    SectionFactory(report=report, kind=Section.Kind.COMMITMENTS, body="", position=1)
    EditionFactory(report=report)

    links = sentence_links(client, report)

    assert rows_at(client, links["One commitment"]) == [promise.get_absolute_url()]
    sentence = html.fromstring(client.get(links["it"]).content).xpath("//main//p")[0]
    assert sentence.text_content() == "“This report answers it.”"
    assert sentence.xpath("strong/text()") == ["it"]


def test_words_looked_for_are_not_marked_in_what_is_only_heard(client):
    sign_in(client, Role.OFFICER)
    ActionFactory(agreed_at=AGREED)
    report = published(Section.Kind.ACTIONS)
    address = reverse("reports:paper_detail", args=[report.pk])

    page = html.fromstring(client.get(address, {"words": "records counted actions"}).content)

    assert page.xpath('//span[@class="govuk-visually-hidden"][starts-with(., ": records counted")]')
    assert not page.xpath('//span[@class="govuk-visually-hidden"]/mark')


@pytest.mark.parametrize("role", [Role.COMMITTEE_MEMBER])
def test_sentences_are_words_for_whoever_does_not_see_the_record(client, role):
    ActionFactory(agreed_at=AGREED, due_on=DAY, original_due_on=DAY)
    report = published(Section.Kind.ACTIONS)
    sign_in(client, role)

    assert sentence_links(client, report) == {}
    assert client.get(behind(report, "paragraph", 1, 0, 0)).status_code == 403


def test_sentence_that_is_exempt_or_has_no_such_number_leads_nowhere(client):
    sign_in(client, Role.OFFICER)
    ActionFactory(agreed_at=AGREED)
    report = ReportFactory(published=True)
    exemption = ExemptionFactory(report=report)
    SectionFactory(report=report, kind=Section.Kind.ACTIONS, body="", position=1, exemption=exemption)
    EditionFactory(report=report)
    shown = published(Section.Kind.ACTIONS)

    assert client.get(behind(report, "paragraph", 1, 0, 0)).status_code == 404
    assert client.get(behind(shown, "paragraph", 1, 0, 0)).status_code == 200
    for place in ((1, 0, 99), (1, 1, 0), (99, 0, 0)):
        assert client.get(behind(shown, "paragraph", *place)).status_code == 404


def test_words_of_a_sentence_do_not_change_by_what_they_lead_to(client):
    ActionFactory(agreed_at=AGREED, due_on=DAY, original_due_on=DAY)
    report = published(Section.Kind.ACTIONS)
    edition = report.editions.get()
    blocks = edition.snapshot["sections"][0]["blocks"]
    sentences = [block for block in blocks if block["type"] == "paragraph"]

    assert any(block.get("sources") for block in sentences)
    for mark in (BEGIN, WORDS, END):
        assert mark not in json.dumps(edition.snapshot, ensure_ascii=False)
    drawn = page_html(edition.snapshot)
    for block in blocks:
        block.pop("sources", None)
    assert page_html(edition.snapshot) == drawn
