"""What children and young people, and their families, said in the period."""

from dataclasses import dataclass

from django.db.models import Prefetch

from actions.models import Evidence
from findings.models import Finding
from findings.rules.small_counts import SmallCounts, small_counts_outside
from reports.facts.period import Period
from reports.facts.reviews import reported_on
from reviews.models import Review, ReviewKind


@dataclass(frozen=True)
class VoiceFacts:
    """The surveys that reported in the period with their findings, and the feedback that is evidence of actions."""

    period: Period
    surveys: list[Review]
    feedback: list[Evidence]
    hiding: SmallCounts


def voice_facts(period: Period) -> VoiceFacts:
    """Read the surveys and the feedback of the period: four queries."""
    surveys = (
        Review.objects.in_period(period.start, period.end)
        .filter(kind=ReviewKind.SURVEY)
        .select_related("provider")
        .prefetch_related(Prefetch("findings", Finding.objects.headline_first()))
        .order_by("fieldwork_start_on", "pk")
    )
    feedback = (
        Evidence.objects.filter(
            kind=Evidence.Kind.FEEDBACK,
            dated_on__range=(period.start, period.end),
            added_at__lt=period.ends_at,
        )
        .select_related("action")
        .order_by("dated_on", "pk")
    )
    reported = [survey for survey in surveys if reported_on(survey) in period]
    return VoiceFacts(period, reported, list(feedback), small_counts_outside())
