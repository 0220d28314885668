"""Large files of registers, which the worker makes."""

import datetime

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import localdate

from portal.exports import filename_of
from portal.models.job import Job
from portal.models.saved_view import LONGEST_QUERY
from portal.querysets import DOWNLOADS_KEPT_FOR, DownloadQuerySet


class Download(Job):
    """The job of making one register an Excel file, for the person who asked and nobody else.

    What it holds is what that person may see, and what the filter finds, when it is made. It is kept for a day.
    """

    register = models.CharField(max_length=30)
    title = models.CharField(max_length=60)
    query = models.CharField(max_length=LONGEST_QUERY, blank=True)
    file = models.FileField(upload_to="downloads/%Y/", max_length=300, blank=True)
    row_count = models.PositiveIntegerField(null=True)

    objects = DownloadQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(~Q(file=""), state="done", row_count__isnull=False, finished_at__isnull=False)
                | Q(state="failed", file="", finished_at__isnull=False)
                | Q(state__in=["waiting", "running"], file="", finished_at__isnull=True),
                name="download_state_complete",
            ),
            models.UniqueConstraint(
                fields=["asked_by", "register", "query"],
                condition=Q(state__in=["waiting", "running"]),
                name="download_one_at_a_time",
                violation_error_message="This file is already being made",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} for Excel"

    def get_absolute_url(self) -> str:
        return reverse("portal:download_detail", args=[self.pk])

    @property
    def filename(self) -> str:
        """The name under which the file is saved: the register and the day on which its rows were read."""
        return filename_of(self.title, "xlsx", on=localdate(self.finished_at))

    @property
    def kept_until(self) -> datetime.datetime | None:
        """When the file can no longer be fetched; the night after that it is deleted."""
        return self.finished_at + DOWNLOADS_KEPT_FOR if self.finished_at else None
