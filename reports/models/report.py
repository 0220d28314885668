"""Committee reports, and the abbreviations that they explain."""

import datetime
from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from portal.models import Versioned
from reports.models.committee import Meeting
from reports.querysets import ReportQuerySet

RECOMMENDATIONS_LEAD = "Members are asked to"
"""The words before a list of recommendations; a report may have others, such as “Members are invited to”."""


class Report(Versioned):
    """A paper for one meeting of a committee about one period, in one version.

    Approved text does not change: another version is begun from it, and supersedes it once it is published. The later
    versions name the first one as their `original`, and the one that they were begun from.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        APPROVED = "approved", "Approved"
        PUBLISHED = "published", "Published"
        SUPERSEDED = "superseded", "Superseded"
        WITHDRAWN = "withdrawn", "Withdrawn"

    history_parts = (
        "sections",
        "annexes",
        "recommendations",
        "implications",
        "exemptions",
        "pictures",
        "contributions",
        "commitments",
        "answers",
        "check_overrides",
        "comments",
    )

    history_labels = MappingProxyType(
        {
            "meeting": "Committee meeting",
            "period_start_on": "First day of the period",
            "period_end_on": "Last day of the period",
            "author_contact": "Author",
            "chief_officer_contact": "Chief officer responsible",
            "recommendations_lead": "Words before the recommendations",
            "abbreviations_added": "Abbreviations explained besides",
            "abbreviations_left_out": "Abbreviations not explained",
            "return_reason": "Reason for sending it back",
            "late_reason": "Reason for publishing it late",
            "number": "Version",
            "original": "First version",
            "begun_from": "Begun from",
            "successor": "Superseded by",
        }
    )

    title = models.CharField(max_length=200)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="reports")
    period_start_on = models.DateField()
    period_end_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    report_of = models.CharField(max_length=200, help_text="The post whose report this is")
    author_contact = models.CharField(max_length=300)
    chief_officer_contact = models.CharField(max_length=300)
    specialist_officers = models.CharField(max_length=300, blank=True)
    wards_affected = models.CharField(max_length=200, default="All")
    background_papers = models.TextField(blank=True)
    pictures_numbered = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text="The number of the last picture that was added"
    )
    recommendations_lead = models.CharField(max_length=200, blank=True, default=RECOMMENDATIONS_LEAD)
    abbreviations_added = models.CharField(
        max_length=500, blank=True, help_text="Explained though the text does not use them, as for an annex"
    )
    abbreviations_left_out = models.CharField(
        max_length=500, blank=True, help_text="Not explained though the text uses them"
    )
    number = models.PositiveSmallIntegerField(default=1, editable=False, help_text="Of the version, from 1")
    original = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="later_versions"
    )
    begun_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="begun_versions"
    )
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="predecessors"
    )
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(default=timezone.now, editable=False)
    return_reason = models.TextField(blank=True, help_text="Why a manager last sent it back for changes")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)
    late_reason = models.TextField(blank=True, help_text="Why it went out later than five clear days before")
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawal_reason = models.TextField(blank=True)
    withdrawal_is_explained = models.BooleanField(
        default=False,
        editable=False,
        help_text="Its readers are told the reason: whoever wrote it knew that they would be",
    )
    public_text = models.TextField(
        blank=True,
        editable=False,
        help_text="What its public edition says, for the search; empty until it is frozen",
    )

    published_before_at: datetime.datetime | None  # where `with_published_before` gives it

    objects = ReportQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(period_end_on__gte=F("period_start_on")), name="report_period_in_order"
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["draft", "in_review"], approved_by__isnull=True, approved_at__isnull=True
                )
                | Q(
                    status__in=["approved", "published", "superseded", "withdrawn"],
                    approved_by__isnull=False,
                    approved_at__isnull=False,
                ),
                name="report_approval_complete",
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=F("drafted_by")), name="report_approver_is_not_author"
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=["published", "superseded", "withdrawn"],
                    published_by__isnull=False,
                    published_at__isnull=False,
                )
                | Q(
                    ~Q(status="published"),
                    published_by__isnull=True,
                    published_at__isnull=True,
                ),
                name="report_publication_complete",
            ),
            models.CheckConstraint(
                condition=Q(
                    ~Q(withdrawal_reason=""),
                    status="withdrawn",
                    withdrawn_by__isnull=False,
                    withdrawn_at__isnull=False,
                )
                | Q(
                    ~Q(status="withdrawn"),
                    withdrawn_by__isnull=True,
                    withdrawn_at__isnull=True,
                    withdrawal_reason="",
                ),
                name="report_withdrawal_complete",
            ),
            models.CheckConstraint(
                condition=Q(late_reason="") | ~Q(status__in=["draft", "in_review", "approved"]),
                name="report_late_reason_of_published",
            ),
            models.CheckConstraint(
                condition=Q(number=1, original__isnull=True, begun_from__isnull=True)
                | Q(number__gt=1, original__isnull=False, begun_from__isnull=False),
                name="report_version_complete",
            ),
            models.CheckConstraint(
                condition=Q(status="superseded", successor__isnull=False)
                | Q(~Q(status="superseded"), successor__isnull=True),
                name="report_successor_complete",
            ),
            models.UniqueConstraint(
                fields=["original", "number"],
                name="report_version_number_unique",
                violation_error_message="Somebody has begun this version already. Look at the report again",
            ),
            models.UniqueConstraint(
                Coalesce("original", "id"),
                condition=Q(status="published"),
                name="report_one_published_version",
                violation_error_message="Another version of this report is published",
            ),
            models.UniqueConstraint(
                Coalesce("original", "id"),
                condition=Q(status__in=["draft", "in_review"]),
                name="report_one_version_being_written",
                violation_error_message="Another version of this report is being written",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}" if self.number > 1 else self.title

    def get_absolute_url(self) -> str:
        return reverse("reports:report_detail", args=[self.pk])

    @property
    def can_be_edited(self) -> bool:
        """Approved text does not change."""
        return self.status in (self.Status.DRAFT, self.Status.IN_REVIEW)

    @property
    def is_over(self) -> bool:
        """Whether it is withdrawn or a later version has taken its place."""
        return self.status in (self.Status.SUPERSEDED, self.Status.WITHDRAWN)

    @property
    def first_version_id(self) -> int:
        """The key of the first version, which all versions of the report share."""
        return self.original_id or self.pk

    @property
    def version_words(self) -> str:
        """Say which version it is, where there is more than one to tell apart."""
        is_one_of_several = self.number > 1 or self.status == self.Status.SUPERSEDED
        return f"Version {self.number}" if is_one_of_several else ""
