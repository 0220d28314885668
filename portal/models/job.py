"""Work that a worker does while people wait."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.wording import count

MOST_ATTEMPTS = 3
BEATS_BEFORE_GONE = 6
"""So many signs of life are due while a worker is not yet taken for dead."""
LONG_WAIT_MINUTES = 5
"""A job that has waited so long waits for more than its turn, most likely."""
BEATS_BEFORE_QUIET = 2
"""After so many that were missed, people are told."""


class Job(models.Model):
    """A job of the worker; its row, not the queue, is the truth about it."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to start"
        RUNNING = "running", "Under way"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Per cent")
    step = models.CharField(max_length=100, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.UUIDField(null=True, help_text="Held by the worker that has the job")
    seen_at = models.DateTimeField(default=timezone.now, help_text="When the job last gave a sign of life")
    failure = models.TextField(blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.finished_at is not None

    @property
    def standing(self) -> str:
        """What is happening to it, or what it waits for."""
        if self.state == self.State.WAITING:
            return self.waiting
        return self.silence or self.step or self.get_state_display()

    @property
    def waiting(self) -> str:
        """What it waits for; whom to tell, where it has waited longer than other work lasts."""
        minutes = int((timezone.now() - self.asked_at).total_seconds() // 60)
        if minutes < LONG_WAIT_MINUTES:
            return "It waits for its turn: what was asked for before is done first"
        return (
            f"It has waited for its turn for {count(minutes, 'minute')}. Nothing is lost: it is done as soon as "
            "the portal can. If nothing else is done either, tell an administrator"
        )

    @property
    def silence(self) -> str:
        """How long whoever works on it has given no sign of life, and what comes of it; nothing while it is lively."""
        quiet_for = int((timezone.now() - self.seen_at).total_seconds())
        usual = settings.JOB_ABANDONED_AFTER_SECONDS * BEATS_BEFORE_QUIET / BEATS_BEFORE_GONE
        if self.state != self.State.RUNNING or quiet_for <= usual:
            return ""
        goes_on = "; it will be started again by itself" if self.attempts < MOST_ATTEMPTS else ""
        return f"No sign of life for {quiet_for} seconds{goes_on}"

    def as_status(self) -> dict[str, object]:
        """How far the job is, for the page that shows it."""
        return {
            "state": self.state,
            "standing": self.standing,
            "progress": self.progress,
            "is_finished": self.is_finished,
        }
