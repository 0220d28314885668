"""New versions of a report: what they begin with, and from which ones they are begun."""

import datetime

import pytest

from portal.exceptions import Refused, StaleRecord
from portal.history import history_of
from reports.checks import results_of
from reports.models import Commitment, Report
from reports.services import commitments, versions, workflow
from reports.services.reports import edit_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnswerFactory,
    CheckOverrideFactory,
    CommitmentFactory,
    ContributionFactory,
    ExemptionFactory,
    ImplicationKindFactory,
    MeetingFactory,
    ReportFactory,
    ResolutionFactory,
    SectionFactory,
)
from tests.reports.services.versions import approve, begin, published_report

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 12, 1)


@pytest.fixture
def report() -> Report:
    """A published report with a section and a recommendation."""
    return published_report()


def test_version_copies_the_parts_and_what_stands_around_them(report):
    exemption = ExemptionFactory(report=report, letter="B")
    report.sections.filter(position=1).update(exemption=exemption)
    kind = ImplicationKindFactory()
    report.implications.create(kind=kind, text="It costs nothing.")

    version = begin(report, by=(officer := UserFactory()))

    assert (version.status, version.number, version.meeting) == ("draft", 2, report.meeting)
    assert (version.original, version.begun_from, version.drafted_by) == (report, report, officer)
    assert (version.title, version.author_contact) == (report.title, report.author_contact)
    first = version.sections.get(position=1)
    assert (first.body, first.exemption.letter, first.exemption.report) == (
        "A paragraph of the report.",
        "B",
        version,
    )
    assert version.implications.get().text == "It costs nothing."
    assert version.recommendations.get().carried_from == report.recommendations.get()
    assert report.sections.count() == version.sections.count() == 2
    told = [(entry.what, [change.after for change in entry.changes]) for entry in history_of(version)]
    assert "Begun from version 1, with all that was in it" in told[0][1]
    assert {entry.who for entry in history_of(version)} == {str(officer)}
    assert not [what for what, _ in told if what.startswith("Added")]
    assert "Version 2 begun from it" in [change.after for change in history_of(report)[0].changes]


def test_references_of_recommendations_are_settled_anew_for_a_version(report):
    report.recommendations.update(settled_text="Note paragraph 7")

    version = begin(report)

    assert [row.words for row in version.recommendations.all()] == ["Note the report"]
    assert report.recommendations.get().words == "Note paragraph 7"


def test_version_keeps_the_overrides_that_still_hold(report):
    SectionFactory(report=report, body="Three children were met.", position=3)
    result = next(row for row in results_of(report, on=TODAY) if row.check.name == "small_counts")
    held = CheckOverrideFactory(report=report, check_name="small_counts", key=result.finding.key)
    CheckOverrideFactory(report=report, check_name="small_counts")

    copy = begin(report).check_overrides.get()

    assert (copy.key, copy.reason, copy.overridden_by) == (held.key, held.reason, held.overridden_by)


@pytest.mark.parametrize("where", ["in_review", "withdrawn"])
def test_version_is_begun_from_approved_and_published_reports_only(where):
    with pytest.raises(Refused, match="Only from an approved or published report"):
        begin(ReportFactory(**{where: True}))


def test_one_later_version_is_prepared_at_a_time(report):
    version = begin(report)

    with pytest.raises(Refused, match="is being prepared already"):
        begin(report)

    approve(version)
    with pytest.raises(Refused, match="is being prepared already"):
        begin(report)
    assert begin(version).number == 3


def test_version_that_is_withdrawn_makes_room_for_another(report):
    version = approve(begin(report))
    workflow.withdraw_report(report=version, by=UserFactory(), version=version.version, reason="Wrong")

    third = begin(report)

    assert (third.number, third.begun_from) == (3, report)


def test_nothing_is_recorded_of_a_version_that_is_being_replaced(report):
    place = next(iter(commitments.places_in(commitments.content_of(report))))
    begin(report)

    with pytest.raises(Refused, match="Record it there"):
        commitments.add_commitment(
            by=UserFactory(),
            report=report,
            paragraph=place,
            wording="A paragraph of the report.",
            owner="Head of Care",
            due_on=TODAY,
        )


def test_version_stays_with_its_meeting(report):
    version = begin(report)
    other = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2026, 9, 1))

    with pytest.raises(Refused, match="for the same meeting"):
        edit_report(report=version, by=UserFactory(), version=version.version, changes={"meeting": other})


def test_draft_of_a_version_is_discarded_and_the_one_before_stays(report):
    exemption = ExemptionFactory(report=report)
    report.sections.filter(position=1).update(exemption=exemption)
    promise, resolution = (
        CommitmentFactory(report=report),
        ResolutionFactory(recommendation=report.recommendations.get()),
    )
    meeting = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2026, 3, 1))
    answer = AnswerFactory(commitment__report=ReportFactory(published=True, meeting=meeting), report=report)
    before = values_of(report, promise, resolution, answer)
    version = begin(report, by=(officer := UserFactory()))
    ContributionFactory(report=version, given=True)
    commitments.add_commitment(
        by=officer,
        report=version,
        paragraph=commitments.places_in(commitments.content_of(version))[0],
        wording="Another promise",
        owner="Head of Care",
        due_on=TODAY,
    )
    version.refresh_from_db()

    source = versions.discard_version(report=version, by=officer, version=version.version)

    assert source == report
    assert list(Report.objects.versions_of(report)) == [report]
    assert values_of(report, promise, resolution, answer) == before
    assert Commitment.objects.with_state(on=TODAY).get(pk=promise.pk).state == "open"
    told = history_of(report)[0]
    assert [change.after for change in told.changes] == ["Version 2 discarded: it was a draft"]
    assert told.who == str(officer)
    assert begin(report).number == 2


def values_of(*records):
    """All that is kept of these records."""
    return [type(record).objects.filter(pk=record.pk).values().get() for record in records]


@pytest.mark.parametrize("status", ["in_review", "approved"])
def test_version_that_is_no_draft_any_more_is_not_discarded(report, status):
    version = begin(report)
    version = approve(version) if status == "approved" else version
    Report.objects.filter(pk=version.pk).update(status=status)
    version.refresh_from_db()

    with pytest.raises(Refused, match="Only the draft of a new version"):
        versions.discard_version(report=version, by=UserFactory(), version=version.version)

    assert Report.objects.filter(pk=version.pk).exists()


def test_draft_of_a_first_version_is_not_discarded():
    report = ReportFactory()

    with pytest.raises(Refused, match="Only the draft of a new version"):
        versions.discard_version(report=report, by=UserFactory(), version=report.version)


def test_version_that_changed_since_it_was_read_is_not_discarded(report):
    version = begin(report)

    with pytest.raises(StaleRecord):
        versions.discard_version(report=version, by=UserFactory(), version=99)
