"""Reviews, the frameworks they are done against, their strands and judgements, and the council's themes."""

from reviews.models.framework import Framework, FrameworkStrand, Grade, GuidanceEdition, ReviewKind, Unit
from reviews.models.review import Judgement, Review, Strand
from reviews.models.theme import Theme

__all__ = [
    "Framework",
    "FrameworkStrand",
    "Grade",
    "GuidanceEdition",
    "Judgement",
    "Review",
    "ReviewKind",
    "Strand",
    "Theme",
    "Unit",
]
