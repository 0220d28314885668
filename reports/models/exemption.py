"""What of a report the public may not read, and why."""

from django.db import models

from portal.models import Versioned
from reports.models.report import Report

PUBLIC_INTEREST = "Why the public interest is in keeping it back"
FORBIDDEN_BY = "What forbids making it public"


class Exemption(Versioned):
    """A ground on which parts of a report are kept from the public: they name it by its letter.

    The grounds are those of Schedule 12A, Part 1, of the Local Government Act 1972, each subject to the test of the
    public interest; confidential is what section 100A(3) forbids a council to open, whatever the public interest.
    """

    class Ground(models.TextChoices):
        PARAGRAPH_1 = "paragraph_1", "Paragraph 1: about an individual"
        PARAGRAPH_2 = "paragraph_2", "Paragraph 2: likely to reveal who an individual is"
        PARAGRAPH_3 = "paragraph_3", "Paragraph 3: somebody’s financial or business affairs"
        PARAGRAPH_4 = "paragraph_4", "Paragraph 4: consultations or negotiations about labour relations"
        PARAGRAPH_5 = "paragraph_5", "Paragraph 5: legal professional privilege"
        PARAGRAPH_6 = "paragraph_6", "Paragraph 6: a notice, order or direction that is proposed"
        PARAGRAPH_7 = "paragraph_7", "Paragraph 7: prevention, investigation or prosecution of crime"
        CONFIDENTIAL = "confidential", "Confidential: may not be opened by law"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="exemptions")
    letter = models.CharField(max_length=1)
    ground = models.CharField(max_length=15, choices=Ground)
    reasoning = models.TextField(
        help_text="The public interest in keeping it back; of confidential information, what forbids opening it"
    )

    class Meta:
        ordering = ["report", "letter"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "letter"],
                name="exemption_letter_unique",
                violation_error_message="This report already has an exemption with this letter",
            )
        ]

    def __str__(self) -> str:
        return f"{self.letter}: {self.get_ground_display()}"

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#exemptions"

    @property
    def why(self) -> str:
        """Say what the reasoning answers: confidential information is not weighed against the public interest."""
        return FORBIDDEN_BY if self.ground == self.Ground.CONFIDENTIAL else PUBLIC_INTEREST

    @property
    def under(self) -> str:
        """Say under which rule something is kept from the public, after "it is"."""
        if self.ground == self.Ground.CONFIDENTIAL:
            return "confidential under section 100A of the Local Government Act 1972"
        number = self.ground.removeprefix("paragraph_")
        return f"exempt under paragraph {number} of Part 1 of Schedule 12A to the Local Government Act 1972"
