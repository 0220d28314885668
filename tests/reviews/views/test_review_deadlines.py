"""Deadlines on a review's form and page: by rule, given, or none."""

import datetime

import pytest
from django.urls import reverse

from portal.services import save_changes
from reviews.models import Review
from reviews.services.judgement import edit_judgement, record_judgement
from reviews.services.review import edit_review, move_review
from tests.factories.portal import OrganisationFactory
from tests.factories.reviews import (
    FrameworkFactory,
    GradeFactory,
    GuidanceEditionFactory,
    JudgementFactory,
    ReviewFactory,
)
from tests.sent import date_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ADD = reverse("reviews:review_add")
RULES = {"response_within": 70, "draft_within_working_days": 20}
RECEIVED = datetime.date(2024, 7, 18)
DUE = datetime.date(2024, 10, 25)


@pytest.fixture
def entries():
    return {
        "title": "Inspection",
        "stage": "reported",
        "kind": "inspection",
        "provider": OrganisationFactory().pk,
        "framework": FrameworkFactory(name="ILACS", kind="inspection", **RULES).pk,
        "response_basis": "rule",
        "follow_up_basis": "rule",
        **date_parts("received_on", 18, 7, 2024),
    }


def given(day, month, year, why):
    return {"response_basis": "given", **date_parts("response_due_on", day, month, year), "response_why": why}


def dates(review):
    review.refresh_from_db()
    return review.response_basis, review.response_due_on, review.response_why


def test_response_by_rule_shows_the_date_and_why(client, officer, entries):
    page = client.post(ADD, entries, follow=True).content.decode()

    why = "70 working days from receipt on 18 July 2024"
    assert dates(Review.objects.get()) == ("rule", DUE, why)
    assert "Due 25 October 2024" in page
    assert why in page
    assert "Draft of the response" not in page


def test_priority_action_asks_for_a_draft(client, officer, entries):
    page = client.post(ADD, entries | {"has_priority_action": "on"}, follow=True).content.decode()

    assert Review.objects.get().draft_due_on == datetime.date(2024, 8, 15)
    assert "20 working days from receipt on 18 July 2024, as there is an area for priority action" in page


def test_a_date_in_the_letter_stands_over_the_rule(client, officer, entries):
    entries |= date_parts("received_on", 16, 2, 2023) | given(19, 5, 2023, "The letter says 19 May")

    page = client.post(ADD, entries, follow=True).content.decode()

    expected = ("given", datetime.date(2023, 5, 19), "The letter says 19 May")
    assert dates(Review.objects.get()) == expected
    assert "The letter says 19 May" in page


def test_no_response_is_expected(client, officer, entries):
    page = client.post(ADD, entries | {"response_basis": "none"}, follow=True).content.decode()

    assert dates(Review.objects.get()) == ("none", None, "")
    assert "None is expected" in page


@pytest.mark.parametrize("basis", ["rule", "none"])
def test_a_date_that_was_typed_is_not_passed_over(client, officer, entries, basis):
    sent = entries | given(19, 9, 2024, "The letter") | {"response_basis": basis}

    response = client.post(ADD, sent)

    message = "Choose “A date given in the letter, or agreed”, or clear the date and its reason"
    assert response.context["form"].errors == {"response_basis": [message]}
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        (
            {"response_basis": "given", "response_why": "The letter"},
            "response_due_on",
            "Enter the date that was given for the written response",
        ),
        (
            given(19, 9, 2024, ""),
            "response_why",
            "Enter the reason for the date, for example that the letter gives it",
        ),
        (
            {"follow_up_basis": "given", "follow_up_why": "The letter"},
            "follow_up_from_on",
            "Enter the first day of the follow-up visit",
        ),
    ],
)
def test_a_given_date_needs_its_day_and_its_reason(client, officer, entries, changes, field, message):
    response = client.post(ADD, entries | changes)

    assert response.context["form"].errors == {field: [message]}
    assert not Review.objects.exists()


