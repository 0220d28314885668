"""What the services of reviews refuse, whoever calls them."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from portal.exceptions import Refused
from reviews.models import Review
from reviews.services.judgement import edit_judgement, record_judgement
from reviews.services.review import log_review, move_review
from reviews.services.strand import edit_strand
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import GradeFactory, JudgementFactory, ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db


def test_log_review_at_a_stage_that_needs_a_date():
    details = {"title": "Audit", "kind": "audit", "stage": "reported", "provider": OrganisationFactory()}

    with pytest.raises(Refused, match="Enter the date the report was received"):
        log_review(by=UserFactory(), details=details)

    assert not Review.objects.exists()


def test_move_review_without_the_date_that_the_stage_needs():
    review = ReviewFactory(stage="fieldwork")

    with pytest.raises(Refused, match="Enter the date the report was received"):
        move_review(review=review, by=UserFactory(), version=0, stage="closed", dates={})

    review.refresh_from_db()
    assert review.stage == "fieldwork"


def test_record_judgement_with_a_grade_of_another_framework():
    review = ReviewFactory(framework=GradeFactory().framework)

    with pytest.raises(Refused, match="Choose a grade of this review’s framework"):
        record_judgement(by=UserFactory(), review=review, strand=None, grade=GradeFactory())


def test_record_judgement_on_a_strand_of_another_review():
    grade = GradeFactory()
    review = ReviewFactory(framework=grade.framework)

    with pytest.raises(Refused, match="Choose a strand of this review"):
        record_judgement(by=UserFactory(), review=review, strand=StrandFactory(), grade=grade)


def test_edit_judgement_keeps_its_own_place():
    grade = GradeFactory()
    judgement = JudgementFactory(review=ReviewFactory(framework=grade.framework), grade=grade)

    edit_judgement(judgement=judgement, by=UserFactory(), version=0, changes={"note": "As published"})

    judgement.refresh_from_db()
    assert judgement.note == "As published"


def test_edit_strand_to_a_name_that_is_taken():
    taken = StrandFactory(name="Practice")
    strand = StrandFactory(review=taken.review)

    with pytest.raises(Refused, match="This review already has a strand with this name"):
        edit_strand(strand=strand, by=UserFactory(), version=0, changes={"name": "practice"})


@pytest.mark.parametrize(
    "dates",
    [
        {"fieldwork_start_on": None, "fieldwork_end_on": datetime.date(2026, 2, 5)},
        {"follow_up_to_on": datetime.date(2026, 2, 5)},
        {"published_on": datetime.date(2026, 1, 1)},
    ],
)
def test_the_database_refuses_dates_out_of_order(dates):
    with pytest.raises(IntegrityError), transaction.atomic():
        ReviewFactory(**dates)


def test_record_judgement_overall_where_the_framework_gives_none():
    grade = GradeFactory(framework__gives_overall_grade=False)
    review = ReviewFactory(framework=grade.framework)

    with pytest.raises(Refused, match="This framework gives no overall grade"):
        record_judgement(by=UserFactory(), review=review, strand=None, grade=grade)


@pytest.mark.parametrize(
    "values",
    [
        {"response_basis": "given", "response_why": "The letter"},
        {"response_basis": "given", "response_due_on": datetime.date(2026, 6, 1)},
        {"follow_up_basis": "none", "follow_up_from_on": datetime.date(2026, 6, 1)},
    ],
)
def test_database_refuses_a_deadline_that_does_not_fit_what_it_rests_on(values):
    review = ReviewFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.filter(pk=review.pk).update(**values)
