"""Factories of committees, reports and their editions."""

import datetime
import hashlib
from typing import Any

import factory
from django.core.files.base import ContentFile

from portal.models import Role
from reports.models import (
    Abbreviation,
    Committee,
    Edition,
    Exemption,
    ImplicationKind,
    Meeting,
    Mention,
    Outline,
    OutlineSection,
    Recommendation,
    Rendering,
    Report,
    Section,
)
from reports.rendering.snapshot import build_snapshot
from tests.factories.portal import UserFactory
from tests.factories.records import RecordFactory

APPROVED_AT = datetime.datetime(2026, 5, 29, 9, 0, tzinfo=datetime.UTC)


class CommitteeFactory(RecordFactory):
    class Meta:
        model = Committee

    name = factory.Sequence(lambda n: f"Committee {n}")


class MeetingFactory(RecordFactory):
    class Meta:
        model = Meeting

    committee = factory.SubFactory(CommitteeFactory)
    held_on = factory.Sequence(lambda n: datetime.date(2026, 7, 1) + datetime.timedelta(days=n))


class ReportFactory(RecordFactory):
    """A draft without text; `in_review`, `approved`, `published` and `withdrawn` are where it has got to."""

    class Meta:
        model = Report

    class Params:
        in_review = factory.Trait(status=Report.Status.IN_REVIEW)
        approved = factory.Trait(
            status=Report.Status.APPROVED,
            approved_by=factory.SubFactory(UserFactory, role=Role.MANAGER),
            approved_at=APPROVED_AT,
        )
        published = factory.Trait(
            approved=True,
            status=Report.Status.PUBLISHED,
            published_by=factory.SelfAttribute("approved_by"),
            published_at=APPROVED_AT,
        )
        withdrawn = factory.Trait(
            published=True,
            status=Report.Status.WITHDRAWN,
            withdrawn_by=factory.SelfAttribute("approved_by"),
            withdrawn_at=APPROVED_AT,
            withdrawal_reason="A figure was wrong",
        )

    title = factory.Sequence(lambda n: f"Safeguarding report {n}")
    meeting = factory.SubFactory(MeetingFactory)
    period_start_on = datetime.date(2025, 11, 1)
    period_end_on = datetime.date(2026, 4, 30)
    report_of = "Director of Children’s Services"
    author_contact = "Assurance Officer, officer@council.example"
    chief_officer_contact = "Director of Children’s Services, director@council.example"
    drafted_by = factory.SubFactory(UserFactory, role=Role.OFFICER)


class SectionFactory(RecordFactory):
    class Meta:
        model = Section

    report = factory.SubFactory(ReportFactory)
    heading = factory.Sequence(lambda n: f"Section {n}")
    body = "A paragraph of the report."
    position = factory.Sequence(lambda n: n + 1)
    taken_over = factory.LazyAttribute(lambda row: bool(row.body))

    class Params:
        placed = factory.Trait(
            body="", heading=factory.LazyAttribute(lambda row: str(Section.Kind(row.kind).label))
        )


class ExemptionFactory(RecordFactory):
    class Meta:
        model = Exemption

    report = factory.SubFactory(ReportFactory)
    letter = factory.Sequence(lambda n: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26])
    ground = Exemption.Ground.PARAGRAPH_1
    reasoning = "It is about one family"


class ImplicationKindFactory(RecordFactory):
    class Meta:
        model = ImplicationKind

    name = factory.Sequence(lambda n: f"Kind {n}")
    position = factory.Sequence(lambda n: n + 100)


class OutlineFactory(RecordFactory):
    class Meta:
        model = Outline

    committee = factory.SubFactory(CommitteeFactory)


class OutlineSectionFactory(RecordFactory):
    class Meta:
        model = OutlineSection

    outline = factory.SubFactory(OutlineFactory)
    heading = factory.Sequence(lambda n: f"Section {n}")
    position = factory.Sequence(lambda n: n + 1)


class RecommendationFactory(RecordFactory):
    class Meta:
        model = Recommendation

    report = factory.SubFactory(ReportFactory)
    text = "Note the report"
    reason = "So that members know what was found"
    position = factory.Sequence(lambda n: n + 1)


class AbbreviationFactory(RecordFactory):
    class Meta:
        model = Abbreviation

    short = factory.Sequence(lambda n: f"AB{n}")
    meaning = factory.Sequence(lambda n: f"Abbreviation number {n}")


class RenderingFactory(RecordFactory):
    """A rendering that waits for a worker, of the report as it stands."""

    class Meta:
        model = Rendering

    report = factory.SubFactory(ReportFactory, approved=True)
    snapshot = factory.LazyAttribute(lambda row: build_snapshot(row.report))
    asked_by = factory.SubFactory(UserFactory, role=Role.MANAGER)


class EditionFactory(RecordFactory):
    """A frozen edition; its file holds a few bytes that no reader of PDF would accept."""

    class Meta:
        model = Edition

    class Params:
        data = b"%PDF-1.7 a few bytes"

    report = factory.SubFactory(ReportFactory, published=True)
    number = 1
    snapshot = factory.LazyAttribute(lambda row: build_snapshot(row.report))
    pdf = factory.LazyAttribute(lambda row: ContentFile(row.data, name="edition.pdf"))
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    page_count = 1


class MentionFactory(RecordFactory):
    """A paragraph of a published edition that names an action."""

    class Meta:
        model = Mention

    edition = factory.SubFactory(EditionFactory)
    reference = "A-2026-001"
    place = Mention.Place.PARAGRAPH
    number = factory.Sequence(lambda n: n + 1)


def write_published_report(**values: Any) -> Edition:
    """Return the edition of a published report with a section, a recommendation and a finished rendering."""
    report = ReportFactory(published=True, **values)
    SectionFactory(report=report, heading="Introduction", body="First words.\n\n- a point", position=1)
    RecommendationFactory(report=report, position=1)
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True, position=2)
    edition = EditionFactory(report=report)
    RenderingFactory(
        report=report,
        snapshot=edition.snapshot,
        state=Rendering.State.DONE,
        edition=edition,
        finished_at=APPROVED_AT,
    )
    return edition