def test_form_shows_nothing_as_given_that_was_worked_out(client, officer, entries):
    client.post(ADD, entries)
    review = Review.objects.get()

    form = client.get(reverse("reviews:review_edit", args=[review.pk])).context["form"]

    assert (form["response_basis"].value(), form["response_due_on"].value()) == ("rule", None)


def test_move_to_reported_works_the_date_out(officer):
    review = ReviewFactory(stage="fieldwork", framework=FrameworkFactory(**RULES))

    move_review(review=review, by=officer, version=0, stage="reported", dates={"received_on": RECEIVED})

    assert dates(review)[1] == DUE


def test_edit_of_something_else_keeps_the_date_where_the_rule_has_changed(officer, client, entries):
    client.post(ADD, entries)
    review = Review.objects.get()
    save_changes(
        record=review.framework, by=officer, version=review.framework.version, changes={"response_within": 10}
    )
    review = Review.objects.get()

    review = edit_review(review=review, by=officer, version=review.version, changes={"title": "Renamed"})
    assert dates(review)[1] == DUE

    changes = {"received_on": RECEIVED + datetime.timedelta(days=1)}
    edit_review(review=review, by=officer, version=review.version, changes=changes)
    assert dates(review)[1] == datetime.date(2024, 8, 2)


def test_follow_up_moves_with_the_outcome(officer):
    framework = FrameworkFactory()
    good = GradeFactory(framework=framework, next_visit_months=60)
    poor = GradeFactory(framework=framework, next_visit_months=18, name="Poor")
    review = ReviewFactory(framework=framework)

    judgement = record_judgement(by=officer, review=review, strand=None, grade=good)
    review.refresh_from_db()
    assert review.follow_up_from_on == datetime.date(2031, 2, 5)

    edit_judgement(judgement=judgement, by=officer, version=judgement.version, changes={"grade": poor})
    review.refresh_from_db()
    assert review.follow_up_from_on == datetime.date(2027, 8, 5)
    assert (
        review.follow_up_why == "About 18 months after the review on 5 February 2026, for the outcome “Poor”"
    )


def test_recording_a_grade_keeps_a_follow_up_that_does_not_rest_on_it(officer):
    visit = datetime.date(2027, 1, 4)
    review = ReviewFactory(follow_up_from_on=visit, framework=FrameworkFactory())

    record_judgement(by=officer, review=review, strand=None, grade=GradeFactory(framework=review.framework))

    review.refresh_from_db()
    assert review.follow_up_from_on == visit


def test_detail_says_what_the_rule_asks_for_before_the_report_is_received(client, officer):
    review = ReviewFactory(stage="fieldwork", framework=FrameworkFactory(**RULES))

    page = client.get(review.get_absolute_url()).content.decode()

    assert "70 working days from receipt" in page
    assert "Not received yet" in page


def test_detail_shows_the_guidance_that_the_review_cites(client, officer, entries):
    edition = GuidanceEditionFactory(name="Working Together 2023", framework__kind="inspection")
    sent = entries | {"framework": edition.framework_id, "guidance_edition": edition.pk}

    page = client.post(ADD, sent, follow=True).content.decode()

    assert Review.objects.get().guidance_edition == edition
    assert "Working Together 2023" in page


def test_guidance_of_another_framework_is_refused(client, officer, entries):
    edition = GuidanceEditionFactory(framework__name="Scrutiny")

    response = client.post(ADD, entries | {"guidance_edition": edition.pk})

    message = "Choose an edition only with the framework “Scrutiny”"
    assert response.context["form"].errors == {"guidance_edition": [message]}


def test_overall_grade_is_refused_where_the_framework_gives_none(client, officer):
    grade = GradeFactory(framework__gives_overall_grade=False)
    judgement = JudgementFactory(review__framework=grade.framework, grade=grade)
    address = reverse("reviews:judgement_add", args=[judgement.review_id])

    response = client.post(address, {"strand": "", "grade": grade.pk})

    assert response.context["form"].errors == {"strand": ["Choose the strand that was graded"]}
    assert "The review overall" not in response.content.decode()
