"""What the record says about a period, as it stood on the period's last day."""

from reports.facts.actions import ActionFacts, action_facts
from reports.facts.findings import FindingFacts, finding_facts, reviews_without_themes
from reports.facts.gathered import Facts
from reports.facts.measures import MeasureFacts, measure_facts
from reports.facts.period import Period, suggested_days
from reports.facts.promises import CommitmentFact, ResolutionFact, commitment_facts, resolution_facts
from reports.facts.reviews import ReviewFacts, review_facts

__all__ = [
    "ActionFacts",
    "CommitmentFact",
    "Facts",
    "FindingFacts",
    "MeasureFacts",
    "Period",
    "ResolutionFact",
    "ReviewFacts",
    "action_facts",
    "commitment_facts",
    "finding_facts",
    "measure_facts",
    "resolution_facts",
    "review_facts",
    "reviews_without_themes",
    "suggested_days",
]
