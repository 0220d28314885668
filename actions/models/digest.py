"""What people are reminded of by e-mail: their own choice, and each day's digest."""

import uuid
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from actions.digest_querysets import DigestQuerySet
from actions.models.action import Action
from portal.models import User, Versioned


class Reminder(models.TextChoices):
    """The kinds of reminder, in the order in which a digest has them."""

    OVERDUE = "overdue", "My actions that are overdue, each week"
    DUE = "due", "My actions that are due in 30 days, 7 days and 1 day"
    UPDATE = "update", "Actions that I lead and that need an update"
    QUESTION = "question", "Questions about my actions that wait for an answer"
    EXTENSION = "extension", "Requests for a later due date that I can decide"
    SIGN_OFF = "sign_off", "Delivered actions that I can sign off"
    LOOK_AGAIN = "look_again", "Signed-off actions whose difference is to be looked at again"
    ANSWER = "answer", "Answers to questions that I asked"


class ReminderChoice(Versioned):
    """How often a person is reminded, and of what; whoever never chose has no row, and is reminded of everything."""

    class Frequency(models.TextChoices):
        DAILY = "daily", "Every day on which there is something new"
        WEEKLY = "weekly", "Once a week, on Monday"
        NEVER = "never", "Never"

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reminder_choice"
    )
    frequency = models.CharField(max_length=10, choices=Frequency, default=Frequency.DAILY)
    # Not those wanted: somebody who becomes a manager is reminded of what managers decide.
    left_out = models.JSONField(default=list)

    class Meta:
        verbose_name = "choice of reminders"
        verbose_name_plural = "choices of reminders"
        constraints = [
            models.CheckConstraint(
                condition=Q(frequency__in=["daily", "weekly", "never"]), name="reminder_choice_frequency"
            )
        ]

    def __str__(self) -> str:
        return f"Reminders of {self.person}"

    @classmethod
    def of(cls, person: User) -> "ReminderChoice":
        """Return a person's choice, or unsaved defaults."""
        return cls.objects.filter(person=person).first() or cls(person=person)


class DigestRun(models.Model):
    """The making of one day's digests: finished once, however often it is begun."""

    day = models.DateField(primary_key=True)
    finished_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.day)


class Digest(models.Model):
    """One day's e-mail to one person. Its row, not the queue and not the mail server, is the truth about it.

    `handed_over` counts how often a mail server began to take the message and has not refused it: no more
    than twice, under the one Message-ID. `refused_at` is when it was first not taken, `refusal` why it last was not.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        UNCONFIRMED = "unconfirmed", "Handed over twice, never confirmed"
        DROPPED = "dropped", "Not sent: nothing in it is left to tell"
        GIVEN_UP = "given_up", "Given up: it was not taken for days"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests")
    day = models.DateField()
    message_id = models.CharField(max_length=255, unique=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    handed_over = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    claim = models.UUIDField(null=True, default=None, help_text="Held by the worker that is sending it")
    seen_at = models.DateTimeField(
        default=timezone.now, help_text="When that worker last gave a sign of life"
    )
    next_try_at = models.DateTimeField(default=timezone.now)
    refused_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        ordering = ["day", "person"]
        indexes = [models.Index(fields=["state", "next_try_at"], name="digest_state_next_try")]
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="digest_one_a_day"),
            models.CheckConstraint(condition=Q(handed_over__lte=2), name="digest_handed_over_twice_at_most"),
            models.CheckConstraint(
                condition=Q(state="sending", claim__isnull=False)
                | Q(~Q(state="sending"), claim__isnull=True),
                name="digest_claimed_while_sending",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sending"], ended_at__isnull=True)
                | Q(state__in=["sent", "unconfirmed", "dropped", "given_up"], ended_at__isnull=False),
                name="digest_ended_complete",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True, refusal="")
                | Q(~Q(refusal=""), refused_at__isnull=False),
                name="digest_refusal_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state="given_up") | Q(refused_at__isnull=False),
                name="digest_given_up_after_a_refusal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.day}"

    @staticmethod
    def new_message_id(site: str) -> str:
        """Return a Message-ID that no other message has, at the host of the portal's address."""
        return f"<digest-{uuid.uuid4().hex}@{urlsplit(site).hostname}>"


class DigestItem(models.Model):
    """One thing that a digest reminds of.

    `since` is the day that the reminder is about: when the action is due, or since when something waits. `stage`
    is how many days before that day, for reminders that come before it, and how many answers there are, for those.
    Together they tell whether a person was reminded of it before.
    """

    digest = models.ForeignKey(Digest, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=10, choices=Reminder)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    stage = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["digest", "since", "action"]
        constraints = [
            models.UniqueConstraint(fields=["digest", "kind", "action"], name="digest_item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.kind}"
