"""What the record says about a period, as it stood on the period's last day."""

from reports.facts.actions import ActionFacts, action_facts
from reports.facts.assurance import AssuranceFacts, assurance_facts
from reports.facts.beginning import suggested_particulars
from reports.facts.changes import ChangeFacts, change_facts, last_report
from reports.facts.comparisons import ComparisonFacts, comparison_facts
from reports.facts.findings import FindingFacts, finding_facts, reviews_without_themes
from reports.facts.gathered import Facts
from reports.facts.judgements import JudgementFacts, judgement_facts
from reports.facts.measures import MeasureFacts, measure_facts
from reports.facts.period import Period, suggested_days
from reports.facts.priorities import priority_facts
from reports.facts.promises import (
    CommitmentFact,
    ResolutionFact,
    commitment_facts,
    commitments_brought,
    resolution_facts,
)
from reports.facts.recurrences import RecurrenceFacts, recurrence_facts
from reports.facts.responses import ResponseFacts, response_facts
from reports.facts.reviews import ReviewFacts, review_facts
from reports.facts.risk import RiskFacts, risk_facts
from reports.facts.strands import strand_facts
from reports.facts.voice import VoiceFacts, voice_facts

__all__ = [
    "ActionFacts",
    "AssuranceFacts",
    "ChangeFacts",
    "CommitmentFact",
    "ComparisonFacts",
    "Facts",
    "FindingFacts",
    "JudgementFacts",
    "MeasureFacts",
    "Period",
    "RecurrenceFacts",
    "ResolutionFact",
    "ResponseFacts",
    "ReviewFacts",
    "RiskFacts",
    "VoiceFacts",
    "action_facts",
    "assurance_facts",
    "change_facts",
    "commitment_facts",
    "commitments_brought",
    "comparison_facts",
    "finding_facts",
    "judgement_facts",
    "last_report",
    "measure_facts",
    "priority_facts",
    "recurrence_facts",
    "resolution_facts",
    "response_facts",
    "review_facts",
    "reviews_without_themes",
    "risk_facts",
    "strand_facts",
    "suggested_days",
    "suggested_particulars",
    "voice_facts",
]
