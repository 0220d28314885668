"""What children and young people, and their families, said in the period."""

from dataclasses import dataclass

from actions.models import Evidence
from findings.models import Finding
from findings.rules.small_counts import SmallCounts
from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import findings_reported, reported
from reviews.models import Review, ReviewKind


@dataclass(frozen=True)
class VoiceFacts:
    """The surveys that reported in the period with their findings, and the feedback that is evidence of actions."""

    period: Period
    surveys: list[tuple[Review, list[Finding]]]
    feedback: list[Evidence]
    hiding: SmallCounts


def voice_facts(known: Facts) -> VoiceFacts:
    """Tell what the surveys of the period found, and read the feedback of the period: one query of its own."""
    period, found = known.period, known.about_period(findings_reported)
    surveys = [
        (survey, [finding for finding in found if finding.review_id == survey.pk])
        for survey in known.about_period(reported)
        if survey.kind == ReviewKind.SURVEY
    ]
    feedback = (
        Evidence.objects.filter(
            kind=Evidence.Kind.FEEDBACK,
            dated_on__range=(period.start, period.end),
            added_at__lt=period.ends_at,
        )
        .select_related("action")
        .only("shows", "dated_on", "action__reference")
        .order_by("dated_on", "pk")
    )
    return VoiceFacts(period, surveys, list(feedback), SmallCounts(known.council.small_counts_below))
