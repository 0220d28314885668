"""Who follows which committee in the reading room."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from reports.models.committee import Committee


class Following(models.Model):
    """That a person follows a committee, and whether they are told of its papers by e-mail; their own affair."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="followings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followings")
    by_email = models.BooleanField(default=False)
    since_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["committee__name"]
        constraints = [models.UniqueConstraint(fields=["committee", "person"], name="following_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.committee}"
