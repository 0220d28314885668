"""What a person owes, as a calendar that other programs read."""

import datetime
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, vDuration
from icalendar.enums import CLASS, TRANSP

from actions.models import Action, CalendarFeed, Milestone, Status
from actions.presenters.labels import slip_of
from portal.models import CouncilSettings
from portal.permissions import Permission, is_allowed

READ_AGAIN_AFTER = datetime.timedelta(hours=6)


def calendar_of(feed: CalendarFeed) -> bytes:
    """Write the calendar of an address: only what its person could see signed in, in a fixed number of queries."""
    council = CouncilSettings.current()
    calendar = Calendar.new(
        prodid="-//Safeguarding assurance portal//Actions//EN",
        name=f"{council.short_name}: actions",
        method="PUBLISH",
        uid=f"calendar-{feed.person_id}@{host()}",
    )
    calendar.add("refresh-interval", vDuration(READ_AGAIN_AFTER), parameters={"VALUE": "DURATION"})
    # What Outlook reads instead of the property of RFC 7986.
    calendar.add("x-published-ttl", vDuration(READ_AGAIN_AFTER))
    for event in (*due_dates(feed), *milestones(feed), *second_looks(feed)):
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def due_dates(feed: CalendarFeed) -> Iterator[Event]:
    """The due dates of the open actions that the person leads or supports."""
    for action in Action.objects.visible_to(feed.person).involving(feed.person).open().with_slips():
        event = event_of(feed, action, "due", action.due_on, key=f"action-{action.pk}-due")
        if slip := slip_of(action):
            event.description = slip
        yield event


def milestones(feed: CalendarFeed) -> Iterator[Event]:
    """The milestones of these actions that are still to be reached."""
    mine = Action.objects.visible_to(feed.person).involving(feed.person).open().order_by()
    steps = Milestone.objects.filter(action__in=mine.values("pk"), reached_on=None).select_related("action")
    for step in steps:
        event = event_of(feed, step.action, "milestone", step.due_on, key=f"milestone-{step.pk}")
        event["sequence"] = step.version + step.action.version
        if feed.shows_titles:
            event.summary = f"{step.action.reference} milestone: {step.title}"
        yield event


def second_looks(feed: CalendarFeed) -> Iterator[Event]:
    """The days on which a manager can look again at whether an action has made a difference."""
    person = feed.person
    if not is_allowed(person, Permission.SIGN_OFF):
        return
    judged = Action.objects.visible_to(person).independent_of(person).filter(status=Status.SIGNED_OFF)
    for action in judged.with_look_again().exclude(look_again_on=None):
        if action.look_again_on:
            yield event_of(feed, action, "look again", action.look_again_on, key=f"action-{action.pk}-look")


def event_of(feed: CalendarFeed, action: Action, what: str, on: datetime.date, *, key: str) -> Event:
    """Write one whole day that keeps its identity when it moves, and does not make the person busy."""
    title = f": {action.title}" if feed.shows_titles else ""
    return Event.new(
        uid=f"{key}@{host()}",
        sequence=action.version,
        stamp=timezone.now(),
        start=on,
        end=on + datetime.timedelta(days=1),
        summary=f"{action.reference} {what}{title}",
        url=f"{settings.PUBLIC_URL}{action.get_absolute_url()}",
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
    )


def host() -> str:
    """Return the portal's host, by which its events differ from those of any other."""
    return urlsplit(settings.PUBLIC_URL).hostname or ""
