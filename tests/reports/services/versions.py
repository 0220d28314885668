"""Versions of a published report, as tests need them."""

import datetime

from reports.models import Rendering, Report, Section
from reports.services import versions, workflow
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    EditionFactory,
    RecommendationFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
)


def published_report() -> Report:
    """A published report with a section and a recommendation."""
    report = ReportFactory(published=True, meeting__held_on=datetime.date(2026, 6, 16))
    SectionFactory(report=report, body="A paragraph of the report.", position=1)
    RecommendationFactory(report=report, position=1)
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True, position=2)
    return report


def begin(report, **values):
    return versions.begin_version(report=report, by=values.get("by") or UserFactory())


def approve(version):
    """Let a version be approved and its files made, without the checks."""
    manager = UserFactory(role="manager")
    Report.objects.filter(pk=version.pk).update(
        status="approved", approved_by=manager, approved_at=APPROVED_AT
    )
    edition = EditionFactory(report=version)
    RenderingFactory(report=version, state=Rendering.State.DONE, edition=edition, finished_at=APPROVED_AT)
    version.refresh_from_db()
    return version


def publish(version):
    """Publish a version, approved first where it is not yet."""
    if version.status != "approved":
        approve(version)
    return workflow.publish_report(
        report=version, by=UserFactory(), version=version.version, reason="A correction"
    )
