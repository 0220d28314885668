"""The schedule of a committee's report: when it is due, who writes it, and who contributes what."""

from types import MappingProxyType

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.dates import MONTHS

from portal.models import Versioned
from portal.wording import joined
from reports.models.committee import Committee, Meeting
from reports.models.report import Report

LATE_ADVICE = (
    "A meeting called at shorter notice may need papers later. Where an item is urgent, the chair may agree to take "
    "it at the meeting, and the special circumstances are recorded. Ask Democratic Services before you publish."
)


class Cycle(Versioned):
    """When a committee has its report, and how long before that each step is due.

    The draft is prepared so many weeks before the meeting. The other steps are counted in working days before
    the last day of publication, because the officers work towards that day and not towards the meeting.
    """

    history_parts = ("contributors",)
    history_labels = MappingProxyType(
        {
            "months": "Months in which the committee has the report",
            "prepares_drafts": "The portal prepares the draft",
            "draft_weeks_before": "Weeks before the meeting when the draft is prepared",
            "contributions_days": "Contributions, in working days before publication",
            "review_days": "Review, in working days before publication",
            "approval_days": "Approval, in working days before publication",
            "author_contact": "How to reach the author",
            "chief_officer_contact": "Chief officer responsible",
        }
    )

    committee = models.OneToOneField(Committee, on_delete=models.PROTECT, related_name="cycle")
    months = models.JSONField(default=list, help_text="Months of the year, from 1 to 12")
    prepares_drafts = models.BooleanField(default=True)
    draft_weeks_before = models.PositiveSmallIntegerField(
        default=6, validators=[MinValueValidator(2), MaxValueValidator(26)]
    )
    contributions_days = models.PositiveSmallIntegerField(default=12, validators=[MaxValueValidator(90)])
    review_days = models.PositiveSmallIntegerField(default=8, validators=[MaxValueValidator(90)])
    approval_days = models.PositiveSmallIntegerField(default=3, validators=[MaxValueValidator(90)])
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    report_of = models.CharField(max_length=200)
    author_contact = models.CharField(max_length=300)
    chief_officer_contact = models.CharField(max_length=300)

    class Meta:
        ordering = ["committee__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(contributions_days__gte=F("review_days"), review_days__gte=F("approval_days")),
                name="cycle_steps_in_order",
            ),
            models.CheckConstraint(condition=Q(draft_weeks_before__gte=2), name="cycle_weeks"),
        ]

    def __str__(self) -> str:
        return f"Report to the {self.committee}"

    @property
    def month_names(self) -> str:
        """The months in words: June and December."""
        return joined(str(MONTHS[month]) for month in sorted(self.months))


class Contributor(Versioned):
    """Somebody who contributes to each report of a cycle, and what."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="contributors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=500)

    class Meta:
        ordering = ["cycle", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "person"],
                name="contributor_once",
                violation_error_message="This person contributes already. Edit what they contribute",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}"


class Preparation(models.Model):
    """That the portal has prepared the draft for a meeting. It does so once, whatever becomes of the draft."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="preparation")
    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="preparation")
    prepared_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"Draft for {self.meeting}"


class PlanRules(Versioned):
    """The one record of the council's own words about the forward plan."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    late_advice = models.TextField(default=LATE_ADVICE)

    history_labels = MappingProxyType({"late_advice": "What can be done where publication is late"})

    class Meta:
        verbose_name_plural = "plan rules"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="plan_rules_single")]

    def __str__(self) -> str:
        return "Rules of the forward plan"

    @classmethod
    def current(cls) -> "PlanRules":
        """Return the rules, or unsaved defaults where the council never changed them."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
