"""Rows that are added as an action goes on, and never rewritten."""

import datetime
from types import MappingProxyType

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from actions.models.action import Action
from actions.models.rating import LevelField
from actions.rows import TransitionQuerySet, UpdateQuerySet
from actions.statuses import Status
from portal.wording import day


class Transition(models.Model):
    """A change of status: from what to what, by whom, when and why, who led the action then, and what replaced it."""

    history_labels = MappingProxyType({"superseded_by": "Action that replaces it"})

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="transitions")
    from_status = models.CharField(max_length=20, choices=Status)
    to_status = models.CharField(max_length=20, choices=Status)
    reason = models.TextField(blank=True)
    superseded_by = models.ForeignKey(
        Action, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    led_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = TransitionQuerySet.as_manager()

    class Meta:
        ordering = ["action", "made_at", "pk"]
        verbose_name, verbose_name_plural = "change of status", "changes of status"
        indexes = [models.Index(fields=["made_at", "action"], name="transition_made")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_status=F("to_status")), name="transition_changes_status"
            ),
            models.CheckConstraint(
                condition=Q(from_status__in=Status.values, to_status__in=Status.values),
                name="transition_status_known",
            ),
            models.CheckConstraint(
                condition=Q(to_status="superseded", superseded_by__isnull=False)
                | Q(~Q(to_status="superseded"), superseded_by__isnull=True),
                name="transition_names_successor",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_from_status_display()} to {self.get_to_status_display()}"


class Update(models.Model):
    """What somebody reported about an action on a day.

    Never rewritten: a correction is a row of its own that names what it corrects, says why, and counts in its place.
    """

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="updates")
    narrative = models.TextField()
    percent_complete = models.PositiveSmallIntegerField(validators=[MaxValueValidator(100)])
    confidence = LevelField(max_length=20)
    blockers = models.TextField(blank=True)
    posted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    posted_at = models.DateTimeField(default=timezone.now)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="correction"
    )
    correction_reason = models.TextField(blank=True)
    stands_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["action", "posted_at", "pk"]
        indexes = [models.Index(fields=["posted_at", "action"], name="update_posted")]
        constraints = [
            models.CheckConstraint(condition=Q(percent_complete__lte=100), name="update_percent_at_most_100"),
            models.CheckConstraint(condition=~Q(confidence=""), name="update_confidence_given"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, correction_reason="", stands_at__isnull=True)
                | Q(~Q(correction_reason=""), corrects__isnull=False, stands_at__isnull=False),
                name="update_correction_complete",
            ),
            models.CheckConstraint(condition=~Q(corrects=F("id")), name="update_corrects_another"),
        ]

    def __str__(self) -> str:
        return f"{self.percent_complete}% complete" + (", a correction" if self.corrects_id else "")

    @property
    def counts_from(self) -> datetime.datetime:
        """The moment at which it stands in the action's course: for a correction, that of what it corrects."""
        return self.stands_at or self.posted_at


class Extension(models.Model):
    """A later due date: asked for with a reason, decided with a reason.

    Where a committee decided, its name and the day of its meeting are kept in words, and who recorded that.
    """

    history_labels = MappingProxyType(
        {"committee": "Committee that decided", "met_on": "Date of its meeting"}
    )

    class Decision(models.TextChoices):
        GRANTED = "granted", "Granted"
        REFUSED = "refused", "Refused"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="extensions")
    due_before_on = models.DateField()
    due_asked_on = models.DateField()
    reason = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decision_reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    committee = models.CharField(max_length=200, blank=True)
    met_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["action", "asked_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_asked_on__gt=F("due_before_on")), name="extension_asks_for_later"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_at__isnull=True)
                | Q(
                    ~Q(decision=""),
                    ~Q(decision_reason=""),
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                ),
                name="extension_decision_complete",
            ),
            models.CheckConstraint(
                condition=Q(decision__in=["", "granted", "refused"]), name="extension_decision_known"
            ),
            models.CheckConstraint(
                condition=Q(committee="", met_on__isnull=True)
                | Q(~Q(committee=""), ~Q(decision=""), met_on__isnull=False),
                name="extension_committee_complete",
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(decision=""),
                name="extension_one_waiting",
                violation_error_message="An extension is already waiting for a decision",
            ),
        ]

    def __str__(self) -> str:
        return f"to {day(self.due_asked_on)}"
