"""Comparing reviews while findings change, or other workers do the same: the newest answer stays, once."""

import datetime
import logging

import pytest
from django.conf import settings
from django.utils import timezone

from findings import suggesting
from findings.models import ComparingTurn, Finding, Kind, ReviewComparison, Suggestion
from findings.querysets import reviews_to_compare
from findings.services.finding import NewFinding, edit_finding, record_findings
from findings.suggesting import ask_for_comparison, compare_waiting
from findings.suggesting.turn import taken_turn
from tests.concurrency import at_once
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.suggesting.alike import EDT, OUT_OF_HOURS, pairs, review_of

pytestmark = pytest.mark.django_db

OTHER = "Morale is low"


@pytest.fixture
def meanwhile(monkeypatch):
    """Have something happen after the findings were read and before the first answer is kept."""

    def happen(action):
        keep, actions = suggesting.keep, [action]

        def keep_after(*args):
            while actions:
                actions.pop()()
            keep(*args)

        monkeypatch.setattr(suggesting, "keep", keep_after)

    return happen


def lose_the_turn():
    ComparingTurn.objects.update(seen_at=timezone.now() - datetime.timedelta(hours=1))


@pytest.mark.parametrize(("changed", "compared"), [("finding", 1), ("earlier", 2)])
def test_answer_of_a_slow_worker_is_not_kept_over_a_newer_one(
    request, finding, earlier, meanwhile, changed, compared
):
    """The pair belongs to two reviews: the one that the slow worker compares, and one that may have changed."""
    compare_waiting()
    ask_for_comparison(finding.review)
    row, user = request.getfixturevalue(changed), UserFactory()

    def another_worker():
        edit_finding(finding=row, by=user, version=0, changes={"text": OTHER})
        lose_the_turn()
        assert compare_waiting() == compared

    meanwhile(another_worker)
    compare_waiting()

    assert pairs() == set()
    assert not reviews_to_compare().exists()


def test_finding_corrected_while_it_is_compared_is_compared_anew(finding, earlier, meanwhile):
    user = UserFactory()
    meanwhile(lambda: edit_finding(finding=finding, by=user, version=0, changes={"text": OTHER}))

    assert compare_waiting() == 3

    assert pairs() == set()
    assert not reviews_to_compare().exists()


def test_old_answer_is_not_kept_even_by_the_worker_whose_turn_it_is(finding, earlier):
    compare_waiting()
    before = list(Suggestion.objects.values())
    asked_at = ReviewComparison.objects.get(review=finding.review).asked_at
    ask_for_comparison(finding.review)

    with taken_turn() as turn, pytest.raises(suggesting.AskedAnew):
        suggesting.keep(turn, finding.review, asked_at, [])

    assert list(Suggestion.objects.values()) == before
    assert list(reviews_to_compare()) == [finding.review]


def test_second_worker_leaves_the_work_to_the_first(finding, earlier):
    with taken_turn() as turn:
        assert turn is not None
        assert compare_waiting() == 0

    assert compare_waiting() == 2
    assert pairs() == {(finding.pk, earlier.pk)}


def test_turn_of_a_worker_that_was_killed_is_taken_by_the_next(finding, earlier):
    ComparingTurn.objects.create(pk=1, claim="5e2a8b9c-1b1a-4a67-9d0c-111111111111")
    assert compare_waiting() == 0
    lose_the_turn()

    assert compare_waiting() == 2
    assert ComparingTurn.objects.get().claim is None


def test_schedule_looks_for_reviews_that_were_left_waiting():
    tasks = {row["task"]: row["schedule"] for row in settings.CELERY_BEAT_SCHEDULE.values()}

    assert tasks["findings.tasks.compare_waiting_reviews"] == 60


def test_review_asked_for_while_another_worker_finishes_is_not_left(finding, earlier, monkeypatch):
    """Its own worker found the turn taken: the one that has it must look again after giving it back."""
    late = review_of(2020)
    compare = suggesting._compared

    def compared(turn, claims):
        yield from compare(turn, claims)
        if not late.findings.exists():
            FindingFactory(review=late, text=EDT)
            assert compare_waiting() == 0

    monkeypatch.setattr(suggesting, "_compared", compared)

    assert compare_waiting() == 3
    assert not reviews_to_compare().exists()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_keep_each_suggestion_once(tmp_path):
    finding = FindingFactory(review=review_of(2017), text=EDT)
    earlier = FindingFactory(review=review_of(2011), text=OUT_OF_HOURS)

    def compare():
        return compare_waiting(), pairs()

    outcomes = at_once([compare, compare], folder=tmp_path)

    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    assert sum(number for number, _ in outcomes) == 2
    assert {(finding.pk, earlier.pk)} in [found for _, found in outcomes]


