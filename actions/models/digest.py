"""What people are reminded of by e-mail: their own choice, and each day's digest."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from actions.digest_querysets import DigestQuerySet
from actions.models.action import Action
from portal.models import Letter, User, Versioned


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


class Digest(Letter):
    """One day's e-mail to one person."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests")
    day = models.DateField()

    objects = DigestQuerySet.as_manager()

    class Meta(Letter.Meta):
        abstract = False
        ordering = ["day", "person"]
        constraints = [
            models.UniqueConstraint(fields=["person", "day"], name="digest_one_a_day"),
            *Letter.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"{self.person} on {self.day}"


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
