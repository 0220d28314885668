"""What a digest says: its subject, and each thing with a link to where it is done."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from actions.models import Action, Digest, DigestItem, Reminder, ReminderChoice
from actions.presenters.labels import slip_of
from actions.reminders.making import wanted_kinds
from actions.reminders.owed import OWN
from portal.models import CouncilSettings
from portal.wording import count, day, joined

MOST_OF_A_KIND = 25
HEADINGS: Mapping[Reminder, str] = {
    Reminder.OVERDUE: "Overdue",
    Reminder.DUE: "Due soon",
    Reminder.UPDATE: "In need of an update",
    Reminder.QUESTION: "Questions to answer",
    Reminder.EXTENSION: "A later due date to decide",
    Reminder.SIGN_OFF: "Waiting for a sign-off",
    Reminder.LOOK_AGAIN: "To be looked at again",
    Reminder.ANSWER: "Answers to your questions",
}
IN_SUBJECT: Mapping[Reminder, tuple[str, str]] = {
    Reminder.OVERDUE: ("overdue", "overdue"),
    Reminder.DUE: ("due soon", "due soon"),
    Reminder.UPDATE: ("in need of an update", "in need of an update"),
    Reminder.QUESTION: ("with a question to answer", "with questions to answer"),
    Reminder.EXTENSION: ("extension to decide", "extensions to decide"),
    Reminder.SIGN_OFF: ("to sign off", "to sign off"),
    Reminder.LOOK_AGAIN: ("to look at again", "to look at again"),
    Reminder.ANSWER: ("with an answer for you", "with answers for you"),
}


@dataclass(frozen=True)
class Line:
    """One thing to do: which action, why, and where."""

    action: Action
    why: str
    url: str


@dataclass(frozen=True)
class Part:
    """Things of one kind; `more` says how many are left to My work."""

    heading: str
    lines: tuple[Line, ...]
    more: str


def letter_of(digest: Digest) -> EmailMessage | None:
    """Write the e-mail of a digest; None where nothing in it is for this person any more.

    It says how things stood on its day, even where it is sent later; what the person may no longer see or do,
    and no longer wants to hear of, is left out.
    """
    items = items_for_now(digest)
    if not items:
        return None
    context = {
        "person": digest.person,
        "council": CouncilSettings.current(),
        "digest": digest,
        "parts": parts_of(items, on=digest.day),
        "my_work": address("actions:my_work"),
        "reminders": address("actions:reminders"),
    }
    return EmailMessage(
        subject_of([item for item, _ in items]),
        render_to_string("actions/mail/digest.txt", context),
        to=[digest.person.email],
        headers={"Message-ID": digest.message_id, "Auto-Submitted": "auto-generated"},
    )


def items_for_now(digest: Digest) -> list[tuple[DigestItem, Action]]:
    """Return what in a digest its person may still see and wants to hear of, in the order of the kinds."""
    person = digest.person
    kinds = wanted_kinds(person, ReminderChoice.of(person))
    items = [item for item in digest.items.all() if item.kind in kinds]
    visible = Action.objects.visible_to(person).filter(pk__in=[item.action_id for item in items])
    own = {action.pk: action for action in visible.involving(person).with_slips()}
    others = {action.pk: action for action in visible.exclude(lead=person).with_waits()}
    kept = []
    for item in items:
        action = (own if item.kind in OWN else others).get(item.action_id)
        if action is not None:
            kept.append((item, action))
    order = list(Reminder)
    return sorted(kept, key=lambda pair: (order.index(Reminder(pair[0].kind)), pair[0].since, pair[0].pk))


def subject_of(items: Iterable[DigestItem]) -> str:
    """Say how many actions need the person, and why: “3 actions need you: 1 overdue and 2 due soon”."""
    items = list(items)
    number = len({item.action_id for item in items})
    by_kind = [(kind, sum(item.kind == kind for item in items)) for kind in Reminder]
    why = joined(f"{of} {IN_SUBJECT[kind][of != 1]}" for kind, of in by_kind if of)
    return f"{count(number, 'action needs', 'actions need')} you: {why}"


def parts_of(items: Iterable[tuple[DigestItem, Action]], *, on: datetime.date) -> list[Part]:
    """Arrange what a digest says by kind; of very many, the longest waits only."""
    parts = []
    for kind, alike in groupby(items, key=lambda pair: Reminder(pair[0].kind)):
        lines = [line_of(item, action, on=on) for item, action in alike]
        more = len(lines) - MOST_OF_A_KIND
        parts.append(
            Part(HEADINGS[kind], tuple(lines[:MOST_OF_A_KIND]), f"And {more:,} more" if more > 0 else "")
        )
    return parts


def line_of(item: DigestItem, action: Action, *, on: datetime.date) -> Line:
    """Say what one thing is about, on the day of its digest."""
    since, days = day(item.since), (item.since - on).days
    whys: Mapping[str, Callable[[], str]] = {
        Reminder.OVERDUE: lambda: f"Was due on {since}, {count(-days, 'day')} ago",
        Reminder.DUE: lambda: f"Due {in_days(days)}, on {since}",
        Reminder.UPDATE: lambda: f"No update since {since}",
        Reminder.QUESTION: lambda: f"Last asked on {since}",
        Reminder.ANSWER: lambda: f"Answered on {since}",
        Reminder.EXTENSION: lambda: f"Asked for on {since}",
        Reminder.SIGN_OFF: lambda: f"Delivered on {since}",
        Reminder.LOOK_AGAIN: lambda: f"Its difference is to be looked at again by {since}",
    }
    why = whys[item.kind]()
    if item.kind in (Reminder.OVERDUE, Reminder.DUE) and (slip := slip_of(action)):
        why = f"{why}. {slip}"
    return Line(action, why, url_of(item, action))


def in_days(days: int) -> str:
    """Say how soon a day is."""
    return {0: "today", 1: "tomorrow"}.get(days, f"in {count(days, 'day')}")


def url_of(item: DigestItem, action: Action) -> str:
    """Return where the thing is done; the action itself where it was done since."""
    if item.kind == Reminder.UPDATE:
        return address("actions:update_add", action.pk)
    if item.kind in (Reminder.SIGN_OFF, Reminder.LOOK_AGAIN):
        return address("actions:sign_off_add", action.pk)
    if item.kind == Reminder.EXTENSION and action.extension_waiting_id:
        return address("actions:extension_decide", action.pk, action.extension_waiting_id)
    return f"{settings.PUBLIC_URL}{action.get_absolute_url()}"


def address(name: str, *parts: int) -> str:
    """Return the whole address of a page, as an e-mail needs it."""
    return f"{settings.PUBLIC_URL}{reverse(name, args=parts)}"
