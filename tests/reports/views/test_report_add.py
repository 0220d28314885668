"""Drafting a report, and what stands around its text."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from portal.history import history_of
from reports.drafting import default_outline
from reports.models import Report
from tests.factories.actions import ActionFactory
from tests.factories.reports import AbbreviationFactory, CycleFactory, MeetingFactory, ReportFactory
from tests.sent import date_parts

JUNE = datetime.date(2026, 6, 1)
TODAY = datetime.date(2026, 6, 15)

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
    assert kinds == default_outline()
    assert not report.sections.exclude(taken_over=False, body="").exists()
    assert "one action had been agreed" in client.get(report.get_absolute_url()).content.decode()
    assert report.recommendations.count() == 2


def test_report_add_sent_twice_drafts_one_report(client, officer, meeting, token):
    for _ in range(2):
        client.post(reverse("reports:report_add"), entries(meeting, form_token=token))

    assert Report.objects.count() == 1


def test_report_add_starts_like_the_last_report_and_at_the_meeting_that_was_chosen(client, officer, meeting):
    lead = "The committee is invited to"
    ReportFactory(
        report_of="Director of Everything",
        chief_officer_contact="Call the director",
        recommendations_lead=lead,
    )

    page = client.get(reverse("reports:report_add"), {"meeting": meeting.pk}).content.decode()

    assert "Director of Everything" in page
    assert lead in page
    assert f'<option value="{meeting.pk}" selected' in page


def test_report_add_begins_as_the_committees_schedule_says(client, officer, meeting):
    ReportFactory(title="Urgent report", report_of="Director of Everything", recommendations_lead="Please")
    CycleFactory(committee=meeting.committee, title="Children in care, half-yearly report")

    form = client.get(reverse("reports:report_add"), {"meeting": meeting.pk}).context["form"]

    assert form["title"].value() == "Children in care, half-yearly report"
    assert form["report_of"].value() == "Director of Children’s Services"
    assert form["recommendations_lead"].value() == "Please"


def test_report_add_has_the_title_of_the_committees_own_last_report(client, officer, meeting):
    before = MeetingFactory(committee=meeting.committee, held_on=datetime.date(2026, 1, 13))
    ReportFactory(meeting=before, title="Care leavers")
    ReportFactory(title="Urgent report")

    def title_at(chosen):
        page = client.get(reverse("reports:report_add"), {"meeting": chosen.pk})
        return page.context["form"]["title"].value()

    assert title_at(meeting) == "Care leavers"
    assert title_at(MeetingFactory(held_on=datetime.date(2026, 8, 4))) == ""


def suggested(client, meeting):
    form = client.get(reverse("reports:report_add"), {"meeting": meeting.pk}).context["form"]
    return form["period_start_on"].value(), form["period_end_on"].value()


def test_report_add_suggests_the_days_since_the_committees_last_report(client, officer, meeting):
    before = MeetingFactory(committee=meeting.committee, held_on=datetime.date(2026, 1, 13))
    ended = {"period_start_on": datetime.date(2025, 7, 1), "period_end_on": datetime.date(2025, 12, 31)}
    ReportFactory(meeting=before, **ended)
    later = {"period_start_on": datetime.date(2026, 1, 1), "period_end_on": datetime.date(2026, 1, 2)}
    ReportFactory(meeting=before, withdrawn=True, **later)
    ReportFactory(**later)

    assert suggested(client, meeting) == (datetime.date(2026, 1, 1), TODAY)


def test_report_add_suggests_no_period_that_goes_on_after_papers_go_out(client, officer, meeting):
    soon = MeetingFactory(committee=meeting.committee, held_on=datetime.date(2026, 6, 16))

    # Five clear working days before Tuesday 16 June 2026 begin after Monday 8 June.
    assert suggested(client, soon) == (None, datetime.date(2026, 6, 8))


def test_report_add_suggests_no_first_day_for_a_committees_first_report(client, officer, meeting):
    assert suggested(client, meeting) == (None, TODAY)


def test_report_add_suggests_no_period_that_ends_before_it_begins(client, officer, meeting):
    before = MeetingFactory(committee=meeting.committee, held_on=datetime.date(2026, 7, 13))
    days = {"period_start_on": datetime.date(2026, 1, 1), "period_end_on": datetime.date(2026, 7, 10)}
    ReportFactory(meeting=before, **days)

    assert suggested(client, meeting) == (datetime.date(2026, 7, 11), None)


@pytest.mark.parametrize("asked", ["", "none", "99999999999999999999", "0"])
def test_report_add_for_a_meeting_that_is_not_offered_suggests_nothing(client, officer, meeting, asked):
    form = client.get(reverse("reports:report_add"), {"meeting": asked}).context["form"]

    assert (form["meeting"].value(), form["period_end_on"].value()) == (None, None)


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
        (
            date_parts("period_end_on", 15, 7, 2026),
            "Enter a last day of the period that is on or before the day of the meeting, 14 July 2026",
        ),
        ({"report_of": ""}, "Enter the post whose report this is"),
        ({"author_contact": ""}, "Enter how to reach the author"),
        ({"chief_officer_contact": ""}, "Enter how to reach the chief officer responsible"),
        ({"wards_affected": ""}, "Enter the wards affected, or All"),
        (
            {"abbreviations_added": "UASC, ICB"},
            "UASC and ICB are not on the council’s list of abbreviations. Add what is missing there first",
        ),
    ],
)
def test_report_add_of_bad_input_drafts_nothing(client, officer, meeting, changes, message):
    response = client.post(reverse("reports:report_add"), entries(meeting, **changes))

    page = response.content.decode()
    assert response.status_code == 200
    assert message in page
    assert "<title>Error: " in page
    assert not Report.objects.exists()


def test_period_that_has_not_ended_is_reported_as_it_stands_today(client, officer, meeting):
    ActionFactory(start_on=JUNE, original_due_on=datetime.date(2026, 6, 20), agreed_at=timezone.now())

    client.post(reverse("reports:report_add"), entries(meeting, **date_parts("period_end_on", 14, 7, 2026)))

    report = Report.objects.get()
    page = client.get(report.get_absolute_url()).content.decode()
    assert "The period has not ended yet: the figures are those of 15 June 2026." in page
    assert "By 15 June 2026 one action had been agreed in all." in page
    assert "No open action is past its due date" in page
    assert "Tables and charts show the record as it stands today, because the period has not ended" in page


def test_second_report_for_a_meeting_is_drafted_only_on_purpose(client, officer, meeting):
    first = ReportFactory(meeting=meeting, title="The first report")
    address = reverse("reports:report_add")

    asked = html.fromstring(client.post(address, entries(meeting)).content.decode())
    assert Report.objects.get() == first
    assert [link.text for link in asked.xpath(f"//form//a[@href='{first.get_absolute_url()}']")] == [
        "The first report"
    ]
    assert asked.xpath("//*[@class='govuk-error-summary__body']//a/text()") == [
        "There is already a report for this meeting. Edit that one, or tick the box to draft another"
    ]

    client.post(address, entries(meeting, is_another="on"))
    assert Report.objects.count() == 2


def test_report_after_one_that_was_withdrawn_needs_no_confirmation(client, officer, meeting):
    ReportFactory(meeting=meeting, withdrawn=True)

    client.post(reverse("reports:report_add"), entries(meeting))

    assert Report.objects.count() == 2


def test_report_edit_of_a_period_past_the_meeting_is_refused(client, officer, meeting):
    report = ReportFactory()

    response = client.post(
        reverse("reports:report_edit", args=[report.pk]),
        entries(meeting, version=0, **date_parts("period_end_on", 15, 7, 2026)),
    )

    assert response.context["form"].errors == {
        "period_end_on": [
            "Enter a last day of the period that is on or before the day of the meeting, 14 July 2026"
        ]
    }
    report.refresh_from_db()
    assert report.version == 0


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


def test_report_edit_of_its_words_before_recommendations_and_its_abbreviations(client, officer, meeting):
    AbbreviationFactory(short="UASC")
    report = ReportFactory()
    given = {"recommendations_lead": "Members are invited to: ", "abbreviations_added": " UASC,UASC "}

    client.post(
        reverse("reports:report_edit", args=[report.pk]),
        entries(meeting, version=0, abbreviations_left_out="LGA;SIF", **given),
    )

    report.refresh_from_db()
    assert report.recommendations_lead == "Members are invited to"
    assert (report.abbreviations_added, report.abbreviations_left_out) == ("UASC", "LGA, SIF")


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
