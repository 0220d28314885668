"""Actions and the groups that own them."""

import datetime
from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from actions.models.rating import LevelField
from actions.querysets import ActionQuerySet, GroupQuerySet
from actions.statuses import Status
from findings.models import Finding, Measure
from portal.models import Organisation, Versioned


class Group(Versioned):
    """A task-and-finish group or board that owns actions."""

    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="action_groups")
    is_active = models.BooleanField(default=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="group_name_unique",
                violation_error_message="There is already a group with this name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("actions:group_detail", args=[self.pk])


class Action(Versioned):
    """What was agreed to be done about one or more findings."""

    history_labels = MappingProxyType(
        {
            "title": "What will be done",
            "success_measure": "How you will know that it has worked",
            "measure": "Measure that should move",
            "baseline": "Where the measure stood",
            "target": "Where the measure should be",
            "supporting": "Who supports the lead",
            "start_on": "Start date",
            "original_due_on": "Due date first agreed",
            "due_on": "Due date",
            "superseded_by": "Action that replaces it",
        }
    )

    reference = models.CharField(max_length=20, unique=True, editable=False)
    title = models.CharField(max_length=500)
    findings = models.ManyToManyField(Finding, related_name="actions")
    success_measure = models.TextField()
    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, null=True, blank=True, related_name="actions"
    )
    baseline = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    target = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="actions_led")
    lead_organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="actions_led")
    supporting = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="actions_supported"
    )
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, blank=True, related_name="actions")
    start_on = models.DateField()
    original_due_on = models.DateField(editable=False)
    due_on = models.DateField()
    status = models.CharField(max_length=20, choices=Status, default=Status.NOT_STARTED)
    confidence = LevelField(max_length=20, blank=True)
    superseded_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="supersedes"
    )
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(default=timezone.now, editable=False)

    # What `with_delivery()`, `with_progress()`, `with_waits()`, `with_lead_words()` and `for_plan()` add.
    delivery: str
    lead_words: str
    extensions_granted: int
    percent_complete: int | None
    updated_at: datetime.datetime | None
    look_again_on: datetime.date | None
    extension_waiting_id: int | None
    extension_asked_at: datetime.datetime | None
    status_since: datetime.datetime | None
    silent_since: datetime.date
    latest_narrative: str | None

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="action_status_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("original_due_on"), original_due_on__gt=F("start_on")),
                name="action_dates_in_order",
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="action_status_known"),
            models.CheckConstraint(
                condition=Q(status="superseded", superseded_by__isnull=False)
                | Q(~Q(status="superseded"), superseded_by__isnull=True),
                name="action_superseded_names_successor",
            ),
            models.CheckConstraint(
                condition=Q(measure__isnull=False) | Q(baseline__isnull=True, target__isnull=True),
                name="action_target_of_a_measure",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("actions:action_detail", args=[self.pk])

    @property
    def status_in_words(self) -> str:
        """Where it stands, as it is said in the middle of a sentence."""
        return self.get_status_display().lower()

    @property
    def days_slipped(self) -> int:
        """How many days the due date has moved since it was agreed."""
        return (self.due_on - self.original_due_on).days
