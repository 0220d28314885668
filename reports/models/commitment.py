"""Commitments: what a report promises, and the later report that answers it."""

from types import MappingProxyType

from django.db import models
from django.db.models import Q
from django.db.models.functions import MD5
from django.urls import reverse

from portal.models import Versioned
from reports.models.committee import Meeting
from reports.models.report import Report
from reports.querysets import CommitmentQuerySet


class Commitment(Versioned):
    """Something that a report promises for a meeting or a day; a draft's are proposals until it is published."""

    history_labels = MappingProxyType(
        {"wording": "What is promised", "due_meeting": "Due at the meeting", "due_on": "Due on"}
    )

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="commitments")
    wording = models.TextField()
    owner = models.CharField(max_length=200, help_text="The post that keeps the promise")
    due_meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments_due"
    )
    due_on = models.DateField(null=True, blank=True)
    paragraph = models.PositiveSmallIntegerField(help_text="Its number; settled when the report is approved")
    paragraph_name = models.CharField(max_length=60, blank=True)
    paragraph_words = models.TextField(help_text="By which a draft's paragraph is found when numbers change")
    is_exempt = models.BooleanField(default=False, help_text="It is promised where the public may not read")
    carried_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="carried_to",
        help_text="The same promise in the version before",
    )

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["report", "paragraph", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_meeting__isnull=False, due_on__isnull=True)
                | Q(due_meeting__isnull=True, due_on__isnull=False),
                name="commitment_due_once",
            ),
            models.CheckConstraint(
                condition=~Q(wording="") & ~Q(owner="") & ~Q(paragraph_words=""), name="commitment_complete"
            ),
            models.UniqueConstraint(
                "report",
                MD5("wording"),  # an index has no room for a long text
                name="commitment_wording_unique",
                violation_error_message="This commitment of the report is recorded already",
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    def get_absolute_url(self) -> str:
        return f"{reverse('reports:report_commitments', args=[self.report_id])}#commitment-{self.pk}"


class Answer(Versioned):
    """What a report says about an earlier commitment: the paragraph that answers it, or why it is no longer due.

    It holds once its report is published, and no longer when that report is withdrawn.
    """

    history_labels = MappingProxyType({"reason": "Why it is no longer due"})

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="answers")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="answers")
    paragraph = models.PositiveSmallIntegerField(null=True, blank=True)
    paragraph_name = models.CharField(max_length=60, blank=True)
    paragraph_words = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    is_exempt = models.BooleanField(default=False, help_text="It is given where the public may not read")

    class Meta:
        ordering = ["commitment", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["commitment", "report"],
                name="answer_once_in_a_report",
                violation_error_message="This report answers the commitment already. Look at it again",
            ),
            models.CheckConstraint(
                condition=Q(~Q(paragraph_words=""), paragraph__isnull=False, reason="")
                | Q(~Q(reason=""), paragraph__isnull=True, paragraph_name="", paragraph_words=""),
                name="answer_is_a_paragraph_or_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.commitment}”"

    def get_absolute_url(self) -> str:
        page = reverse("reports:report_commitments", args=[self.report_id])
        return f"{page}#commitment-{self.commitment_id}"
