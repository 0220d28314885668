"""What passes to a new version of a report when it is published."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from portal.exceptions import Refused, StaleRecord
from portal.history import history_of
from reports.facts import Facts, commitment_facts
from reports.models import Answer, Commitment, Edition, Report, Resolution
from reports.services import commitments, recommendations, resolutions, workflow
from reports.services.succession import take_over
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    AnswerFactory,
    CommitmentFactory,
    EditionFactory,
    MeetingFactory,
    RecommendationFactory,
    ReportFactory,
    ResolutionFactory,
)
from tests.reports.services.versions import approve, begin, publish, published_report

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 12, 1)


@pytest.fixture
def report() -> Report:
    """A published report with a section and a recommendation."""
    return published_report()


def states():
    return dict(Commitment.objects.with_state(on=TODAY).values_list("pk", "state"))


def resolve(report):
    """Let the committee agree with what a report recommends."""
    resolutions.record_resolution(
        by=UserFactory(),
        on=TODAY,
        recommendation=report.recommendations.get(),
        meeting=report.meeting,
        details={"decision": "as_recommended", "wording": "", "owner": "", "due_on": None},
    )


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

    assert [(fact.commitment, fact.is_answered) for fact in commitment_facts(Facts.of(version))] == [
        (earlier, True)
    ]
    Answer.objects.filter(report=version).delete()
    assert [(fact.commitment, fact.is_answered) for fact in commitment_facts(Facts.of(version))] == [
        (earlier, False)
    ]
    AnswerFactory(commitment=earlier, report=version)
    publish(version)
    assert states()[earlier.pk] == "answered"
    assert Commitment.objects.with_places().get(pk=earlier.pk).published_answers[0].report == version


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

    with pytest.raises(
        Refused, match=r"The committee has resolved on .*\. Withdraw it and begin another version"
    ):
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


def test_frozen_text_of_the_version_before_stays(report):
    snapshot = EditionFactory(report=report).snapshot
    version = begin(report)
    version.sections.filter(position=1).update(body="Corrected.")
    publish(version)

    assert Edition.objects.get(report=report).snapshot == snapshot
    assert version.editions.get().snapshot["version"] == 2


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_queries_for_three_resolutions_as_for_one(report, django_assert_num_queries, count):
    asked = [report.recommendations.get(), *RecommendationFactory.create_batch(count - 1, report=report)]
    for recommendation in asked:
        ResolutionFactory(recommendation=recommendation)
    version = begin(report)

    with django_assert_num_queries(4):
        take_over(version)

    assert Resolution.objects.filter(recommendation__report=version).count() == count
