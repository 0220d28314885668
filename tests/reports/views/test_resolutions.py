"""Recording what the committee resolved, and what came of it."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from reports.models import Resolution
from reports.services.resolutions import edit_resolution
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    MeetingFactory,
    RecommendationFactory,
    ReportFactory,
    ResolutionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
JUNE = datetime.date(2026, 6, 16)
TASK = {"owner": "Head of Care", "due_on_0": "1", "due_on_1": "12", "due_on_2": "2026"}


@pytest.fixture
def _today():
    with time_machine.travel(datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def recommendation():
    return RecommendationFactory(report__published=True, report__meeting__held_on=JUNE, text="Visit a home")


def tab(report):
    return reverse("reports:report_resolutions", args=[report.pk])


def add_page(recommendation):
    return reverse("reports:resolution_add", args=[recommendation.report_id, recommendation.pk])


def page_of(resolution, name):
    return reverse(f"reports:resolution_{name}", args=[resolution.pk])


def text_of(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


def test_resolution_add(client, officer, recommendation, token):
    page = add_page(recommendation)
    assert page in client.get(tab(recommendation.report)).content.decode()
    form = client.get(page).context["form"]
    assert form["meeting"].value() == recommendation.report.meeting_id

    for _ in range(2):
        response = client.post(
            page,
            {
                "meeting": recommendation.report.meeting_id,
                "decision": "amended",
                "wording": "Visit two homes",
                **TASK,
                "form_token": token,
            },
        )

    resolution = Resolution.objects.get()
    assert response.url == resolution.get_absolute_url()
    assert (resolution.decision, resolution.wording, resolution.owner, resolution.due_on) == (
        "amended",
        "Visit two homes",
        "Head of Care",
        datetime.date(2026, 12, 1),
    )
    assert page not in client.get(tab(recommendation.report)).content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"decision": ""}, "Choose what the committee resolved"),
        ({"meeting": ""}, "Choose the meeting"),
        ({"decision": "amended"}, "Enter what the committee resolved instead"),
        ({"wording": "Else"}, "Leave this empty, or choose “Agreed in other words”"),
        ({"owner": "Head of Care"}, "Enter the date by which it is to be done"),
        ({**TASK, "owner": ""}, "Enter who does it"),
        ({**TASK, "decision": "deferred"}, "Leave this empty unless the committee agreed"),
        ({**TASK, "due_on_1": "6"}, "Enter the day of the meeting, 16 June 2026, or a later one"),
    ],
)
def test_resolution_add_of_bad_input_says_what_to_do(client, officer, recommendation, changes, message):
    values = {"meeting": recommendation.report.meeting_id, "decision": "as_recommended", **changes}

    response = client.post(add_page(recommendation), values)

    assert message in text_of(response)
    assert not Resolution.objects.exists()


def test_meeting_to_come_is_not_offered(client, officer, recommendation):
    MeetingFactory(committee=recommendation.report.meeting.committee, held_on=datetime.date(2026, 12, 15))

    form = client.get(add_page(recommendation)).context["form"]

    assert [str(row.held_on) for row in form.fields["meeting"].queryset] == ["2026-06-16"]


def test_recommendation_of_a_draft_has_no_form(client, officer):
    assert client.get(add_page(RecommendationFactory())).status_code == 404


def test_report_whose_meeting_is_to_come_offers_nothing_to_record(client, officer):
    asked = RecommendationFactory(report__published=True, report__meeting__held_on=datetime.date(2026, 9, 2))

    page = client.get(tab(asked.report))

    assert "once the report is published and the meeting on 2 September 2026 has been held" in text_of(page)
    assert add_page(asked) not in page.content.decode()


def test_deferred_recommendation_can_be_decided_again(client, officer, recommendation):
    ResolutionFactory(recommendation=recommendation, decision="deferred")

    assert add_page(recommendation) in client.get(tab(recommendation.report)).content.decode()


def test_resolution_edit(client, officer, recommendation):
    resolution = ResolutionFactory(recommendation=recommendation)

    response = client.post(page_of(resolution, "edit"), {"decision": "not_agreed", "version": 0})

    assert response.url == resolution.get_absolute_url()
    resolution.refresh_from_db()
    assert resolution.decision == "not_agreed"
    assert "Not agreed" in text_of(
        client.get(reverse("reports:report_history", args=[recommendation.report_id]))
    )


def test_resolution_edit_of_a_stale_form_keeps_what_was_typed(client, officer, recommendation):
    resolution = ResolutionFactory(recommendation=recommendation)
    values = {"decision": "not_agreed", "wording": "", "owner": "", "due_on": None}
    edit_resolution(resolution=resolution, by=UserFactory(name="Clerk"), version=0, changes=values)

    response = client.post(
        page_of(resolution, "edit"), {"decision": "amended", "wording": "Mine", "version": 0}
    )

    assert "This was changed by Clerk" in text_of(response)
    assert response.context["form"]["wording"].value() == "Mine"
    resolution.refresh_from_db()
    assert resolution.decision == "not_agreed"


def test_resolution_finish(client, officer, recommendation):
    resolution = ResolutionFactory(recommendation=recommendation, owned=True)
    assert page_of(resolution, "finish") in client.get(tab(recommendation.report)).content.decode()
    day = {"finished_on_0": "31", "finished_on_1": "8", "finished_on_2": "2026"}

    client.post(page_of(resolution, "finish"), {"outcome": "Members came", **day, "version": 0})

    resolution.refresh_from_db()
    assert (resolution.outcome, resolution.finished_on) == ("Members came", datetime.date(2026, 8, 31))
    assert "Done on 31 August 2026: Members came" in text_of(client.get(tab(recommendation.report)))


def test_outcome_of_tomorrow_is_refused(client, officer, recommendation):
    resolution = ResolutionFactory(recommendation=recommendation, owned=True)
    day = {"finished_on_0": "2", "finished_on_1": "9", "finished_on_2": "2026"}

    response = client.post(page_of(resolution, "finish"), {"outcome": "Done", **day, "version": 0})

    assert "Enter a date from that of the meeting, 16 June 2026, to today" in text_of(response)


@pytest.mark.parametrize("name", ["edit", "finish"])
def test_resolution_on_a_withdrawn_report_is_not_changed(client, officer, name):
    resolution = ResolutionFactory(recommendation__report=ReportFactory(withdrawn=True))

    assert client.get(page_of(resolution, name)).status_code == 404


def test_unfinished_resolutions_come_to_the_next_draft(client, officer, recommendation):
    resolution = ResolutionFactory(recommendation=recommendation, owned=True)
    meeting = MeetingFactory(
        committee=recommendation.report.meeting.committee, held_on=datetime.date(2026, 12, 15)
    )

    page = client.get(tab(ReportFactory(meeting=meeting)))

    assert "Earlier resolutions that are not finished Visit a home" in text_of(page)
    assert resolution.get_absolute_url() in page.content.decode()
