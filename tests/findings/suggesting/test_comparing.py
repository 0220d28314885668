"""Comparing reviews' findings in the background, and keeping what may have been raised before."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings import suggesting
from findings.models import Kind, ReviewComparison, Suggestion
from findings.querysets import reviews_to_compare
from findings.services.finding import NewFinding, edit_finding, record_findings
from findings.suggesting import compare_waiting
from findings.tasks import compare_waiting_reviews
from reports.models import Abbreviation
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.suggesting.alike import EDT, OUT_OF_HOURS, pairs, review_of

pytestmark = pytest.mark.django_db


def test_compare_waiting_keeps_what_may_be_the_same(finding, earlier):
    FindingFactory(review=earlier.review, text="Fostering panels are well run")

    assert compare_waiting() == 2

    row = Suggestion.objects.get()
    assert (row.finding, row.earlier) == (finding, earlier)
    assert row.words == [["EDT", "Out-of-hours support"]]
    assert 0.3 <= row.score <= 1
    assert not reviews_to_compare().exists()


def test_compare_waiting_twice_does_nothing_the_second_time(finding, earlier):
    compare_waiting()
    before = list(Suggestion.objects.values_list("pk", flat=True))

    assert compare_waiting() == 0
    assert list(Suggestion.objects.values_list("pk", flat=True)) == before


def test_compare_waiting_knows_the_abbreviations_of_the_council():
    earlier = FindingFactory(review=review_of(2011), text="Brambling Yard Project has no clear purpose")
    finding = FindingFactory(review=review_of(2017), text="What BYP is for should be decided")
    Abbreviation.objects.create(short="BYP", meaning="Brambling Yard Project")

    compare_waiting()

    assert pairs() == {(finding.pk, earlier.pk)}


def test_review_without_a_date_has_no_earlier_findings(earlier):
    undated = ReviewFactory(fieldwork_start_on=None, fieldwork_end_on=None)
    FindingFactory(review=undated, text=OUT_OF_HOURS)

    compare_waiting()

    assert undated.dated_on is None
    assert pairs() == set()
    assert not reviews_to_compare().exists()


def test_recorded_findings_are_compared_once_committed(earlier, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        (finding,) = record_findings(
            by=UserFactory(), review=review_of(2017), findings=[NewFinding(Kind.AREA, EDT)]
        )

    assert pairs() == {(finding.pk, earlier.pk)}


def test_older_findings_recorded_late_are_suggested_for_later_ones(
    finding, django_capture_on_commit_callbacks
):
    compare_waiting()
    with django_capture_on_commit_callbacks(execute=True):
        (earlier,) = record_findings(
            by=UserFactory(), review=review_of(2011), findings=[NewFinding(Kind.AREA, OUT_OF_HOURS)]
        )

    assert pairs() == {(finding.pk, earlier.pk)}


def test_corrected_words_are_compared_anew(finding, earlier, django_capture_on_commit_callbacks):
    compare_waiting()
    with django_capture_on_commit_callbacks(execute=True):
        edit_finding(finding=finding, by=UserFactory(), version=0, changes={"text": "Morale is low"})

    assert pairs() == set()


def test_correction_that_leaves_words_and_kind_asks_for_nothing(finding, earlier):
    compare_waiting()

    edit_finding(finding=finding, by=UserFactory(), version=0, changes={"source_ref": "Page 3"})

    assert not reviews_to_compare().exists()


def test_review_whose_date_moves_is_compared_anew(finding, earlier):
    compare_waiting()
    finding.review.fieldwork_start_on = datetime.date(2010, 3, 1)
    finding.review.save()

    compare_waiting()

    assert (finding.pk, earlier.pk) not in pairs()


def test_work_of_a_worker_that_was_killed_is_done_by_the_next(finding, earlier, monkeypatch):
    def stop(*args):
        raise SystemExit

    with monkeypatch.context() as killed:
        killed.setattr(suggesting, "keep", stop)
        with pytest.raises(SystemExit):
            compare_waiting()
    assert ReviewComparison.objects.filter(done_at=None).count() == 2

    compare_waiting_reviews()

    assert pairs() == {(finding.pk, earlier.pk)}


def test_compare_waiting_asks_as_often_for_many_findings_as_for_few(finding, earlier):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert compare_waiting() == 2
        return len(captured)

    few = queries()
    ReviewComparison.objects.update(done_at=None)
    for number in range(5):
        FindingFactory(review=finding.review, text=f"{EDT} in place {number}")
        FindingFactory(review=earlier.review, text=f"{OUT_OF_HOURS} in place {number}")

    # The first time also makes a row for each of two reviews, in a transaction each.
    assert queries() <= few
    assert Suggestion.objects.count() == 36
