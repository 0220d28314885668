"""Recording and correcting the grades that a review gave."""

import pytest
from django.urls import reverse

from reviews.models import Judgement
from tests.factories.reviews import GradeFactory, JudgementFactory, ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def grade():
    return GradeFactory(name="Good")


@pytest.fixture
def review(grade):
    return ReviewFactory(framework=grade.framework)


def add_address(review):
    return reverse("reviews:judgement_add", args=[review.pk])


def edit_address(judgement):
    return reverse("reviews:judgement_edit", args=[judgement.review_id, judgement.pk])


def test_judgement_add_to_a_strand(client, officer, review, grade):
    strand = StrandFactory(review=review)

    client.post(add_address(review), {"strand": strand.pk, "grade": grade.pk, "note": "As published"})

    judgement = Judgement.objects.get()
    assert (judgement.review, judgement.strand, judgement.grade) == (review, strand, grade)
    assert judgement.note == "As published"


def test_judgement_add_overall(client, officer, review, grade):
    client.post(add_address(review), {"grade": grade.pk})

    assert Judgement.objects.get().strand is None


def test_judgement_add_sent_twice(client, officer, review, grade, token):
    sent = {"form_token": token, "grade": grade.pk}

    responses = [client.post(add_address(review), sent) for _ in range(2)]

    assert [response.status_code for response in responses] == [302, 302]
    assert Judgement.objects.count() == 1


def test_judgement_add_overall_a_second_time(client, officer, review, grade):
    JudgementFactory(review=review, grade=grade)

    response = client.post(add_address(review), {"grade": grade.pk})

    message = "This review already has an overall judgement. Change that one instead"
    assert response.context["form"].errors == {"strand": [message]}
    assert Judgement.objects.count() == 1


def test_judgement_add_to_a_strand_a_second_time(client, officer, review, grade):
    strand = StrandFactory(review=review)
    JudgementFactory(review=review, strand=strand, grade=grade)

    response = client.post(add_address(review), {"strand": strand.pk, "grade": grade.pk})

    message = "This review already has a judgement on this strand. Change that one instead"
    assert response.context["form"].errors == {"strand": [message]}


def test_judgement_add_without_a_grade(client, officer, review):
    response = client.post(add_address(review), {})

    assert response.context["form"].errors == {"grade": ["Choose the grade that was given"]}
    assert not Judgement.objects.exists()


def test_judgement_add_with_a_grade_of_another_framework(client, officer, review):
    response = client.post(add_address(review), {"grade": GradeFactory().pk})

    assert response.context["form"].errors == {"grade": ["Choose a grade of this review’s framework"]}
    assert not Judgement.objects.exists()


def test_judgement_add_to_a_strand_of_another_review(client, officer, review, grade):
    response = client.post(add_address(review), {"strand": StrandFactory().pk, "grade": grade.pk})

    assert response.context["form"].errors == {"strand": ["Choose a strand of this review"]}
    assert not Judgement.objects.exists()


def test_judgement_edit(client, officer, review, grade):
    judgement = JudgementFactory(review=review, grade=grade)
    better = GradeFactory(framework=grade.framework)

    client.post(edit_address(judgement), {"version": 0, "grade": better.pk})

    judgement.refresh_from_db()
    assert judgement.grade == better


def test_judgement_edit_to_a_strand_that_has_one(client, officer, review, grade):
    strand = StrandFactory(review=review)
    JudgementFactory(review=review, strand=strand, grade=grade)
    judgement = JudgementFactory(review=review, grade=grade)

    response = client.post(edit_address(judgement), {"version": 0, "strand": strand.pk, "grade": grade.pk})

    message = "This review already has a judgement on this strand. Change that one instead"
    assert response.context["form"].errors == {"strand": [message]}
    judgement.refresh_from_db()
    assert judgement.strand is None


def test_judgement_edit_of_a_stale_form(client, officer, review, grade):
    judgement = JudgementFactory(review=review, grade=grade, version=2, note="Theirs")

    response = client.post(edit_address(judgement), {"version": 1, "grade": grade.pk, "note": "Mine"})

    assert "This was changed" in response.content.decode()
    judgement.refresh_from_db()
    assert judgement.note == "Theirs"
