"""Factories of what is frozen of a report."""

import hashlib
from typing import Any

import factory
from django.core.files.base import ContentFile

from portal.models import Role
from reports.models import (
    Edition,
    Mention,
    Rendering,
    Section,
)
from reports.rendering.paper_texts import keep_texts
from reports.rendering.snapshot import build_snapshot
from tests.factories.portal import UserFactory
from tests.factories.records import RecordFactory
from tests.factories.reports.drafts import APPROVED_AT, RecommendationFactory, ReportFactory, SectionFactory


class RenderingFactory(RecordFactory):
    """A rendering that waits for a worker, of the report as it stands."""

    class Meta:
        model = Rendering

    report = factory.SubFactory(ReportFactory, approved=True)
    snapshot = factory.LazyAttribute(lambda row: build_snapshot(row.report))
    asked_by = factory.SubFactory(UserFactory, role=Role.MANAGER)


class EditionFactory(RecordFactory):
    """A frozen edition; its file holds a few bytes that no program would accept; `old` has a PDF alone."""

    class Meta:
        model = Edition

    class Params:
        data = b"%PDF-1.7 a few bytes"
        words = b"PK a few bytes"
        page = b"<!DOCTYPE html>"
        old = factory.Trait(docx="", docx_sha256="", html="", html_sha256="")

    report = factory.SubFactory(ReportFactory, published=True)
    number = 1
    snapshot = factory.LazyAttribute(lambda row: build_snapshot(row.report))
    pdf = factory.LazyAttribute(lambda row: ContentFile(row.data, name="edition.pdf"))
    pdf_sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.data).hexdigest())
    docx = factory.LazyAttribute(lambda row: ContentFile(row.words, name="edition.docx"))
    docx_sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.words).hexdigest())
    html = factory.LazyAttribute(lambda row: ContentFile(row.page, name="edition.html"))
    html_sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.page).hexdigest())
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
    keep_texts(edition)
    RenderingFactory(
        report=report,
        snapshot=edition.snapshot,
        state=Rendering.State.DONE,
        edition=edition,
        finished_at=APPROVED_AT,
    )
    return edition
