"""Two people who change the versions of a report at the same moment."""

import datetime

import pytest

from portal.exceptions import Refused, StaleRecord
from portal.models import Role
from reports.models import Rendering, Report, Resolution
from reports.services import contributions, succession
from reports.services.contributions import place_contribution
from reports.services.resolutions import record_resolution
from reports.services.versions import begin_version, discard_version
from reports.services.workflow import publish_report, withdraw_report
from tests.concurrency import Pause, at_once
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    ContributionFactory,
    EditionFactory,
    RenderingFactory,
    ReportFactory,
    write_published_report,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_queue")]
TODAY = datetime.date(2026, 12, 1)


def approved_version(first: Report | None = None) -> Report:
    """The next version of a published report or of this one, approved and with its files."""
    first = first or write_published_report(meeting__held_on=datetime.date(2026, 6, 16)).report
    version = begin_version(report=first, by=UserFactory())
    manager = UserFactory(role=Role.MANAGER)
    Report.objects.filter(pk=version.pk).update(
        status="approved", approved_by=manager, approved_at=APPROVED_AT
    )
    edition = EditionFactory(report=version)
    RenderingFactory(report=version, state=Rendering.State.DONE, edition=edition, finished_at=APPROVED_AT)
    return Report.objects.get(pk=version.pk)


def publish(version):
    by = UserFactory()
    return lambda: publish_report(report=version, by=by, version=version.version, reason="Late").status


def test_two_who_begin_a_version_at_once_begin_one(tmp_path):
    report = ReportFactory(published=True)
    people = [UserFactory(), UserFactory()]

    def begin(by):
        return begin_version(report=report, by=by).number

    outcomes = at_once([lambda by=by: begin(by) for by in people], folder=tmp_path)

    assert outcomes.count(2) == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1


def test_resolution_that_is_recorded_while_its_report_is_superseded_follows_or_is_refused(tmp_path):
    version = approved_version()
    asked = version.begun_from.recommendations.get()
    by = UserFactory()

    def record():
        details = {"decision": "as_recommended", "wording": "", "owner": "", "due_on": None}
        return record_resolution(
            by=by, on=TODAY, recommendation=asked, meeting=version.meeting, details=details
        ).decision

    published, recorded = at_once([publish(version), record], folder=tmp_path)

    assert published == "published"
    assert recorded == "as_recommended" or isinstance(recorded, Refused)
    (lost,) = at_once(
        [lambda: Resolution.objects.exclude(recommendation__report=version).count()], folder=tmp_path
    )
    assert lost == 0


def test_report_that_is_withdrawn_while_it_is_superseded_ends_in_one_way(tmp_path):
    version = approved_version()
    first, by = version.begun_from, UserFactory()

    def withdraw():
        return withdraw_report(report=first, by=by, version=first.version, reason="Wrong").status

    outcomes = at_once([publish(version), withdraw], folder=tmp_path)

    (standings,) = at_once([lambda: dict(Report.objects.values_list("number", "status"))], folder=tmp_path)
    if isinstance(outcomes[1], StaleRecord):
        assert standings == {1: "superseded", 2: "published"}
    elif isinstance(outcomes[0], StaleRecord):
        assert standings == {1: "withdrawn", 2: "approved"}
    else:
        assert standings == {1: "withdrawn", 2: "published"}


def test_two_versions_that_are_published_at_once_wait_for_each_other(tmp_path, monkeypatch):
    # Without recommendations and commitments, whose rows would keep the two apart.
    first = ReportFactory(published=True, meeting__held_on=datetime.date(2026, 6, 16))
    second = approved_version(first)
    third = approved_version(second)
    pause = Pause()
    monkeypatch.setattr(succession, "take_over", pause.before(succession.take_over))

    outcomes = at_once([publish(second), pause.during(publish(third))], folder=tmp_path)

    (standings,) = at_once(
        [lambda: list(Report.objects.order_by("number").values_list("status", "successor"))], folder=tmp_path
    )
    assert outcomes == ["published", "published"]
    assert standings == [("superseded", second.pk), ("superseded", third.pk), ("published", None)]


def test_draft_is_not_discarded_while_a_contribution_is_put_into_it(tmp_path, monkeypatch):
    by, pause = UserFactory(), Pause()
    version = begin_version(report=ReportFactory(published=True), by=by)
    given = ContributionFactory(report=version, what="Figures", given=True)
    monkeypatch.setattr(contributions, "add_section", pause.before(contributions.add_section))

    def place():
        return place_contribution(contribution=given, by=by, version=given.version).heading

    def discard():
        return discard_version(report=Report.objects.get(pk=version.pk), by=by, version=version.version)

    placed, refused = at_once([place, pause.during(discard)], folder=tmp_path)

    assert placed == "Figures"
    assert isinstance(refused, StaleRecord)
