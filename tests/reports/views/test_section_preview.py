"""How what is typed in a section would read, shown while it is typed."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from reports.models import KeptText, Section
from tests.factories.portal import UserFactory
from tests.factories.reports import AnnexFactory, AnnexFileFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


def preview(client, section, **sent):
    url = reverse("reports:section_preview", args=[section.report_id, section.pk])
    return client.post(url, {"version": 0, "heading": "Visits", "body": "", **sent})


def shown(client, section, body):
    return BeautifulSoup(preview(client, section, body=body).content, "html.parser")


def test_numbers_and_references_are_those_of_the_report_and_nothing_is_saved(client, officer):
    report = ReportFactory()
    SectionFactory(report=report, body="One. {#first}\n\nTwo.", position=1)
    section = SectionFactory(report=report, body="As saved.", position=2)
    SectionFactory(report=report, body="Last. {#last}", position=3)

    part = shown(client, section, "See {first}.\r\n\r\nAnd *{last}*.")

    paragraphs = [" ".join(row.get_text().split()) for row in part.select(".portal-paragraph")]
    assert paragraphs == ["3. See 1.", "4. And 5."]
    assert part.find("h3").get_text() == "Visits"
    assert part.find("html") is None
    section.refresh_from_db()
    assert (section.body, section.version, section.report.version) == ("As saved.", 0, 0)
    assert not KeptText.objects.exists()


def test_annexes_are_named_and_not_read(client, officer):
    section = SectionFactory()
    read = AnnexFileFactory(parts=[{"type": "paragraph", "text": "Terms", "depth": 0}])
    AnnexFactory(report=section.report, name="terms", kind="word", body="", file=read)

    with CaptureQueriesContext(connection) as asked:
        part = shown(client, section, "See {annex terms}.")

    assert part.select_one(".portal-paragraph a").get_text() == "Annex A"
    assert [query["sql"] for query in asked if "reports_annexfile" in query["sql"]] == []


def test_new_section_does_not_say_that_it_has_no_text_before_the_record_was_asked(client, officer):
    url = reverse("reports:section_add", args=[ReportFactory().pk])

    opened = client.get(url).content.decode()

    assert "There is no text yet" not in opened
    assert "or what the record writes for the kind of section that you choose" in opened


def test_html_and_scripts_do_nothing(client, officer):
    section = SectionFactory()
    body = (
        '<script>alert(1)</script>\n\n<img src=x onerror="alert(1)"> <b>loud</b>\n\n'
        "[press](javascript:alert(1)) ![picture](https://elsewhere.example/x.png)\n\n| a |\n|---|\n| <i>x</i> |\n\n"
        "**not closed [nor this]("
    )

    part = shown(client, section, body)

    assert {tag.name for tag in part.find_all(True)} <= {
        *("section", "h2", "h3", "div", "p", "span"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    }
    assert [tag for tag in part.find_all(True) if any(name.startswith("on") for name in tag.attrs)] == []
    for words in ("<script>alert(1)</script>", "<b>loud</b>", "**not closed [nor this]("):
        assert words in part.get_text()


def test_long_text_is_not_read_while_it_is_typed(client, officer):
    part = shown(client, SectionFactory(), "[" * 40_001)

    assert "The text is too long to be shown while you type" in part.get_text()


def test_empty_text_says_so(client, officer):
    assert "There is no text yet." in shown(client, SectionFactory(), "").get_text()


@pytest.mark.parametrize(
    "section_of",
    [
        lambda: SectionFactory(report=ReportFactory(approved=True)),
        lambda: SectionFactory(kind=Section.Kind.CONTACTS, placed=True),
    ],
    ids=["approved", "placed"],
)
def test_section_without_text_to_write_is_refused(client, officer, section_of):
    assert preview(client, section_of()).status_code == 403


def test_preview_needs_a_token():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(UserFactory())

    assert preview(strict, SectionFactory()).status_code == 403


def new_preview(client, report, **sent):
    url = reverse("reports:new_section_preview", args=[report.pk])
    return client.post(url, {"heading": "Visits", "body": "Seven were made.", **sent})


def new_paragraphs(client, report, **sent):
    part = BeautifulSoup(new_preview(client, report, **sent).content, "html.parser")
    return [" ".join(row.get_text().split()) for row in part.select(".portal-paragraph")]


def test_new_section_is_numbered_where_it_is_to_stand_and_nothing_is_saved(client, officer):
    report = ReportFactory()
    first = SectionFactory(report=report, body="One.\n\nTwo.", position=1)
    SectionFactory(report=report, body="Last. {#last}", position=2)

    paragraphs = new_paragraphs(client, report, after=first.pk, body="Before {last}.")

    assert paragraphs == ["3. Before 4."]
    assert report.sections.count() == 2
    page = client.get(reverse("reports:section_add", args=[report.pk])).content.decode()
    assert f'data-portal-preview="{reverse("reports:new_section_preview", args=[report.pk])}"' in page


def test_new_section_stands_first_where_its_place_is_in_another_report(client, officer):
    report = ReportFactory()
    SectionFactory(report=report, body="One.", position=1)

    assert new_paragraphs(client, report, after=SectionFactory().pk) == ["1. Seven were made."]


def test_new_section_of_an_approved_report_is_not_shown(client, officer):
    assert new_preview(client, ReportFactory(approved=True)).status_code == 403