@pytest.fixture
def failing(earlier, monkeypatch):
    """Comparing the earlier review fails, always."""
    keep = suggesting.keep

    def fail_for_earlier(turn, review, *args):
        if review == earlier.review:
            raise ValueError("no such word")
        keep(turn, review, *args)

    monkeypatch.setattr(suggesting, "keep", fail_for_earlier)


@pytest.mark.usefixtures("failing")
def test_one_review_that_fails_does_not_hold_up_the_others(finding, earlier):
    assert compare_waiting() == 2
    assert list(reviews_to_compare()) == [earlier.review]
    assert pairs() == {(finding.pk, earlier.pk)}


@pytest.mark.usefixtures("failing")
def test_review_that_always_fails_is_given_up_and_logged_once(finding, earlier, caplog):
    assert [compare_waiting() for _ in range(5)] == [2, 1, 1, 0, 0]

    assert not reviews_to_compare().exists()
    pk = earlier.review_id
    told = [(row.levelname, row.getMessage()) for row in caplog.records if row.levelno >= logging.WARNING]
    waits = f"Review {pk} could not be compared, and still waits: ValueError('no such word')"
    assert told == [
        ("WARNING", waits),
        ("WARNING", waits),
        ("ERROR", f"Review {pk} could not be compared, and waits no longer"),
    ]


def move(review):
    review.fieldwork_start_on = datetime.date(2010, 3, 1)
    review.save()


@pytest.mark.parametrize("change", [ask_for_comparison, move])
def test_review_that_was_given_up_is_compared_when_something_of_it_changes(finding, earlier, change):
    ask_for_comparison(earlier.review)
    ReviewComparison.objects.update(attempts=3, dated_on=earlier.review.dated_on)
    compare_waiting()
    assert pairs() == {(finding.pk, earlier.pk)}
    assert not reviews_to_compare().exists()

    change(earlier.review)

    assert list(reviews_to_compare()) == [earlier.review]
    assert compare_waiting() == 1
    assert ReviewComparison.objects.get(review=earlier.review).attempts == 0


@pytest.mark.usefixtures("failing")
def test_review_that_fails_under_its_new_date_still_waits(finding, earlier):
    ask_for_comparison(earlier.review)
    ReviewComparison.objects.update(done_at=timezone.now(), dated_on=datetime.date(2009, 1, 1))

    compare_waiting()

    assert list(reviews_to_compare()) == [earlier.review]


def test_review_moved_before_another_has_that_one_go_back_to_it(finding, earlier):
    compare_waiting()
    finding.review.fieldwork_start_on = datetime.date(2010, 3, 1)
    finding.review.save()

    assert list(reviews_to_compare()) == [finding.review]
    compare_waiting()

    assert pairs() == {(earlier.pk, finding.pk)}


def test_review_moved_after_others_goes_back_to_them_and_they_no_longer_to_it(finding, earlier):
    compare_waiting()
    earlier.review.fieldwork_start_on = datetime.date(2020, 3, 1)
    earlier.review.save()

    compare_waiting()

    assert pairs() == {(earlier.pk, finding.pk)}


def test_review_that_loses_its_date_is_no_longer_suggested(finding, earlier):
    compare_waiting()
    earlier.review.fieldwork_start_on = None
    earlier.review.save()

    compare_waiting()

    assert pairs() == set()
    assert not reviews_to_compare().exists()


@pytest.mark.parametrize("year", [2005, None])
def test_new_findings_make_no_other_review_wait(finding, earlier, year):
    compare_waiting()
    review = ReviewFactory(fieldwork_start_on=year and datetime.date(year, 3, 1), fieldwork_end_on=None)

    record_findings(by=UserFactory(), review=review, findings=[NewFinding(Kind.AREA, EDT)])

    assert list(reviews_to_compare()) == [review]


def test_of_many_likely_ones_the_likeliest_eight_are_kept(finding):
    alike = [
        FindingFactory(review=review_of(2000 + n), text=f"{OUT_OF_HOURS} in place {n}") for n in range(8)
    ]
    compare_waiting()
    assert finding.suggestions.count() == 8

    same = FindingFactory(review=review_of(2009), text=EDT)
    compare_waiting()

    kept = set(finding.suggestions.values_list("earlier", flat=True))
    assert len(kept) == 8
    assert same.pk in kept
    assert kept < {same.pk, *(row.pk for row in alike)}


def test_finding_with_room_for_another_suggestion_is_compared_anew(finding):
    for n in range(9):
        FindingFactory(review=review_of(2000 + n), text=f"{OUT_OF_HOURS} in place {n}")
    compare_waiting()
    best = Finding.objects.get(pk=finding.suggestions.likeliest_first().first().earlier_id)
    before = set(finding.suggestions.values_list("earlier", flat=True))

    edit_finding(finding=best, by=UserFactory(), version=0, changes={"text": OTHER})
    assert list(reviews_to_compare()) == [best.review]
    compare_waiting()

    after = set(finding.suggestions.values_list("earlier", flat=True))
    assert len(after) == 8
    assert before - after == {best.pk}
