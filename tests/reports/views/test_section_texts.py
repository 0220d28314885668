"""The texts that a section had before: kept when it is saved, read, compared and brought back."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from reports.models import EarlierText, Section
from reports.services.sections import edit_section
from tests.factories.portal import UserFactory
from tests.factories.reports import EarlierTextFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db
NOTHING_AGREED = "No action had been agreed by the end of the period."


def address(section, name, *args):
    return reverse(f"reports:{name}", args=[section.report_id, section.pk, *args])


def save(client, section, **sent):
    section.refresh_from_db()
    values = {"version": section.version, "heading": section.heading, "body": section.body, **sent}
    client.post(address(section, "section_edit"), values)


def texts_of(section):
    return list(
        section.earlier_texts.order_by("number").values_list("number", "heading", "body", "is_record")
    )


def test_each_saving_keeps_the_text_before_it(client, officer):
    section = SectionFactory(heading="First heading", body="One.")

    save(client, section, heading="Second heading", body="Two.")
    save(client, section, body="Three.")

    assert texts_of(section) == [
        (1, "First heading", "One.", False),
        (2, "Second heading", "Two.", False),
    ]
    assert {row.replaced_by for row in EarlierText.objects.all()} == {officer}


def test_saving_the_same_words_keeps_nothing(client, officer):
    section = SectionFactory(body="One.")

    save(client, section, heading="Another heading")

    assert texts_of(section) == []


def test_words_of_the_record_are_kept_when_it_is_taken_over_and_ours_when_it_is_given_back(client, officer):
    section = SectionFactory(kind=Section.Kind.ACTIONS, body="", heading="Actions")

    save(client, section, body="Ours.", shown=NOTHING_AGREED)
    client.post(address(section, "section_refresh"), {"version": 1})

    assert texts_of(section) == [(1, "Actions", NOTHING_AGREED, True), (2, "Actions", "Ours.", False)]


def test_page_lists_the_texts_with_who_wrote_and_replaced_them(client, officer):
    section = SectionFactory(heading="Now")
    ann, ben = UserFactory(name="Head of Quality"), UserFactory(name="Head of Data")
    EarlierTextFactory(section=section, number=1, is_record=True, replaced_by=ann)
    EarlierTextFactory(section=section, number=2, heading="Before", replaced_by=ben)

    page = BeautifulSoup(client.get(address(section, "section_texts")).content, "html.parser")

    second, first = (row.get_text(" ", strip=True) for row in page.select(".portal-records__item"))
    assert second.startswith("Text 2 : Before Written by Head of Quality. Replaced by Head of Data on ")
    assert first.startswith("Text 1 Written from the record. Replaced by Head of Quality on ")


def test_draft_leads_to_the_texts_of_sections_that_have_some(client, officer):
    section = SectionFactory()
    EarlierTextFactory(section=section)
    other = SectionFactory(report=section.report)

    page = client.get(section.report.get_absolute_url()).content.decode()

    assert address(section, "section_texts") in page
    assert address(other, "section_texts") not in page


def test_text_is_compared_with_what_the_section_says_now(client, officer):
    section = SectionFactory(heading="How it went", body="Visits were **late**.\n\nMore.")
    text = EarlierTextFactory(section=section, heading="How it went", body="Visits were **few**.\n\nMore.")

    page = BeautifulSoup(client.get(text.get_absolute_url()).content, "html.parser")

    [difference] = page.select(".portal-changed")
    assert [tag.get_text() for tag in difference.find_all("del", recursive=False)] == [
        " [removed:] **few**. [end of what is removed] "
    ]
    assert "**late**." in difference.ins.get_text()
    assert page.select_one(".portal-preview strong").get_text() == "few"


def test_text_is_brought_back_as_a_change_like_any_other(client, officer):
    section = SectionFactory(heading="Now", body="Now.")
    text = EarlierTextFactory(section=section, heading="Then", body="Then.")

    response = client.post(text.get_absolute_url(), {"version": 0}, follow=True)

    section.refresh_from_db()
    assert (section.heading, section.body, section.version) == ("Then", "Then.", 1)
    assert texts_of(section) == [(1, "Then", "Then.", False), (2, "Now", "Now.", False)]
    assert "Text 1 is brought back" in response.content.decode()


def test_text_is_not_brought_back_over_what_somebody_saved_meanwhile(client, officer):
    section = SectionFactory(body="Now.")
    text = EarlierTextFactory(section=section)
    edit_section(section=section, by=UserFactory(name="Head of Data"), version=0, changes={"body": "Newer."})

    page = client.post(text.get_absolute_url(), {"version": 0}).content.decode()

    assert "This was changed by Head of Data" in page
    section.refresh_from_db()
    assert section.body == "Newer."


def test_text_of_a_report_that_was_approved_meanwhile_is_not_brought_back(client, officer):
    section = SectionFactory(report=ReportFactory(approved=True), body="Approved.")
    text = EarlierTextFactory(section=section)

    page = client.post(text.get_absolute_url(), {"version": 0}).content.decode()

    assert "The text of an approved report cannot change" in page
    section.refresh_from_db()
    assert section.body == "Approved."
    assert texts_of(section) == [(1, section.heading, "What it said before.", False)]


def test_text_of_another_section_is_not_found(client, officer):
    text = EarlierTextFactory()
    other = SectionFactory(report=text.section.report)

    assert client.get(address(other, "section_text", 1)).status_code == 404
    assert client.get(address(text.section, "section_text", 2)).status_code == 404


def test_stale_form_shows_both_texts_and_saves_on_top_only_when_it_is_sent_again(client, officer):
    section = SectionFactory(heading="Visits", body="Six visits.")
    colleague = UserFactory(name="Head of Data")
    edit_section(section=section, by=colleague, version=0, changes={"body": "Seven visits."})
    sent = {"version": 0, "heading": "Visits", "body": "Eight visits.", "submit": "Save"}

    response = client.post(address(section, "section_edit"), sent)

    page = BeautifulSoup(response.content, "html.parser")
    assert "This was changed by Head of Data" in page.select_one(".govuk-error-summary").get_text()
    changed, saved = page.select(".portal-changed")
    assert tuple(words in changed.get_text() and words for words in ("Seven", "Eight")) == ("Seven", "Eight")
    assert saved.get_text() == "Visits\n\nSeven visits."
    assert page.find(id="id_body").get_text().strip() == "Eight visits."
    again = {**sent, "version": page.find("input", {"name": "version"})["value"]}

    client.post(address(section, "section_edit"), again)

    section.refresh_from_db()
    assert section.body == "Eight visits."
    assert [row[2] for row in texts_of(section)] == ["Six visits.", "Seven visits."]
