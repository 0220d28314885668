"""Sign-off: two answers, kept apart."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from actions.models.action import Action
from actions.models.evidence import Evidence
from actions.rows import SignOffQuerySet


class SignOff(models.Model):
    """A manager's decision: was it delivered, and has it made a difference? Never rewritten.

    Each answer names the evidence that it rests on: what shows the one need not show the other. Whether what was
    not delivered made a difference need not be said; a second look asks about the difference alone.
    """

    history_labels = MappingProxyType(
        {
            "evidence": "Evidence that it was delivered",
            "difference_evidence": "Evidence of the difference",
        }
    )

    class Difference(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NOT_YET = "not_yet", "Not yet"
        CANNOT_TELL = "cannot_tell", "Cannot tell"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="sign_offs")
    was_delivered = models.BooleanField()
    is_second_look = models.BooleanField(default=False)
    made_difference = models.CharField(max_length=15, choices=Difference, blank=True)
    reason = models.TextField()
    evidence = models.ManyToManyField(Evidence, related_name="sign_offs")
    difference_evidence = models.ManyToManyField(Evidence, blank=True, related_name="sign_offs_on_difference")
    look_again_on = models.DateField(null=True, blank=True)
    signed_off_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_off_at = models.DateTimeField(default=timezone.now)

    objects = SignOffQuerySet.as_manager()

    class Meta:
        ordering = ["action", "signed_off_at", "pk"]
        verbose_name = "sign-off"
        indexes = [models.Index(fields=["signed_off_at", "action"], name="sign_off_made")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(made_difference="not_yet") | Q(look_again_on__isnull=False),
                name="sign_off_not_yet_sets_a_date",
            ),
            models.CheckConstraint(
                condition=Q(made_difference__in=["yes", "partly", "not_yet", "cannot_tell"])
                | Q(made_difference="", was_delivered=False),
                name="sign_off_difference_known",
            ),
            models.CheckConstraint(
                condition=Q(is_second_look=False) | Q(was_delivered=True),
                name="sign_off_second_look_at_what_was_delivered",
            ),
        ]

    def __str__(self) -> str:
        delivered = "delivered" if self.was_delivered else "not delivered"
        if not self.made_difference:
            return delivered
        return f"{delivered}, made a difference: {self.get_made_difference_display().lower()}"
