"""The calendar that other programs read, opened in two parsers: the one that wrote it and another."""

import datetime

import pytest
import vobject
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from actions.models import Status
from portal.models import Role
from tests.factories.actions import (
    ActionFactory,
    CalendarFeedFactory,
    MilestoneFactory,
    SignOffFactory,
)

DUE = datetime.date(2026, 9, 30)
TEXTS = ("UID", "SEQUENCE", "SUMMARY", "DESCRIPTION", "URL", "CLASS", "TRANSP")
TITLE = "Train every team, in every office; then ask children whether “it” is better " + "é" * 60


@pytest.fixture(autouse=True)
def _site(settings):
    settings.PUBLIC_URL = "https://assurance.example.gov.uk"


@pytest.fixture
def get(client):
    """Fetch a person's calendar, without signing in."""

    def get(person, **feed):
        CalendarFeedFactory(person=person, key=f"key-{person.pk}", **feed)
        return client.get(reverse("actions:calendar_feed", args=[f"key-{person.pk}"]))

    return get


def events(answer):
    """Read a calendar with the library that wrote it, and hold that against what another reads."""
    assert answer.status_code == 200
    found = Calendar.from_ical(answer.content).events
    assert [told_by_another(event) for event in read_by_another(answer)] == [told(event) for event in found]
    return found


def told(event):
    texts = {name: str(event[name]) for name in TEXTS if name in event}
    return {**texts, "DTSTART": event.start, "DTEND": event.end}


def told_by_another(event):
    lines = {line.name: line.value for line in event.lines()}
    return {name: lines[name] for name in (*TEXTS, "DTSTART", "DTEND") if name in lines}


def read_by_another(answer):
    calendar = vobject.readOne(answer.content.decode())
    assert (calendar.version.value, calendar.method.value) == ("2.0", "PUBLISH")
    return calendar.contents.get("vevent", [])


def summaries(answer):
    return [str(event["SUMMARY"]) for event in events(answer)]


def owed(person, **values):
    return ActionFactory(lead=person, reference="A-2026-012", original_due_on=DUE, title=TITLE, **values)


def test_calendar_is_one_that_programs_read_again(get, lead):
    answer = get(lead)

    calendar = Calendar.from_ical(answer.content)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private"
    assert "Set-Cookie" not in answer
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    assert calendar["UID"] == f"calendar-{lead.pk}@assurance.example.gov.uk"
    assert calendar["X-WR-CALNAME"] == "Council: actions"
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in answer.content
    assert b"\r\nX-PUBLISHED-TTL:PT6H\r\n" in answer.content


def test_due_date_is_a_whole_day_that_keeps_its_identity(get, client, lead):
    action = owed(lead)
    (before,) = events(get(lead))

    action.due_on = DUE + datetime.timedelta(days=30)
    action.version += 1
    action.save()
    (after,) = events(client.get(reverse("actions:calendar_feed", args=[f"key-{lead.pk}"])))

    assert before.start == DUE
    assert before.end == DUE + datetime.timedelta(days=1)
    assert before["UID"] == after["UID"] == f"action-{action.pk}-due@assurance.example.gov.uk"
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after.start == DUE + datetime.timedelta(days=30)
    assert before["URL"] == f"https://assurance.example.gov.uk/actions/{action.pk}/"
    assert (before["CLASS"], before["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


def test_titles_are_shown_only_where_they_were_asked_for(get, lead, officer):
    action = owed(lead, supporting=[officer])
    MilestoneFactory(action=action, title="First team trained")

    hidden, shown = get(lead), get(officer, shows_titles=True)

    assert summaries(hidden) == ["A-2026-012 due", "A-2026-012 milestone"]
    assert b"rain" not in hidden.content
    assert summaries(shown) == [f"A-2026-012 due: {TITLE}", "A-2026-012 milestone: First team trained"]


def test_long_lines_are_folded(get, lead):
    owed(lead)

    content = get(lead, shows_titles=True).content

    assert content.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_milestone_that_was_reached_is_left_out(get, lead):
    action = owed(lead)
    MilestoneFactory(action=action, reached_on=DUE, reached_by=lead)
    step = MilestoneFactory(action=action, due_on=datetime.date(2026, 8, 1))

    events_of = {str(event["UID"]).split("@")[0]: event.start for event in events(get(lead))}

    assert events_of == {f"action-{action.pk}-due": DUE, f"milestone-{step.pk}": datetime.date(2026, 8, 1)}


@pytest.mark.parametrize("status", [Status.DELIVERED, Status.SIGNED_OFF, Status.CANCELLED])
def test_what_is_no_longer_owed_is_left_out(get, lead, status):
    MilestoneFactory(action=owed(lead, status=status))

    assert summaries(get(lead)) == []


def test_nothing_of_others_is_in_it(get, lead, outsider, officer):
    MilestoneFactory(action=owed(lead))

    assert summaries(get(outsider)) == []
    assert summaries(get(officer)) == [], "An officer sees the action, and does not owe it"


def test_manager_has_the_days_to_look_again(get, manager, officer):
    day = datetime.date(2026, 11, 2)
    action = SignOffFactory(made_difference="not_yet", look_again_on=day).action
    own = ActionFactory(lead=manager, status=Status.SIGNED_OFF)
    SignOffFactory(action=own, made_difference="not_yet", look_again_on=day)
    SignOffFactory()

    (event,) = events(get(manager))

    assert (event["SUMMARY"], event.start) == (f"{action.reference} look again", day)
    assert summaries(get(officer)) == []


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"role": Role.SCRUTINEER}, {"role": Role.ADMINISTRATOR}]
)
def test_whoever_owes_nothing_any_more_has_no_calendar(get, lead, change):
    owed(lead)
    for name, value in change.items():
        setattr(lead, name, value)
    lead.save()

    assert get(lead).status_code == 404


@pytest.mark.parametrize("key", ["wrong", "key", "0" * 43])
def test_wrong_address_is_not_found(get, lead, key):
    get(lead)

    assert Client().get(reverse("actions:calendar_feed", args=[key])).status_code == 404


def test_number_of_queries_does_not_grow_with_rows(get, client, manager):
    def happen():
        MilestoneFactory(action=ActionFactory(lead=manager))
        SignOffFactory(made_difference="not_yet", look_again_on=DUE)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("actions:calendar_feed", args=[f"key-{manager.pk}"]))
        return len(captured)

    happen()
    get(manager)
    few = queries()
    happen()
    happen()

    assert queries() == few
