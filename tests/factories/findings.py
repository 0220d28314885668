"""Factories of findings, documents and measures."""

import datetime
import hashlib

import factory
from django.core.files.base import ContentFile
from django.utils import timezone

from findings.models import (
    Candidate,
    Dismissal,
    Document,
    Finding,
    Intake,
    Kind,
    Measure,
    Measurement,
    MeasurementCorrection,
    Reading,
    Suggestion,
)
from tests.factories.portal import UserFactory
from tests.factories.records import RecordFactory
from tests.factories.reviews import ReviewFactory


class FindingFactory(RecordFactory):
    class Meta:
        model = Finding
        skip_postgeneration_save = True

    reference = factory.Sequence(lambda n: f"F-2026-{n + 500}")
    review = factory.SubFactory(ReviewFactory)
    kind = Kind.AREA
    text = factory.Sequence(lambda n: f"What the reviewers said, number {n}")
    recorded_by = factory.SubFactory(UserFactory)


class SuggestionFactory(RecordFactory):
    class Meta:
        model = Suggestion

    finding = factory.SubFactory(FindingFactory)
    earlier = factory.SubFactory(FindingFactory)
    score = 0.7
    words = [["What", "what"]]


class DismissalFactory(RecordFactory):
    class Meta:
        model = Dismissal

    finding = factory.SubFactory(FindingFactory)
    earlier = factory.SubFactory(FindingFactory)
    dismissed_by = factory.SubFactory(UserFactory)


class DocumentFactory(RecordFactory):
    class Meta:
        model = Document

    class Params:
        data = factory.Sequence(lambda n: f"Letter {n}\n".encode())

    review = factory.SubFactory(ReviewFactory)
    name = factory.Sequence(lambda n: f"letter-{n}.md")
    file = factory.LazyAttributeSequence(lambda row, n: ContentFile(row.data, name=f"document-{n}"))
    size = factory.LazyAttribute(lambda row: len(row.data))
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    added_by = factory.SubFactory(UserFactory)


class ReadingFactory(RecordFactory):
    """The reading of a letter that waits for a worker."""

    class Meta:
        model = Reading

    class Params:
        data = b"## Strengths\n\n- Leaders know their service well\n"
        refused = factory.Trait(
            state=Reading.State.FAILED,
            failure="“letter.pdf” is damaged and cannot be opened.",
            finished_at=factory.LazyFunction(timezone.now),
            file="",
        )
        awaiting_columns = factory.Trait(
            name="findings.csv",
            state=Reading.State.DONE,
            finished_at=factory.LazyFunction(timezone.now),
            sheet={
                "headings": ["Finding", "Kind", "Owner"],
                "rows": [["Leaders know their service well", "Strength", "Head of service"]],
                "row_count": 1,
                "suggested": {"0": "Finding", "1": "Kind"},
            },
            data=b"Finding,Kind,Owner\nLeaders know their service well,Strength,Head of service\n",
        )

    review = factory.SubFactory(ReviewFactory)
    name = factory.Sequence(lambda n: f"reading-{n}.md")
    file = factory.LazyAttributeSequence(lambda row, n: ContentFile(row.data, name=f"reading-{n}"))
    size = factory.LazyAttribute(lambda row: len(row.data))
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    asked_by = factory.SubFactory(UserFactory)


class IntakeFactory(RecordFactory):
    class Meta:
        model = Intake

    document = factory.SubFactory(DocumentFactory)
    started_by = factory.SubFactory(UserFactory)


class CandidateFactory(RecordFactory):
    class Meta:
        model = Candidate

    intake = factory.SubFactory(IntakeFactory)
    position = factory.Sequence(lambda n: n + 1)
    kind = Kind.STRENGTH
    text = factory.Sequence(lambda n: f"What the letter says, number {n}")
    original_text = factory.SelfAttribute("text")
    source_ref = factory.LazyAttribute(lambda row: f"Strengths, bullet {row.position}")
    reason = "Bullet under the heading “Strengths”"
    confidence = 0.95


class MeasureFactory(RecordFactory):
    class Meta:
        model = Measure

    name = factory.Sequence(lambda n: f"Measure {n}")


class MeasurementFactory(RecordFactory):
    class Meta:
        model = Measurement

    measure = factory.SubFactory(MeasureFactory)
    measured_on = factory.Sequence(lambda n: datetime.date(2020, 1, 1) + datetime.timedelta(days=n))
    value = 10
    source = "Case system"
    recorded_by = factory.SubFactory(UserFactory)


class MeasurementCorrectionFactory(RecordFactory):
    class Meta:
        model = MeasurementCorrection

    measurement = factory.SubFactory(MeasurementFactory)
    measured_on = factory.SelfAttribute("measurement.measured_on")
    value = 11
    source = factory.SelfAttribute("measurement.source")
    reason = "Read from the wrong row"
    corrected_by = factory.SubFactory(UserFactory)
