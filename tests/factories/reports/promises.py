"""Factories of what reports promise and committees resolve."""

import datetime

import factory

from reports.models import (
    Answer,
    Commitment,
    Resolution,
)
from tests.factories.records import RecordFactory
from tests.factories.reports.drafts import RecommendationFactory, ReportFactory


class CommitmentFactory(RecordFactory):
    """What the first paragraph of a report to the meeting of June 2026 promises for the end of January."""

    class Meta:
        model = Commitment

    report = factory.SubFactory(ReportFactory, published=True, meeting__held_on=datetime.date(2026, 6, 16))
    wording = factory.Sequence(lambda n: f"We will bring update {n} to the next meeting.")
    owner = "Head of Quality Assurance"
    due_on = datetime.date(2027, 1, 31)
    paragraph = 1
    paragraph_words = "A paragraph of the report."


class AnswerFactory(RecordFactory):
    """The first paragraph of a report answers; with a `reason` the commitment is no longer due."""

    class Meta:
        model = Answer

    commitment = factory.SubFactory(CommitmentFactory)
    report = factory.SubFactory(ReportFactory)
    reason = ""
    paragraph = factory.LazyAttribute(lambda row: None if row.reason else 1)
    paragraph_words = factory.LazyAttribute(lambda row: "" if row.reason else "A paragraph of the report.")


class ResolutionFactory(RecordFactory):
    """Agreed as recommended by the meeting that the report is for; `owned` where somebody is to do it."""

    class Meta:
        model = Resolution

    class Params:
        owned = factory.Trait(owner="Head of Quality Assurance", due_on=datetime.date(2026, 12, 1))

    recommendation = factory.SubFactory(
        RecommendationFactory,
        report__published=True,
        report__meeting__held_on=datetime.date(2026, 6, 16),
    )
    meeting = factory.SelfAttribute("recommendation.report.meeting")
    decision = Resolution.Decision.AS_RECOMMENDED
