"""Looking for words in the reading room."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from portal.models import Role
from reports.models import PaperText, Report
from reports.rendering.paper_texts import keep_texts
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnnexFactory,
    CommitteeFactory,
    EditionFactory,
    ExemptionFactory,
    PictureFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db

SEARCH = reverse("reports:paper_search")


def paper(*bodies, **values):
    """A published paper with these sections, as the search knows it."""
    report = ReportFactory(**{"published": True, **values})
    for position, body in enumerate(bodies, start=1):
        SectionFactory(report=report, heading=f"Part {position}", body=body, position=position)
    keep_texts(EditionFactory(report=report))
    return report


def found(client, address, **query):
    """The addresses that a search leads to, and the words around what was looked for."""
    page = html.fromstring(client.get(address, query).content)
    links = page.xpath('//ul[@class="portal-results"]//a')
    excerpts = page.xpath('//p[@class="portal-results__excerpt"]')
    return [(link.get("href"), text.text_content()) for link, text in zip(links, excerpts, strict=True)]


def marked(client, address, **query):
    return html.fromstring(client.get(address, query).content).xpath(
        '//main//*[@class="portal-results"]//mark/text()'
    )


def test_search_leads_to_the_paragraph_that_has_all_of_the_words(client, member):
    report = paper("Nine visits.\n\nSupervision is **regular** in every team.", "Visits are regular.")

    rows = found(client, SEARCH, words="REGULAR supervision")

    address = reverse("reports:paper_detail", args=[report.pk])
    assert rows == [
        (f"{address}?words=REGULAR+supervision#paragraph-2", "Supervision is regular in every team.")
    ]
    assert marked(client, SEARCH, words="REGULAR supervision") == ["Supervision", "regular"]
    text = html.fromstring(client.get(SEARCH, {"words": "supervision"}).content).text_content()
    assert f"{report.meeting.committee}, " in text
    assert report.title in text
    assert "1 passage with supervision" in " ".join(text.split())


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Yearly", ""),
        ("Part 2", "#section-{section}"),
        ("a deeper point", "#paragraph-1"),
        ("The caption cell", "#table-1"),
        ("Ask for a count", "#paragraph-2"),
        ("members know", "#paragraph-2"),
        ("What it is called", "#annex-A"),
        ("words of the annex", "#annex-A"),
        ("four steps", "#figure-1"),
    ],
)
def test_search_goes_through_title_headings_paragraphs_tables_recommendations_annexes_and_pictures(
    client, member, words, anchor
):
    report = ReportFactory(published=True, title="Yearly report")
    SectionFactory(report=report, body="First.\n\n- a point\n  - a deeper point", position=1)
    body = "| The caption | b |\n|---|---|\n| cell | d |"
    section = SectionFactory(report=report, heading="Part 2", body=body, position=2)
    SectionFactory(report=report, kind="recommendations", placed=True, position=3)
    RecommendationFactory(report=report, text="Ask for a count", position=1)
    AnnexFactory(report=report, title="What it is called", body="The words of the annex.", position=1)
    SectionFactory(report=report, body=PictureFactory(report=report).mark, position=4)
    keep_texts(EditionFactory(report=report))

    [(address, _)] = found(client, SEARCH, words=words)

    assert address.partition("#")[2] == anchor.format(section=section.pk).removeprefix("#")
    assert address.startswith(reverse("reports:paper_detail", args=[report.pk]))


@pytest.mark.parametrize("role", [Role.COMMITTEE_MEMBER, Role.OFFICER, Role.SCRUTINEER])
def test_nobody_finds_what_is_exempt_or_not_published(client, role):
    client.force_login(UserFactory(role=role))
    report = ReportFactory(published=True)
    exemption = ExemptionFactory(report=report, letter="A")
    SectionFactory(report=report, body="Open.\n\n{exempt A} Zanzibar is dear.", position=1)
    SectionFactory(report=report, body="Zanzibar again.", exemption=exemption, position=2)
    AnnexFactory(
        report=report, title="Of Zanzibar", body="Zanzibar once more.", exemption=exemption, position=1
    )
    keep_texts(EditionFactory(report=report))
    keep_texts(EditionFactory(report=report, audience="full"))
    paper("Zanzibar as well.", approved=True, published=False)
    paper("Zanzibar before.", withdrawn=True)

    within = reverse("reports:paper_find", args=[report.pk])

    assert [found(client, address, words="zanzibar") for address in (SEARCH, within)] == [[], []]
    assert [len(found(client, address, words="open")) for address in (SEARCH, within)] == [1, 1]
    assert "Nothing found for" in client.get(SEARCH, {"words": "zanzibar"}).content.decode()


def test_only_the_newest_edition_is_found(client, member):
    report = paper("Old words.")
    report.sections.update(body="New words.")
    keep_texts(EditionFactory(report=report, number=2))

    assert [text for _, text in found(client, SEARCH, words="words")] == ["New words."]


def test_latest_meeting_comes_first_and_one_committee_can_be_chosen(client, member):
    committees = [CommitteeFactory(name="Scrutiny"), CommitteeFactory(name="Executive")]
    for month, committee in ((3, committees[0]), (6, committees[1])):
        day = datetime.date(2026, month, 1)
        paper(f"Words of month {month}.", meeting__held_on=day, meeting__committee=committee)

    def texts(**query):
        return [text for _, text in found(client, SEARCH, words="words of", **query)]

    assert texts() == ["Words of month 6.", "Words of month 3."]
    assert texts(committee=committees[0].pk) == ["Words of month 3."]
    assert texts(committee="nobody") == ["Words of month 6.", "Words of month 3."]


def test_search_in_one_paper_finds_nothing_of_another(client, member):
    report = paper("Words here.")
    paper("Words there.")

    rows = found(client, reverse("reports:paper_find", args=[report.pk]), words="words")

    assert [text for _, text in rows] == ["Words here."]


@pytest.mark.parametrize("standing", [{}, {"approved": True}, {"withdrawn": True}])
def test_search_in_a_paper_that_cannot_be_read_is_not_found(client, member, standing):
    report = ReportFactory(**standing)

    assert client.get(reverse("reports:paper_find", args=[report.pk])).status_code == 404


def test_paper_marks_the_words_that_it_was_found_by(client, member):
    report = paper(
        "Care & <b>careful</b> [care](https://care.example).\n\n| Care | b |\n|---|---|\n| amp | d |"
    )
    address = reverse("reports:paper_detail", args=[report.pk])

    page = client.get(address, {"words": "care amp"}).content.decode()

    marks = html.fromstring(page).xpath('//section//mark[@class="portal-found"]/text()')
    assert marks == ["Care", "care", "care", "Care", "amp"]
    assert 'href="https://care.example"' in page
    assert "&amp; " in page
    assert "portal-found" not in client.get(address).content.decode()


@pytest.mark.parametrize("words", ["a", "\0a"])
def test_words_that_are_too_short_are_said_to_be(client, member, words):
    paper("A paragraph.")

    page = client.get(SEARCH, {"words": words}).content.decode()

    assert "<title>Error: " in page
    assert page.count("Enter 2 letters or more") == 2
    assert "Nothing found" not in page


def test_search_shows_one_page_of_many_passages(client, member):
    paper("\n\n".join(f"Words {number}." for number in range(30)))

    first, second = (found(client, SEARCH, words="words", page=page) for page in (1, 2))

    assert (len(first), len(second)) == (25, 5)
    assert second[-1][1] == "Words 29."


def test_title_and_fields_lead_to_the_search(client, member):
    report = paper("Words.")

    room = client.get(reverse("reports:paper_list")).content.decode()
    shown = client.get(reverse("reports:paper_detail", args=[report.pk])).content.decode()

    assert f'action="{SEARCH}"' in room
    assert f'action="{reverse("reports:paper_find", args=[report.pk])}"' in shown


def test_texts_go_with_the_edition_they_were_read_from():
    report = paper("Words.")
    Report.objects.filter(pk=report.pk).update(status="approved", published_by=None, published_at=None)

    assert PaperText.objects.count() == 3
    assert not PaperText.objects.visible_to(UserFactory(role=Role.COMMITTEE_MEMBER)).exists()
    assert not PaperText.objects.visible_to(UserFactory(role=Role.ACTION_LEAD)).exists()
