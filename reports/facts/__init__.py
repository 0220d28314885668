"""What the record says about a period, as it stood on the period's last day."""

from reports.facts.actions import ActionFacts, action_facts
from reports.facts.findings import FindingFacts, finding_facts, reviews_without_themes
from reports.facts.gathered import Facts
from reports.facts.measures import MeasureFacts, measure_facts
from reports.facts.period import Period, suggested_days
from reports.facts.reviews import ReviewFacts, review_facts

__all__ = [
    "ActionFacts",
    "Facts",
    "FindingFacts",
    "MeasureFacts",
    "Period",
    "ReviewFacts",
    "action_facts",
    "finding_facts",
    "measure_facts",
    "review_facts",
    "reviews_without_themes",
    "suggested_days",
]
