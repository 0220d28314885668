"""What is recorded already, to hold against what a document says beside its findings."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from findings.glossary import council_abbreviations
from findings.models import Intake, Measure
from portal.models import Organisation, User
from reviews.models import Grade, GuidanceEdition, Judgement, Review, Strand

OVERALL = "overall"
"""Stands for the whole review where a strand is chosen."""


@dataclass(frozen=True)
class Known:
    """A review with what can be chosen for it, each by the key with which a page sends it."""

    intake: Intake
    review: Review
    today: datetime.date
    strands: Mapping[str, Strand]
    grades: Mapping[str, Grade]
    judgements: Mapping[str, Judgement]
    editions: Mapping[str, GuidanceEdition]
    providers: Mapping[str, Organisation]
    measures: Mapping[str, Measure]
    meanings: Mapping[str, str]

    @property
    def may_be_overall(self) -> bool:
        """Whether the review's framework gives a grade for all of it."""
        return self.review.framework is not None and self.review.framework.gives_overall_grade


def known_for(person: User, intake: Intake, *, today: datetime.date) -> Known:
    """Gather what is recorded, as this person may see it; the number of queries is always the same."""
    reviews = Review.objects.visible_to(person).select_related("framework", "provider", "guidance_edition")
    review = reviews.get(pk=intake.document.review_id)
    judgements = review.judgements.select_related("strand", "grade")
    return Known(
        intake=intake,
        review=review,
        today=today,
        strands={str(row.pk): row for row in review.strands.all()},
        grades={str(row.pk): row for row in Grade.objects.filter(framework=review.framework_id)},
        judgements={str(row.strand_id or OVERALL): row for row in judgements},
        editions={str(row.pk): row for row in GuidanceEdition.objects.filter(framework=review.framework_id)},
        providers={str(row.pk): row for row in Organisation.objects.active()},
        measures={str(row.pk): row for row in Measure.objects.visible_to(person).active()},
        meanings=council_abbreviations(),
    )
