"""Drafting a report and editing its text."""

import datetime

import pytest
from django.urls import reverse

from portal.history import history_of
from reports.models import Report, Section
from reports.services.sections import edit_section
from tests.factories.actions import ActionFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import MeetingFactory, RecommendationFactory, ReportFactory, SectionFactory
from tests.sent import date_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def meeting():
    return MeetingFactory(held_on=datetime.date(2026, 7, 14))


def entries(chosen, **changes):
    return {
        "meeting": chosen.pk,
        "title": "Half-yearly report",
        **date_parts("period_start_on", 1, 11, 2025),
        **date_parts("period_end_on", 30, 4, 2026),
        "report_of": "Director",
        "author_contact": "Officer",
        "chief_officer_contact": "Director",
        "wards_affected": "All",
        **changes,
    }


def test_report_add_drafts_every_section_from_the_record(client, officer, meeting):
    ActionFactory(original_due_on=datetime.date(2026, 2, 1))

    response = client.post(reverse("reports:report_add"), entries(meeting))

    report = Report.objects.get()
    assert response.url == report.get_absolute_url()
    assert (report.status, report.drafted_by, report.meeting) == ("draft", officer, meeting)
    kinds = list(report.sections.order_by("position").values_list("kind", flat=True))
    assert kinds == ["introduction", "reviews", "findings", "actions", "measures"]
    assert "one action had been agreed" in report.sections.get(kind="actions").body
    assert report.recommendations.count() == 2


def test_report_add_sent_twice_drafts_one_report(client, officer, meeting, token):
    for _ in range(2):
        client.post(reverse("reports:report_add"), entries(meeting, form_token=token))

    assert Report.objects.count() == 1


def test_report_add_starts_like_the_last_report_and_at_the_meeting_that_was_chosen(client, officer, meeting):
    ReportFactory(report_of="Director of Everything", chief_officer_contact="Call the director")

    page = client.get(reverse("reports:report_add"), {"meeting": meeting.pk}).content.decode()

    assert "Director of Everything" in page
    assert f'<option value="{meeting.pk}" selected' in page


def test_report_add_offers_no_meeting_of_the_past(client, officer):
    past = MeetingFactory(held_on=datetime.date(2026, 6, 14))

    response = client.post(reverse("reports:report_add"), entries(past))

    assert "Choose a meeting from the list" in response.content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"meeting": ""}, "Choose the meeting that the report is for"),
        ({"title": ""}, "Enter the title of the report"),
        (date_parts("period_start_on", "", "", ""), "Enter the first day of the period"),
        (
            date_parts("period_end_on", 31, 10, 2025),
            "Enter a last day of the period that is on or after the first day",
        ),
        ({"report_of": ""}, "Enter the post whose report this is"),
        ({"author_contact": ""}, "Enter how to reach the author"),
        ({"chief_officer_contact": ""}, "Enter how to reach the chief officer responsible"),
        ({"wards_affected": ""}, "Enter the wards affected, or All"),
    ],
)
def test_report_add_of_bad_input_drafts_nothing(client, officer, meeting, changes, message):
    response = client.post(reverse("reports:report_add"), entries(meeting, **changes))

    page = response.content.decode()
    assert response.status_code == 200
    assert message in page
    assert "<title>Error: " in page
    assert not Report.objects.exists()


def test_report_edit(client, officer, meeting):
    report = ReportFactory()

    response = client.post(
        reverse("reports:report_edit", args=[report.pk]),
        entries(meeting, version=0, background_papers="The letter", specialist_officers="None asked"),
    )

    report.refresh_from_db()
    assert response.url == report.get_absolute_url()
    assert (report.title, report.background_papers, report.version) == ("Half-yearly report", "The letter", 1)
    assert history_of(report)[0].who == str(officer)


def test_report_edit_of_a_stale_form_says_who_changed_what_and_keeps_what_was_typed(client, officer, meeting):
    report = ReportFactory(version=3)

    response = client.post(
        reverse("reports:report_edit", args=[report.pk]), entries(meeting, version=2, title="Mine")
    )

    page = response.content.decode()
    assert "This was changed" in page
    assert 'value="Mine"' in page
    report.refresh_from_db()
    assert report.title != "Mine"


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
    section = SectionFactory(kind=Section.Kind.ACTIONS, body="Somebody's words.")

    client.post(section_page(section, "section_refresh"), {"version": 0})

    section.refresh_from_db()
    assert section.body == "No action had been agreed by the end of the period."


def test_section_refresh_says_that_edits_are_lost(client, officer):
    section = SectionFactory(kind=Section.Kind.ACTIONS)

    page = client.get(section_page(section, "section_refresh")).content.decode()

    assert "is replaced and cannot be brought back" in page


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
