"""Sections that the record writes: taken over as text by whoever edits them, and given back."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from reports.models import Section
from tests.factories.actions import ActionFactory
from tests.factories.reports import ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db
NOTHING_AGREED = "No action had been agreed by the end of the period."
MOVED_ON = "The record has moved on since."


@pytest.fixture
def section():
    return SectionFactory(kind=Section.Kind.ACTIONS, heading="Actions", body="", position=1)


def address(section, name="section_edit"):
    return reverse(f"reports:{name}", args=[section.report_id, section.pk])


def agree_an_action():
    ActionFactory(agreed_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC))


def draft_page(client, section):
    return client.get(section.report.get_absolute_url()).content.decode()


def edit(client, section, **sent):
    shown = client.get(address(section)).context["form"]["shown"].value()
    values = {"version": section.version, "heading": section.heading, "body": shown, "shown": shown, **sent}
    response = client.post(address(section), values)
    section.refresh_from_db()
    return response


def test_form_begins_with_what_the_record_says(client, officer, section):
    form = client.get(address(section)).context["form"]

    assert form["body"].value() == form["shown"].value() == NOTHING_AGREED


def test_other_words_take_the_section_over(client, officer, section):
    edit(client, section, body="Ours.\r\n\r\nAnd more.")

    assert (section.taken_over, section.body, section.record_text) == (
        True,
        "Ours.\n\nAnd more.",
        NOTHING_AGREED,
    )
    page = draft_page(client, section)
    assert "Taken over as text." in page
    assert MOVED_ON not in page


def test_another_heading_leaves_the_section_to_the_record(client, officer, section):
    edit(client, section, heading="How it went")

    assert (section.heading, section.taken_over, section.body) == ("How it went", False, "")
    agree_an_action()
    page = draft_page(client, section)
    assert "one action had been agreed" in page
    assert "Written from the record" in page


def test_record_that_moved_on_between_opening_and_saving_is_told(client, officer, section):
    shown = client.get(address(section)).context["form"]["shown"].value()
    agree_an_action()

    sent = {"version": 0, "heading": "Actions", "body": f"{shown} Really.", "shown": shown}
    client.post(address(section), sent)

    section.refresh_from_db()
    assert section.record_text == NOTHING_AGREED
    assert MOVED_ON in draft_page(client, section)


def test_draft_tells_that_the_record_has_moved_on_until_the_section_is_given_back(client, officer, section):
    edit(client, section, body="Ours.")
    agree_an_action()
    assert MOVED_ON in draft_page(client, section)
    rebuilding = client.get(address(section, "section_refresh")).content.decode()
    assert "one action had been agreed" in rebuilding
    gone = [row.get_text() for row in BeautifulSoup(rebuilding, "lxml").select("del")]
    assert any("Ours." in row for row in gone)

    client.post(address(section, "section_refresh"), {"version": section.version})

    page = draft_page(client, section)
    assert MOVED_ON not in page
    assert "Ours." not in page
    assert "one action had been agreed" in page


def test_scrutineer_is_not_told_how_sections_are_written(client, scrutineer, section):
    page = draft_page(client, section)

    assert NOTHING_AGREED in page
    assert "Written from the record" not in page


def test_section_without_text_of_its_own_has_a_heading_only(client, officer):
    section = SectionFactory(kind=Section.Kind.CONTACTS, placed=True)

    form = client.get(address(section)).context["form"]
    assert "body" not in form.fields
    client.post(address(section), {"version": 0, "heading": "Whom to ask"})

    section.refresh_from_db()
    assert (section.heading, section.taken_over) == ("Whom to ask", False)


def test_section_of_a_kind_is_added_with_the_name_of_the_kind(client, officer):
    report = ReportFactory()

    client.post(reverse("reports:section_add", args=[report.pk]), {"after": "", "kind": "measures"})

    [added] = report.sections.all()
    assert (added.kind, added.heading, added.taken_over) == ("measures", "Measures", False)


def test_second_section_of_a_placed_kind_is_refused(client, officer):
    section = SectionFactory(kind=Section.Kind.CONTACTS, placed=True)

    page = client.post(
        reverse("reports:section_add", args=[section.report_id]), {"after": section.pk, "kind": "contacts"}
    ).content.decode()

    assert "The report already has a section of this kind" in page
    assert section.report.sections.count() == 1


def test_live_section_is_enough_to_send_a_report_for_review(client, officer, section):
    placed = SectionFactory(kind=Section.Kind.CONTACTS, placed=True)

    for report in (section.report, placed.report):
        client.post(reverse("reports:report_submit", args=[report.pk]), {"version": report.version})
        report.refresh_from_db()

    assert (section.report.status, placed.report.status) == ("in_review", "draft")
