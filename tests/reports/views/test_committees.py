"""Committees, meetings and abbreviations in the administration area."""

import datetime

import pytest
from django.urls import reverse

from reports.models import Abbreviation, Committee, Meeting
from tests.factories.reports import AbbreviationFactory, CommitteeFactory, MeetingFactory, ReportFactory
from tests.sent import date_parts

pytestmark = pytest.mark.django_db


def test_committee_list_shows_meetings(client, administrator):
    meeting = MeetingFactory(committee__name="Scrutiny", held_on=datetime.date(2026, 7, 14))

    page = client.get(reverse("reports:committee_list")).content.decode()

    assert "Scrutiny" in page
    assert "14 July 2026" in page
    assert reverse("reports:meeting_edit", args=[meeting.committee_id, meeting.pk]) in page


def test_committee_list_makes_as_many_queries_for_one_committee_as_for_three(counted_queries, administrator):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            MeetingFactory()
        counts.append(counted_queries(reverse("reports:committee_list")))

    assert counts[0] == counts[1]


def test_empty_lists_say_what_to_do(client, administrator):
    assert (
        "There is no committee yet. Add the first one."
        in client.get(reverse("reports:committee_list")).content.decode()
    )
    assert (
        "There is no abbreviation yet. Add the first one."
        in client.get(reverse("reports:abbreviation_list")).content.decode()
    )


def test_committee_add_sent_twice_adds_one(client, administrator, token):
    for _ in range(2):
        response = client.post(
            reverse("reports:committee_add"), {"name": "Scrutiny", "is_active": "on", "form_token": token}
        )

    assert response.url == reverse("reports:committee_list")
    assert Committee.objects.get().name == "Scrutiny"


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "Enter the name of the committee"), ("scrutiny", "There is already a committee with this name")],
)
def test_committee_add_of_bad_input_adds_nothing(client, administrator, name, message):
    CommitteeFactory(name="Scrutiny")

    response = client.post(reverse("reports:committee_add"), {"name": name})

    assert message in response.content.decode()
    assert Committee.objects.count() == 1


def test_committee_edit(client, administrator):
    committee = CommitteeFactory()
    page = reverse("reports:committee_edit", args=[committee.pk])

    client.post(page, {"version": 0, "name": "People Scrutiny"})

    committee.refresh_from_db()
    assert (committee.name, committee.is_active) == ("People Scrutiny", False)
    assert "Changed" in client.get(page).content.decode()


def test_committee_edit_of_a_stale_form_changes_nothing(client, administrator):
    committee = CommitteeFactory(version=1)

    response = client.post(
        reverse("reports:committee_edit", args=[committee.pk]), {"version": 0, "name": "Mine"}
    )

    assert "This was changed" in response.content.decode()
    committee.refresh_from_db()
    assert committee.name != "Mine"


def test_meeting_add_sent_twice_adds_one(client, administrator, token):
    committee = CommitteeFactory()

    for _ in range(2):
        client.post(
            reverse("reports:meeting_add", args=[committee.pk]),
            {**date_parts("held_on", 14, 7, 2026), "form_token": token},
        )

    assert committee.meetings.get().held_on == datetime.date(2026, 7, 14)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("", "", ""), "Enter the date of the meeting"),
        ((31, 2, 2026), "Date of the meeting must be a real date"),
        ((14, 7, 2026), "This committee already has a meeting on this day"),
    ],
)
def test_meeting_add_of_bad_input_adds_nothing(client, administrator, parts, message):
    meeting = MeetingFactory(held_on=datetime.date(2026, 7, 14))

    response = client.post(
        reverse("reports:meeting_add", args=[meeting.committee_id]), date_parts("held_on", *parts)
    )

    assert message in response.content.decode()
    assert Meeting.objects.count() == 1


def edit(client, meeting, version=0):
    return client.post(
        reverse("reports:meeting_edit", args=[meeting.committee_id, meeting.pk]),
        {"version": version, **date_parts("held_on", 21, 7, 2026)},
    )


def test_meeting_edit(client, administrator):
    meeting = MeetingFactory()

    edit(client, meeting)

    meeting.refresh_from_db()
    assert meeting.held_on == datetime.date(2026, 7, 21)


def test_meeting_that_an_approved_report_names_is_not_moved(client, administrator):
    meeting = ReportFactory(approved=True, meeting__held_on=datetime.date(2026, 7, 14)).meeting

    response = edit(client, meeting)

    assert "An approved report names this day" in response.content.decode()
    meeting.refresh_from_db()
    assert meeting.held_on == datetime.date(2026, 7, 14)


def test_meeting_is_not_moved_before_the_end_of_a_report_s_period(client, administrator):
    held_on = datetime.date(2026, 7, 28)
    report = ReportFactory(
        title="Half-yearly report", meeting__held_on=held_on, period_end_on=datetime.date(2026, 7, 22)
    )

    response = edit(client, report.meeting)

    assert response.context["form"].errors == {
        "held_on": [
            "The period of the report “Half-yearly report” ends on 22 July 2026. Enter that day or a later one"
        ]
    }
    report.meeting.refresh_from_db()
    assert report.meeting.held_on == held_on


def test_abbreviation_add_sent_twice_adds_one(client, administrator, token):
    for _ in range(2):
        client.post(
            reverse("reports:abbreviation_add"),
            {"short": "ICB", "meaning": "Integrated care board", "form_token": token},
        )

    assert str(Abbreviation.objects.get()) == "ICB: Integrated care board"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"short": "", "meaning": "x"}, "Enter the abbreviation"),
        ({"short": "X", "meaning": ""}, "Enter what it stands for"),
        ({"short": "ICB", "meaning": "x"}, "This abbreviation is already on the list"),
    ],
)
def test_abbreviation_add_of_bad_input_adds_nothing(client, administrator, entries, message):
    AbbreviationFactory(short="ICB")

    response = client.post(reverse("reports:abbreviation_add"), entries)

    assert message in response.content.decode()
    assert Abbreviation.objects.count() == 1


def test_abbreviation_edit(client, administrator):
    abbreviation = AbbreviationFactory()

    client.post(
        reverse("reports:abbreviation_edit", args=[abbreviation.pk]),
        {"version": 0, "short": "NHS", "meaning": "National Health Service"},
    )

    abbreviation.refresh_from_db()
    assert (abbreviation.short, abbreviation.version) == ("NHS", 1)


def test_abbreviation_list_makes_as_many_queries_for_one_row_as_for_three(counted_queries, administrator):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            AbbreviationFactory()
        counts.append(counted_queries(reverse("reports:abbreviation_list")))

    assert counts[0] == counts[1]
