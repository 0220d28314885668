"""What else a document says, beside its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..blocks import Block
from .abbreviations import inline_abbreviations, listed_abbreviations
from .actions import Action, actions
from .annexes import Annex, annexes
from .assurance import AssuranceStatement, assurance_statement
from .commitments import Commitment, commitments
from .flattened import flattened_plans
from .judgements import Judgement, judgements
from .measures import Measure, measures
from .metadata import metadata
from .methodology import methodology
from .paragraphs import NumberedParagraph, numbered_paragraphs
from .passages import read_passages
from .practice import PracticeStudy, practice_studies
from .recommendations import Recommendation, recommendations
from .requirements import Requirement, requirements
from .scope import CouncilPlan, Scope, council_plan, scope


@dataclass(frozen=True, slots=True)
class Particulars:
    """Everything read in a document apart from its findings."""

    metadata: dict[str, object]
    methodology: dict[str, object]
    scope: Scope
    paragraphs: tuple[NumberedParagraph, ...]
    judgements: tuple[Judgement, ...]
    actions: tuple[Action, ...]
    recommendations: tuple[Recommendation, ...]
    reason: str | None
    commitments: tuple[Commitment, ...]
    measures: tuple[Measure, ...]
    abbreviations: dict[str, str]
    inline_abbreviations: dict[str, str]
    annexes: tuple[Annex, ...]
    council_plan: CouncilPlan | None
    assurance_statement: AssuranceStatement | None
    requirements: tuple[Requirement, ...]
    practice_studies: tuple[PracticeStudy, ...]

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        plan = self.council_plan.as_dict() if self.council_plan else None
        committee = [recommendation.as_dict() for recommendation in self.recommendations]
        listed = [{"abbr": short, "meaning": long} for short, long in self.abbreviations.items()]
        assured = self.assurance_statement.as_dict() if self.assurance_statement else None
        return {
            "metadata": self.metadata,
            "methodology": self.methodology,
            "scope": self.scope.as_dict(),
            "judgements": [judgement.as_dict() for judgement in self.judgements],
            "actions": [action.as_dict() for action in self.actions],
            "recommendations": committee,
            "committee_recommendations": committee,
            "reason": self.reason,
            "commitments": [commitment.as_dict() for commitment in self.commitments],
            "measures": [measure.as_dict() for measure in self.measures],
            "abbreviations": listed,
            "inline_abbreviations": self.inline_abbreviations,
            "annexes": [annex.as_dict() for annex in self.annexes],
            "council_plan": plan,
            "council_plan_priorities": plan["priorities"] if plan else [],
            "assurance_statement": assured,
            "requirements": [requirement.as_dict() for requirement in self.requirements],
            "practice_studies": [study.as_dict() for study in self.practice_studies],
            "paragraphs": [paragraph.as_dict() for paragraph in self.paragraphs],
        }


def particulars_of(blocks: Sequence[Block], lines: Sequence[str] = ()) -> Particulars:
    """Read all that a document says apart from its findings; `lines` are its own, where it has any."""
    passages = read_passages(blocks)
    asked, reason = recommendations(passages)
    done = [*actions(blocks, passages), *flattened_plans(passages, lines)]
    return Particulars(
        metadata=metadata(blocks, passages, lines),
        methodology=methodology(passages),
        scope=scope(passages),
        paragraphs=tuple(numbered_paragraphs(passages)),
        judgements=tuple(judgements(blocks, passages, lines)),
        actions=tuple(done),
        recommendations=tuple(asked),
        reason=reason,
        commitments=tuple(commitments(passages)),
        measures=tuple(measures(passages)),
        abbreviations=listed_abbreviations(passages),
        inline_abbreviations=inline_abbreviations(passages),
        annexes=tuple(annexes(passages)),
        council_plan=council_plan(passages),
        assurance_statement=assurance_statement(passages),
        requirements=tuple(requirements(passages)),
        practice_studies=tuple(practice_studies(passages)),
    )
