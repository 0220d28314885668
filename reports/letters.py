"""What all e-mails about reports have in common."""

from collections.abc import Mapping
from typing import Any

from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string

from actions.models import ReminderChoice
from portal.models import CouncilSettings, Letter, User
from reports.models import CommentNotice, Notice


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


def wants_none(person: User) -> bool:
    """Tell whether a person wants to be reminded of nothing."""
    return ReminderChoice.of(person).frequency == ReminderChoice.Frequency.NEVER


def is_overtaken(later: QuerySet) -> bool:
    """Tell whether one of these later e-mails says the same, one that was dropped excepted: it told nothing.

    After days without a mail server e-mails do not arrive together: one is enough.
    """
    return later.exclude(state=Letter.State.DROPPED).exists()
