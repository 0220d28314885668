"""Two people who change a report at the same moment."""

import pytest
from django.utils import timezone

from portal.exceptions import Refused, StaleRecord
from portal.models import Role
from reports.models import Report
from reports.services.renderings import retry_rendering
from reports.services.sections import edit_section
from reports.services.workflow import approve_report
from tests.concurrency import at_once
from tests.factories.portal import UserFactory
from tests.factories.reports import RenderingFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _no_queue(monkeypatch):
    monkeypatch.setattr("reports.tasks.render_edition.delay", lambda rendering_id: None)


def test_text_that_changes_while_it_is_approved_is_either_approved_or_refused(tmp_path):
    section = SectionFactory(report=ReportFactory(in_review=True), body="As read.")
    manager, officer = UserFactory(role=Role.MANAGER), UserFactory()

    def approve():
        report = approve_report(report=Report.objects.get(), by=manager, version=0)
        return report.renderings.get().snapshot["sections"][0]["blocks"][0]["html"]

    def edit():
        return edit_section(section=section, by=officer, version=0, changes={"body": "As edited."}).body

    approved, edited = at_once([approve, edit], folder=tmp_path)

    outcomes = [
        approved == "As read." and isinstance(edited, Refused),
        isinstance(approved, StaleRecord) and edited == "As edited.",
    ]
    assert sum(outcomes) == 1, (approved, edited)


def test_two_managers_who_approve_at_once_approve_once(tmp_path):
    SectionFactory(report=ReportFactory(in_review=True))
    managers = [UserFactory(role=Role.MANAGER) for _ in range(2)]

    def approve(by):
        return approve_report(report=Report.objects.get(), by=by, version=0).status

    outcomes = at_once([lambda by=by: approve(by) for by in managers], folder=tmp_path)

    assert outcomes.count("approved") == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1


def test_two_who_try_a_failed_rendering_again_at_once_start_it_once(tmp_path):
    failed = RenderingFactory(
        state="failed",
        failure="The PDF could not be made.",
        finished_at=timezone.now(),
        report__approved=True,
    )
    people = [UserFactory(), UserFactory()]

    def retry(by):
        return retry_rendering(rendering=failed, by=by).state

    outcomes = at_once([lambda by=by: retry(by) for by in people], folder=tmp_path)

    assert outcomes.count("waiting") == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1


def test_rendering_that_a_colleague_tried_again_in_the_same_moment_is_refused(monkeypatch):
    failed = RenderingFactory(
        state="failed",
        failure="The PDF could not be made.",
        finished_at=timezone.now(),
        report__approved=True,
    )
    retry_rendering(rendering=failed, by=UserFactory())
    monkeypatch.setattr("reports.services.renderings.is_under_way", lambda report: False)

    with pytest.raises(Refused):
        retry_rendering(rendering=failed, by=UserFactory())
