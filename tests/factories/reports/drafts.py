"""Factories of reports and all that is written in them."""

import datetime
import hashlib
import io

import factory
from django.core.files.base import ContentFile
from PIL import Image

from portal.models import Role
from reports.models import (
    Abbreviation,
    Annex,
    AnnexFile,
    CheckOverride,
    Comment,
    CommentReply,
    Comparison,
    Contribution,
    EarlierText,
    Exemption,
    ImplicationKind,
    KeptSection,
    KeptText,
    Outline,
    OutlineSection,
    Picture,
    Recommendation,
    Report,
    Section,
)
from tests.factories.portal import UserFactory
from tests.factories.records import RecordFactory
from tests.factories.reports.committees import CommitteeFactory, MeetingFactory

APPROVED_AT = datetime.datetime(2026, 5, 29, 9, 0, tzinfo=datetime.UTC)


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
            withdrawal_is_explained=True,
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


class EarlierTextFactory(RecordFactory):
    """What a section said until somebody replaced it."""

    class Meta:
        model = EarlierText

    section = factory.SubFactory(SectionFactory)
    number = 1
    heading = factory.SelfAttribute("section.heading")
    body = "What it said before."
    is_record = False
    replaced_by = factory.SubFactory(UserFactory)


class KeptTextFactory(RecordFactory):
    """What somebody has typed in a section and not saved."""

    class Meta:
        model = KeptText

    section = factory.SubFactory(SectionFactory)
    person = factory.SubFactory(UserFactory)
    heading = factory.SelfAttribute("section.heading")
    body = "What was typed."
    begun_at_version = factory.SelfAttribute("section.version")


class KeptSectionFactory(RecordFactory):
    """What somebody has typed of a section that they are adding."""

    class Meta:
        model = KeptSection

    report = factory.SubFactory(ReportFactory)
    person = factory.SubFactory(UserFactory)
    heading = "What visitors said"
    body = "What was typed."


class ExemptionFactory(RecordFactory):
    class Meta:
        model = Exemption

    report = factory.SubFactory(ReportFactory)
    letter = factory.Sequence(lambda n: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26])
    ground = Exemption.Ground.PARAGRAPH_1
    reasoning = "It is about one family"


class AnnexFileFactory(RecordFactory):
    """A file of a few bytes that no program would accept."""

    class Meta:
        model = AnnexFile

    class Params:
        data = b"%PDF-1.7 a few bytes"

    name = "map.pdf"
    file = factory.LazyAttribute(lambda row: ContentFile(row.data, name="annex.pdf"))
    size = factory.LazyAttribute(lambda row: len(row.data))
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    page_count = 2
    lacks = factory.LazyFunction(list)
    page_texts = factory.LazyFunction(lambda: ["A map of the wards"])
    added_by = factory.SubFactory(UserFactory, role=Role.OFFICER)


class AnnexFactory(RecordFactory):
    """An annex of the officers' own words; `attached` is a PDF."""

    class Meta:
        model = Annex

    class Params:
        attached = factory.Trait(kind=Annex.Kind.PDF, body="", file=factory.SubFactory(AnnexFileFactory))

    report = factory.SubFactory(ReportFactory)
    position = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"Annex number {n}")
    name = factory.Sequence(lambda n: f"annex-{n}")
    kind = Annex.Kind.TEXT
    body = "Words of an annex."


def drawn_dots(width: int = 4, height: int = 2) -> bytes:
    """A picture with dots of many colours, so that its bytes are found again wherever they are."""
    out = io.BytesIO()
    dots = bytes(place * 37 % 256 for place in range(3 * width * height))
    Image.frombytes("RGB", (width, height), dots).save(out, "PNG")
    return out.getvalue()


class PictureFactory(RecordFactory):
    class Meta:
        model = Picture

    class Params:
        data = factory.LazyFunction(drawn_dots)

    report = factory.SubFactory(ReportFactory)
    number = factory.Sequence(lambda n: n + 1)
    caption = "How a contact becomes a decision"
    alternative = "Four steps, from a contact to a decision."
    file = factory.LazyAttribute(lambda row: ContentFile(row.data, name="picture.png"))
    media_type = "image/png"
    width, height = 4, 2
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    added_by = factory.SelfAttribute("report.drafted_by")


class ComparisonFactory(RecordFactory):
    """Ten councils by grade at the end of March 2026, of which one is in no category."""

    class Meta:
        model = Comparison

    title = factory.Sequence(lambda n: f"Grades of the region {n}")
    source = "Regional improvement partnership"
    counted_on = datetime.date(2026, 3, 31)
    counted = "councils"
    total = 10
    categories = "Outstanding: 1\nGood: 5\nInadequate: 3"
    our_category = "Good"


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


class CheckOverrideFactory(RecordFactory):
    """What a check found in a report, and why it is right as it is."""

    class Meta:
        model = CheckOverride

    report = factory.SubFactory(ReportFactory)
    check_name = "small_counts"
    key = factory.Sequence(lambda n: f"{n:032}")
    message = "“three children” is a count below 5."
    reason = "The letter, which is public, says the same"
    overridden_by = factory.SubFactory(UserFactory)


class CommentFactory(RecordFactory):
    """A comment on the first paragraph of a report; its `resolved` one is settled by whoever made it."""

    class Meta:
        model = Comment

    class Params:
        resolved = factory.Trait(resolved_by=factory.SelfAttribute("made_by"), resolved_at=APPROVED_AT)

    report = factory.SubFactory(ReportFactory)
    paragraph = 1
    paragraph_words = "A paragraph of the report."
    text = factory.Sequence(lambda n: f"Where does figure {n} come from?")
    made_by = factory.SubFactory(UserFactory)


class CommentReplyFactory(RecordFactory):
    class Meta:
        model = CommentReply

    comment = factory.SubFactory(CommentFactory)
    text = "From the return of the last quarter."
    replied_by = factory.SubFactory(UserFactory)


class ContributionFactory(RecordFactory):
    """A contribution that is asked for; `given` has come."""

    class Meta:
        model = Contribution

    class Params:
        given = factory.Trait(
            text="Nine in ten were offered an interview.",
            given_by=factory.SelfAttribute("person"),
            given_at=APPROVED_AT,
        )

    report = factory.SubFactory(ReportFactory)
    person = factory.SubFactory(UserFactory, role=Role.ACTION_LEAD)
    what = "Figures of return-home interviews"
    asked_by = factory.SelfAttribute("report.drafted_by")


class AbbreviationFactory(RecordFactory):
    class Meta:
        model = Abbreviation

    short = factory.Sequence(lambda n: f"AB{n}")
    meaning = factory.Sequence(lambda n: f"Abbreviation number {n}")
