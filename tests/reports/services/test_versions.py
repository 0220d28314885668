"""New versions of a report: what they begin with, and what passes to them when they are published."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from portal.exceptions import Refused, StaleRecord
from portal.history import history_of
from reports.checks import results_of
from reports.facts.promises import commitment_facts
from reports.models import Answer, Commitment, Edition, Rendering, Report, Resolution, Section
from reports.services import commitments, recommendations, resolutions, versions, workflow
from reports.services.reports import edit_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    AnswerFactory,
    CheckOverrideFactory,
    CommitmentFactory,
    EditionFactory,
    ExemptionFactory,
    ImplicationKindFactory,
    MeetingFactory,
    RecommendationFactory,
    RenderingFactory,
    ReportFactory,
    ResolutionFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 12, 1)


@pytest.fixture
def report() -> Report:
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


def resolve(report):
    """Let the committee agree with what a report recommends."""
    resolutions.record_resolution(
        by=UserFactory(),
        on=TODAY,
        recommendation=report.recommendations.get(),
        meeting=report.meeting,
        details={"decision": "as_recommended", "wording": "", "owner": "", "due_on": None},
    )


def states():
    return dict(Commitment.objects.with_state(on=TODAY).values_list("pk", "state"))


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


def test_published_version_supersedes_the_one_before(report):
    version = publish(begin(report))

    report.refresh_from_db()
    assert (version.status, report.status, report.successor) == ("published", "superseded", version)
    assert report.published_at == APPROVED_AT
    assert "Superseded" in [change.after for change in history_of(report)[0].changes]


def test_version_supersedes_one_that_was_never_published():
    report = ReportFactory(approved=True, meeting__held_on=datetime.date(2026, 6, 16))
    publish(begin(report))

    report.refresh_from_db()
    assert (report.status, report.published_at) == ("superseded", None)


def test_database_refuses_two_published_versions(report):
    version = approve(begin(report))
    by = version.approved_by

    with pytest.raises(IntegrityError), transaction.atomic():
        Report.objects.filter(pk=version.pk).update(
            status="published", published_by=by, published_at=APPROVED_AT
        )


def test_version_that_changed_since_it_was_read_supersedes_nothing(report):
    version = approve(begin(report))

    with pytest.raises(StaleRecord):
        workflow.publish_report(report=version, by=UserFactory(), version=99, reason="A correction")

    report.refresh_from_db()
    assert (report.status, report.successor) == ("published", None)


def test_commitment_is_made_once_and_its_answers_follow_it(report):
    old = CommitmentFactory(report=report)
    meeting = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2026, 9, 1))
    later = ReportFactory(published=True, meeting=meeting)
    answer = AnswerFactory(commitment=old, report=later)

    version = begin(report)
    new = version.commitments.get()
    assert states() == {old.pk: "answered", new.pk: "proposed"}
    publish(version)

    assert states() == {old.pk: "superseded", new.pk: "answered"}
    assert list(Commitment.objects.made()) == [new]
    answer.refresh_from_db()
    assert answer.commitment == new


def test_promise_that_a_version_leaves_out_is_made_no_more(report):
    old = CommitmentFactory(report=report)
    version = begin(report)
    promise = version.commitments.get()
    commitments.remove_commitment(commitment=promise, by=UserFactory(), version=promise.version)
    publish(version)

    assert states() == {old.pk: "superseded"}


def test_version_answers_what_the_one_before_answered_and_owes_nothing_of_its_own(report):
    earlier = CommitmentFactory(
        report=ReportFactory(
            published=True,
            meeting__committee=report.meeting.committee,
            meeting__held_on=datetime.date(2026, 3, 1),
        )
    )
    CommitmentFactory(report=report)
    AnswerFactory(commitment=earlier, report=report)

    version = begin(report)

    assert [(fact.commitment, fact.is_answered) for fact in commitment_facts(version)] == [(earlier, True)]
    Answer.objects.filter(report=version).delete()
    assert [(fact.commitment, fact.is_answered) for fact in commitment_facts(version)] == [(earlier, False)]
    AnswerFactory(commitment=earlier, report=version)
    publish(version)
    assert states()[earlier.pk] == "answered"
    assert Commitment.objects.with_places().get(pk=earlier.pk).published_answers[0].report == version


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


def test_resolution_follows_its_recommendation(report):
    resolution = ResolutionFactory(recommendation=report.recommendations.get())

    version = publish(begin(report))

    resolution.refresh_from_db()
    assert resolution.recommendation == version.recommendations.get()
    assert list(Resolution.objects.on_papers()) == [resolution]


def test_resolution_follows_through_a_version_that_was_never_published(report):
    resolution = ResolutionFactory(recommendation=report.recommendations.get())

    second = approve(begin(report))
    third = publish(begin(second))

    resolution.refresh_from_db()
    assert resolution.recommendation == third.recommendations.get()
    assert list(Report.objects.order_by("pk").values_list("status", "successor")) == [
        ("superseded", third.pk),
        ("superseded", third.pk),
        ("published", None),
    ]


def test_recommendation_that_was_resolved_on_keeps_its_words(report):
    ResolutionFactory(recommendation=report.recommendations.get())
    copy = begin(report).recommendations.get()
    by = UserFactory()

    with pytest.raises(Refused, match="its words stay"):
        recommendations.edit_recommendation(
            recommendation=copy, by=by, version=copy.version, changes={"text": "Note it twice"}
        )
    with pytest.raises(Refused, match="its words stay"):
        recommendations.remove_recommendation(recommendation=copy, by=by, version=copy.version)
    changes = {"text": copy.text, "reason": "So that members know all of it"}
    recommendations.edit_recommendation(recommendation=copy, by=by, version=copy.version, changes=changes)


def test_version_that_words_otherwise_what_was_resolved_meanwhile_is_not_published(report):
    version = begin(report)
    version.recommendations.update(text="Note it twice")
    approve(version)
    resolve(report)

    with pytest.raises(Refused, match=r"The committee has resolved on .*\. Withdraw it and begin another version"):
        publish(version)

    report.refresh_from_db()
    assert report.status == "published"


def test_words_that_were_resolved_on_meanwhile_are_put_back_before_the_approval(report):
    version, by = begin(report), UserFactory()
    version.recommendations.update(text="Note it twice")
    Report.objects.filter(pk=version.pk).update(status="in_review")
    version.refresh_from_db()
    resolve(report)

    with pytest.raises(Refused, match=r"words it otherwise\. Put it back in the same words$"):
        workflow.approve_report(report=version, by=UserFactory(role="manager"), version=version.version)
    copy = version.recommendations.get()
    recommendations.edit_recommendation(
        recommendation=copy, by=by, version=copy.version, changes={"text": "Note the report"}
    )

    version.refresh_from_db()
    assert publish(version).status == "published"


def test_recommendation_that_was_resolved_on_meanwhile_is_put_back_as_the_same(report):
    version, by = begin(report), UserFactory()
    version.recommendations.all().delete()
    resolve(report)

    for text in ("Note another", "Note the report"):
        recommendations.add_recommendation(by=by, report=version, text=text, reason="To know")

    another, put_back = version.recommendations.order_by("position")
    assert (another.carried_from, put_back.carried_from) == (None, report.recommendations.get())
    version.refresh_from_db()
    assert publish(version).status == "published"
    assert Resolution.objects.get().recommendation == put_back


def test_version_stays_with_its_meeting(report):
    version = begin(report)
    other = MeetingFactory(committee=report.meeting.committee, held_on=datetime.date(2026, 9, 1))

    with pytest.raises(Refused, match="for the same meeting"):
        edit_report(report=version, by=UserFactory(), version=version.version, changes={"meeting": other})


def test_frozen_text_of_the_version_before_stays(report):
    snapshot = EditionFactory(report=report).snapshot
    version = begin(report)
    version.sections.filter(position=1).update(body="Corrected.")
    publish(version)

    assert Edition.objects.get(report=report).snapshot == snapshot
    assert version.editions.get().snapshot["version"] == 2
