"""How an action gets there: its milestones, and the actions that it waits for."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from actions.models.action import Action
from actions.querysets import DependencyQuerySet
from portal.models import Versioned


class Milestone(Versioned):
    """A step on the way, with its own day; reached when somebody says so."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="milestones")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    reached_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["action", "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reached_on__isnull=True, reached_by__isnull=True)
                | Q(reached_on__isnull=False, reached_by__isnull=False),
                name="milestone_reached_complete",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Dependency(models.Model):
    """An action that waits for another: it is held up while that one is due later, or will never be delivered."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="dependencies")
    waits_for = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="dependants")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    # What `with_hold()` adds.
    is_held_up: bool

    objects = DependencyQuerySet.as_manager()

    class Meta:
        ordering = ["action", "waits_for"]
        verbose_name_plural = "dependencies"
        constraints = [
            models.CheckConstraint(condition=~Q(action=F("waits_for")), name="dependency_on_another"),
            models.UniqueConstraint(
                fields=["action", "waits_for"],
                name="dependency_once",
                violation_error_message="The action waits for this one already",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} waits for {self.waits_for}"
