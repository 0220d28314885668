"""Removing a judgement that was recorded in error."""

import datetime

import pytest
from django.urls import reverse

from portal.exceptions import RecordGone
from portal.models import Role
from reviews.models import Judgement
from reviews.services.judgement import record_judgement, remove_judgement
from tests.factories.portal import UserFactory
from tests.factories.reviews import GradeFactory, JudgementFactory, ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def judgement():
    grade = GradeFactory(name="Good")
    review = ReviewFactory(framework=grade.framework)
    return JudgementFactory(
        review=review, grade=grade, strand=StrandFactory(review=review, name="Help and protection")
    )


def address(judgement):
    return reverse("reviews:judgement_remove", args=[judgement.review_id, judgement.pk])


def test_judgement_remove_asks_first(client, officer, judgement):
    assert address(judgement) in client.get(judgement.review.get_absolute_url()).content.decode()

    page = client.get(address(judgement)).content.decode()

    assert "Remove this judgement?" in page
    assert "Help and protection: Good" in page
    assert Judgement.objects.count() == 1


def test_judgement_remove(client, officer, judgement):
    response = client.post(address(judgement), {"version": 0}, follow=True)

    assert response.redirect_chain == [(judgement.review.get_absolute_url(), 302)]
    assert "The judgement “Help and protection: Good” is removed" in response.content.decode()
    assert not Judgement.objects.exists()


def test_judgement_remove_by_a_colleague(client, judgement):
    client.force_login(UserFactory(role=Role.MANAGER))

    assert client.post(address(judgement), {"version": 0}).status_code == 302
    assert not Judgement.objects.exists()


@pytest.mark.parametrize("role", [Role.ACTION_LEAD, Role.SCRUTINEER, Role.COMMITTEE_MEMBER])
def test_judgement_remove_by_others_is_refused(client, judgement, role):
    client.force_login(UserFactory(role=role))

    assert client.post(address(judgement), {"version": 0}).status_code == 403
    assert Judgement.objects.count() == 1


def test_judgement_remove_stays_in_the_history(client, officer, judgement):
    client.post(address(judgement), {"version": 0})

    page = client.get(reverse("reviews:review_history", args=[judgement.review_id])).content.decode()

    assert "Removed judgement: Help and protection: Good" in page


def test_judgement_remove_of_another_review(client, officer, judgement):
    wrong = reverse("reviews:judgement_remove", args=[ReviewFactory().pk, judgement.pk])

    assert client.post(wrong, {"version": 0}).status_code == 404
    assert Judgement.objects.count() == 1


def test_judgement_remove_of_a_stale_form(client, officer, judgement):
    Judgement.objects.update(version=3)

    response = client.post(address(judgement), {"version": 2})

    assert "This was changed" in response.content.decode()
    assert Judgement.objects.count() == 1


def test_judgement_remove_sent_twice(client, officer, judgement):
    responses = [client.post(address(judgement), {"version": 0}) for _ in range(2)]

    assert [response.status_code for response in responses] == [302, 404]


def test_judgement_remove_by_a_wrong_method(client, officer, judgement):
    assert client.put(address(judgement)).status_code == 405


def test_remove_judgement_that_somebody_removed_meanwhile(judgement):
    Judgement.objects.all().delete()

    with pytest.raises(RecordGone, match="This was already removed"):
        remove_judgement(judgement=judgement, by=UserFactory(), version=0)


def test_remove_judgement_takes_back_the_follow_up_that_rested_on_it():
    officer = UserFactory()
    grade = GradeFactory(next_visit_months=36)
    review = ReviewFactory(framework=grade.framework)
    judgement = record_judgement(by=officer, review=review, strand=None, grade=grade)
    review.refresh_from_db()
    assert review.follow_up_from_on == datetime.date(2029, 2, 5)

    remove_judgement(judgement=judgement, by=officer, version=0)

    review.refresh_from_db()
    assert (review.follow_up_from_on, review.follow_up_why) == (None, "")
