"""The sections of a report, in the order in which the committee reads them."""

from types import MappingProxyType

from django.db import models
from django.db.models import Q

from portal.models import Versioned
from reports.models.exemption import Exemption
from reports.models.report import Report


class SectionKind(models.TextChoices):
    """What a section tells. Some are written from the record, some show what stands around the text, one is free."""

    INTRODUCTION = "introduction", "Introduction"
    CHANGES = "changes", "What changed since the last report"
    COMMITMENTS = "commitments", "Commitments"
    RESOLUTIONS = "resolutions", "What the committee resolved"
    REVIEWS = "reviews", "Reviews in the period"
    JUDGEMENTS = "judgements", "Judgements over time"
    FINDINGS = "findings", "Findings by theme"
    STRANDS = "strands", "Strengths and areas by strand"
    RESPONSES = "responses", "Response and action plan"
    ACTIONS = "actions", "Progress of actions"
    RECURRENCES = "recurrences", "Concerns that recur"
    MEASURES = "measures", "Measures"
    BENCHMARK = "benchmark", "Comparison with others"
    VOICE = "voice", "Voice of children and young people"
    ASSURANCE = "assurance", "Assurance statement"
    PRIORITIES = "priorities", "Council plan priorities"
    IMPLICATIONS = "implications", "Implications"
    RISK = "risk", "Risk"
    RECOMMENDATIONS = "recommendations", "Recommendations"
    CONTACTS = "contacts", "Contact details"
    WARDS = "wards", "Wards affected"
    BACKGROUND = "background", "Background papers"
    ANNEXES = "annexes", "Annexes"
    ABBREVIATIONS = "abbreviations", "Abbreviations"
    TEXT = "text", "Text"


PLACED = (
    SectionKind.IMPLICATIONS,
    SectionKind.RECOMMENDATIONS,
    SectionKind.CONTACTS,
    SectionKind.WARDS,
    SectionKind.BACKGROUND,
    SectionKind.ANNEXES,
    SectionKind.ABBREVIATIONS,
)
"""Kinds that give something of the report its place; they have no text of their own, and a report has each once."""


class Section(Versioned):
    """A heading of the report with what stands under it; its paragraphs are numbered when it is shown.

    Until it is taken over as text it has no body: its words are written from the record whenever it is shown.
    """

    history_labels = MappingProxyType({"body": "Text"})

    Kind = SectionKind

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=15, choices=SectionKind, default=SectionKind.TEXT)
    heading = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()
    taken_over = models.BooleanField(default=False)
    record_text = models.TextField(blank=True, help_text="What the record said when it was taken over")
    exemption = models.ForeignKey(
        Exemption, on_delete=models.PROTECT, null=True, blank=True, related_name="sections"
    )

    class Meta:
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="section_position_unique"),
            models.UniqueConstraint(
                fields=["report", "kind"],
                condition=Q(kind__in=PLACED),
                name="section_placed_once",
                violation_error_message="The report already has a section of this kind",
            ),
            models.CheckConstraint(
                condition=Q(Q(taken_over=True), ~Q(kind__in=PLACED))
                | Q(body="", record_text="", taken_over=False),
                name="section_text_is_taken_over",
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#section-{self.pk}"

    @property
    def is_placed(self) -> bool:
        """Tell whether it shows something of the report and has no text of its own."""
        return self.kind in PLACED
