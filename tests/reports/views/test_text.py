"""Editing the text of a report: its sections and its recommendations."""

import pytest
from django.urls import reverse

from reports.models import Section
from reports.services.sections import edit_section
from tests.factories.portal import UserFactory
from tests.factories.reports import RecommendationFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


def section_page(section, name="section_edit"):
    return reverse(f"reports:{name}", args=[section.report_id, section.pk])


def test_section_edit(client, officer):
    section = SectionFactory()

    response = client.post(
        section_page(section), {"version": 0, "heading": "New", "body": "New text.", "submit": "Save"}
    )

    section.refresh_from_db()
    assert response.url == section.get_absolute_url()
    assert (section.heading, section.body) == ("New", "New text.")
    section.report.refresh_from_db()
    assert section.report.version == 1


def test_section_edit_shows_how_it_reads(client, officer):
    report = ReportFactory()
    SectionFactory(report=report, body="One.\n\nTwo.", position=1)
    section = SectionFactory(report=report, body="**Bold** words", position=2)

    page = client.get(section_page(section)).content.decode()

    assert "<strong>Bold</strong> words" in page
    assert ">3.</span>" in page


def test_section_preview_shows_what_was_typed_and_saves_nothing(client, officer):
    section = SectionFactory(body="As saved.", position=1)

    response = client.post(
        section_page(section),
        {"version": 0, "heading": "New", "body": "As *typed*.", "preview": "Show how it will read"},
    )

    page = response.content.decode()
    assert "As <em>typed</em>." in page
    section.refresh_from_db()
    assert (section.body, section.version) == ("As saved.", 0)


@pytest.mark.parametrize(
    ("changes", "message"), [({"heading": ""}, "Enter the heading"), ({"body": " "}, "Enter the text")]
)
def test_section_edit_of_bad_input_changes_nothing(client, officer, changes, message):
    section = SectionFactory()

    response = client.post(section_page(section), {"version": 0, "heading": "New", "body": "New.", **changes})

    assert message in response.content.decode()
    section.refresh_from_db()
    assert section.version == 0


def test_section_edit_of_a_stale_form_keeps_what_was_typed(client, officer):
    section = SectionFactory()
    colleague = UserFactory(name="Head of Quality")
    edit_section(section=section, by=colleague, version=0, changes={"body": "Theirs."})

    response = client.post(section_page(section), {"version": 0, "heading": "H", "body": "Mine."})

    page = response.content.decode()
    assert "This was changed by Head of Quality" in page
    assert "Mine." in page
    section.refresh_from_db()
    assert section.body == "Theirs."


def test_section_edit_sent_after_the_approval_is_refused_with_what_was_typed(client, officer):
    section = SectionFactory(report=ReportFactory(approved=True))

    response = client.post(section_page(section), {"version": 0, "heading": "H", "body": "Too late."})

    page = response.content.decode()
    assert "The text of an approved report cannot change" in page
    assert "Too late." in page
    section.refresh_from_db()
    assert section.body != "Too late."


def test_section_refresh_writes_the_text_anew(client, officer):
    section = SectionFactory(kind=Section.Kind.ACTIONS, body="Somebody's words.", record_text="Before.")

    client.post(section_page(section, "section_refresh"), {"version": 0})

    section.refresh_from_db()
    assert (section.taken_over, section.body, section.record_text) == (False, "", "")
    page = client.get(section.report.get_absolute_url()).content.decode()
    assert "No action had been agreed by the end of the period." in page


def test_section_refresh_of_the_officers_own_text_is_refused(client, officer):
    section = SectionFactory(body="Our own words.")

    response = client.post(section_page(section, "section_refresh"), {"version": 0})

    assert "not written from the record" in response.content.decode()
    section.refresh_from_db()
    assert section.body == "Our own words."


def test_section_refresh_of_a_stale_page_keeps_the_new_words(client, officer):
    section = SectionFactory(kind=Section.Kind.ACTIONS, body="New words.", version=1)

    client.post(section_page(section, "section_refresh"), {"version": 0})

    section.refresh_from_db()
    assert section.body == "New words."


def test_section_add_after_another_one_moves_the_later_ones(client, officer):
    report = ReportFactory()
    first, last = (SectionFactory(report=report, position=position) for position in (1, 2))

    response = client.post(
        reverse("reports:section_add", args=[report.pk]),
        {"after": first.pk, "heading": "Between", "body": "Text."},
    )

    added = Section.objects.get(heading="Between")
    assert response.url == added.get_absolute_url()
    assert list(report.sections.order_by("position")) == [first, added, last]
    assert added.kind == Section.Kind.TEXT


def test_section_add_sent_twice_adds_one(client, officer, token):
    report = ReportFactory()

    for _ in range(2):
        client.post(
            reverse("reports:section_add", args=[report.pk]),
            {"after": "", "heading": "Once", "body": "Text.", "form_token": token},
        )

    assert report.sections.count() == 1


def test_section_add_preview_adds_nothing(client, officer):
    report = ReportFactory()

    response = client.post(
        reverse("reports:section_add", args=[report.pk]),
        {"after": "", "heading": "New", "body": "- a point", "preview": "x"},
    )

    assert '<ol class="portal-points">' in response.content.decode()
    assert not report.sections.exists()


def test_section_remove(client, officer):
    section = SectionFactory()

    response = client.post(section_page(section, "section_remove"), {"version": 0})

    assert response.url == section.report.get_absolute_url()
    assert not Section.objects.exists()


def test_section_remove_of_a_stale_page_removes_nothing(client, officer):
    section = SectionFactory(version=1)

    response = client.post(section_page(section, "section_remove"), {"version": 0})

    assert "This was changed" in response.content.decode()
    assert Section.objects.exists()


def test_recommendation_add_edit_and_remove(client, officer):
    report = ReportFactory()

    client.post(
        reverse("reports:recommendation_add", args=[report.pk]), {"text": "Ask again", "reason": "To know"}
    )
    added = report.recommendations.get()
    client.post(
        reverse("reports:recommendation_edit", args=[report.pk, added.pk]),
        {"version": 0, "text": "Ask twice", "reason": "To know"},
    )
    added.refresh_from_db()
    assert added.text == "Ask twice"

    client.post(
        reverse("reports:recommendation_remove", args=[report.pk, added.pk]), {"version": added.version}
    )
    assert not report.recommendations.exists()


def test_recommendation_add_sent_twice_adds_one(client, officer, token):
    report = ReportFactory()

    for _ in range(2):
        client.post(
            reverse("reports:recommendation_add", args=[report.pk]),
            {"text": "Ask", "reason": "To know", "form_token": token},
        )

    assert report.recommendations.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text": ""}, "Enter what the committee is asked to do"),
        ({"reason": ""}, "Enter the reason for the recommendation"),
    ],
)
def test_recommendation_without_text_or_reason_is_refused(client, officer, changes, message):
    recommendation = RecommendationFactory()

    response = client.post(
        reverse("reports:recommendation_edit", args=[recommendation.report_id, recommendation.pk]),
        {"version": 0, "text": "Ask", "reason": "To know", **changes},
    )

    assert message in response.content.decode()
    recommendation.refresh_from_db()
    assert recommendation.version == 0


def test_recommendation_of_an_approved_report_is_not_removed(client, officer):
    recommendation = RecommendationFactory(report=ReportFactory(approved=True))

    response = client.post(
        reverse("reports:recommendation_remove", args=[recommendation.report_id, recommendation.pk]),
        {"version": 0},
    )

    assert "The text of an approved report cannot change" in response.content.decode()
    recommendation.refresh_from_db()
