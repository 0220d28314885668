"""What people contribute to a report, and the e-mails about it."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from portal.models import Letter, Versioned
from portal.querysets import LetterQuerySet
from reports.models.report import Report
from reports.models.section import Section
from reports.querysets import ContributionQuerySet


class Contribution(Versioned):
    """What a person was asked to contribute to a report, and the text that they gave."""

    history_labels = MappingProxyType({"what": "What to contribute", "text": "Contribution"})

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="contributions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="contributions"
    )
    what = models.CharField(max_length=500)
    text = models.TextField(blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(null=True, blank=True)
    section = models.ForeignKey(
        Section,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="Where it was put into the report",
    )

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ["report", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "person"],
                name="contribution_once",
                violation_error_message="This person was asked already",
            ),
            models.CheckConstraint(
                condition=Q(~Q(text=""), given_by__isnull=False, given_at__isnull=False)
                | Q(text="", given_by__isnull=True, given_at__isnull=True),
                name="contribution_given_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}"

    def get_absolute_url(self) -> str:
        return reverse("reports:contribution_give", args=[self.pk])


class Notice(Letter):
    """An e-mail to somebody about a report: that is being written, or to those who follow its committee, as a paper.

    There is one of each kind, and never another, but that each time it is sent back, and each contribution that came
    in, is an occasion of its own. A later version is a report of its own.
    """

    class Kind(models.TextChoices):
        PREPARED = "prepared", "The draft is prepared"
        ASKED = "asked", "A contribution is asked for"
        SOON = "soon", "A contribution is due soon"
        OVERDUE = "overdue", "A contribution is overdue"
        GIVEN = "given", "A contribution came in"
        RETURNED = "returned", "The draft is sent back"
        APPROVED = "approved", "The report is approved"
        OUT = "out", "The report is published: to its author"
        PUBLISHED = "published", "The paper is published"
        WITHDRAWN = "withdrawn", "The paper is withdrawn"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="notices")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind)
    occasion = models.PositiveIntegerField(
        default=0,
        help_text="Which of several of a kind: the report's version, as forms know it, or the contribution",
    )

    objects = LetterQuerySet.as_manager()

    class Meta(Letter.Meta):
        abstract = False
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "person", "kind", "occasion"], name="notice_once"),
            *Letter.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.person}"
