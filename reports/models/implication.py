"""What a report means for money, people and the law: each kind on the council's list is answered."""

from django.db import models
from django.db.models import Q

from portal.models import Versioned
from reports.models.report import Report


class ImplicationKind(Versioned):
    """A kind of implication on the council's list."""

    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="implication_kind_name_unique",
                violation_error_message="This kind of implication is already on the list",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Implication(Versioned):
    """A report's answer for one kind: what follows, or explicitly that nothing does. Without a row it is unanswered."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="implications")
    kind = models.ForeignKey(ImplicationKind, on_delete=models.PROTECT, related_name="implications")
    text = models.TextField(blank=True)
    is_none = models.BooleanField(default=False)

    class Meta:
        ordering = ["report", "kind__position", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "kind"],
                name="implication_kind_once",
                violation_error_message="Somebody has answered this meanwhile. Open the page again",
            ),
            models.CheckConstraint(
                condition=Q(is_none=True, text="") | Q(~Q(text=""), is_none=False),
                name="implication_answered",
            ),
        ]

    def __str__(self) -> str:
        return self.kind.name

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#implication-{self.kind_id}"
