"""What all e-mails about reports have in common."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from actions.models import ReminderChoice
from portal.models import CouncilSettings, Letter, User
from portal.wording import day
from reports.models import CommentNotice, Notice, Report


def letter(
    notice: Notice | CommentNotice, subject: str, template: str, context: Mapping[str, Any]
) -> EmailMessage:
    """Write the e-mail of a notice to its person, under the Message-ID that it keeps; `context` is its own."""
    person = notice.person
    return EmailMessage(
        # Whatever was typed into the title, a subject is one line.
        " ".join(subject.split()),
        render_to_string(template, {"person": person, "council": CouncilSettings.current(), **context}),
        to=[person.email],
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )


def meeting_words(report: Report) -> str:
    """Name the meeting that a report is for."""
    return f"the {report.meeting.committee} on {day(report.meeting.held_on)}"


def reminders_url() -> str:
    """Return the address at which a person says which e-mails are wanted."""
    return f"{settings.PUBLIC_URL}{reverse('actions:reminders')}"


def wants_none(person: User) -> bool:
    """Tell whether a person wants to be reminded of nothing."""
    return ReminderChoice.of(person).frequency == ReminderChoice.Frequency.NEVER


def is_overtaken(later: QuerySet) -> bool:
    """Tell whether one of these later e-mails says the same, one that was dropped excepted: it told nothing.

    After days without a mail server e-mails do not arrive together: one is enough.
    """
    return later.exclude(state=Letter.State.DROPPED).exists()
