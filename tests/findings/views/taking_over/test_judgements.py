"""Taking over the grades that a document gives."""

import pytest

from findings.services.taking_over import take_over
from reviews.models import Judgement, Review
from tests.factories.reviews import (
    FrameworkFactory,
    JudgementFactory,
    StrandFactory,
)
from tests.findings.views.taking_over.saying import address, errors, rows, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_judgement_is_corrected_before_it_is_recorded(client, officer, intake, review, framework):
    strand, grade = review.strands.last(), framework.grades.last()
    data = sent(
        client,
        intake,
        "judgement-1",
        **{"judgement-1-strand": str(strand.pk), "judgement-1-grade": str(grade.pk)},
    )

    client.post(address(intake), data)

    judgement = Judgement.objects.get()
    assert (judgement.strand, judgement.grade) == (strand, grade)


def test_judgement_of_a_framework_without_grades(client, officer, intake, framework):
    framework.grades.all().delete()

    response = client.get(address(intake))

    assert "This framework gives no grades, so there is nothing to record." in response.content.decode()
    assert rows(response)["judgement-1"].tick is None


def test_judgement_of_a_review_without_a_framework(client, officer, intake, review):
    review.framework = None
    review.save()

    response = client.get(address(intake))

    assert "The review names no framework" in response.content.decode()
    assert rows(response)["judgement-1"].tick is None


def test_judgement_overall_is_not_offered_where_the_framework_gives_none(client, officer, intake, framework):
    framework.gives_overall_grade = False
    framework.save()
    data = sent(client, intake, "judgement-2")

    response = client.post(address(intake), data)

    assert errors(response) == {"judgement-2-strand": ["Choose the strand that was graded"]}
    assert "The review overall" not in response.content.decode()


def test_judgement_on_a_strand_that_has_another_grade(client, officer, intake, review, framework):
    JudgementFactory(review=review, strand=review.strands.first(), grade=framework.grades.last())

    response = client.post(address(intake), sent(client, intake, "judgement-1"))

    message = "This review already has a judgement on this strand. Change that one instead"
    assert errors(response) == {"judgement-1-strand": [message]}
    assert Judgement.objects.count() == 1


def test_judgement_that_a_colleague_records_in_the_same_moment_is_said_beside_its_row(
    client, officer, intake, review, framework, monkeypatch
):
    data = sent(client, intake, "judgement-1", "judgement-2")

    def after_a_colleague(**kwargs):
        JudgementFactory(review=review, grade=framework.grades.last())
        return take_over(**kwargs)

    monkeypatch.setattr("findings.views.particulars.take_over", after_a_colleague)
    response = client.post(address(intake), data)

    message = "This review already has an overall judgement. Change that one instead"
    assert errors(response) == {"judgement-2-strand": [message]}
    assert Judgement.objects.count() == 0


def test_judgement_whose_framework_changes_in_the_same_moment_is_said_beside_its_row(
    client, officer, intake, review, monkeypatch
):
    data = sent(client, intake, "judgement-2")

    def after_a_colleague(**kwargs):
        Review.objects.update(framework=FrameworkFactory())
        return take_over(**kwargs)

    monkeypatch.setattr("findings.views.particulars.take_over", after_a_colleague)
    response = client.post(address(intake), data)

    assert errors(response) == {"judgement-2-take": ["Choose a grade of this review’s framework"]}


def test_two_judgements_on_one_strand(client, officer, intake):
    data = sent(client, intake, "judgement-1", "judgement-2", **{"judgement-1-strand": "overall"})

    response = client.post(address(intake), data)

    assert errors(response) == {
        "judgement-2-strand": ["Another grade that you ticked is on this strand. Keep one of them"]
    }


def test_judgement_with_a_strand_of_another_review_and_an_unknown_grade(client, officer, intake):
    data = sent(
        client,
        intake,
        "judgement-1",
        **{"judgement-1-strand": str(StrandFactory().pk), "judgement-1-grade": "999999"},
    )

    response = client.post(address(intake), data)

    assert errors(response) == {
        "judgement-1-strand": ["Choose a strand of this review"],
        "judgement-1-grade": ["Choose a grade of this review’s framework"],
    }
