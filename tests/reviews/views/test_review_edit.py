"""Changing what is known of a review."""

import datetime
import html

import pytest
from django.urls import reverse

from portal.history import history_of
from reviews.models import Review, ReviewKind
from reviews.services.review import edit_review
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import (
    FrameworkFactory,
    FrameworkStrandFactory,
    GradeFactory,
    JudgementFactory,
    ReviewFactory,
    StrandFactory,
)
from tests.sent import date_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def address(review):
    return reverse("reviews:review_edit", args=[review.pk])


def entries(review, **changes):
    return {
        "version": review.version,
        "title": review.title,
        "kind": review.kind,
        "provider": review.provider_id,
        "response_basis": "rule",
        "follow_up_basis": "rule",
        **date_parts("fieldwork_start_on", 2, 2, 2026),
        **date_parts("fieldwork_end_on", 5, 2, 2026),
        **date_parts("received_on", 2, 3, 2026),
        **changes,
    }


def test_review_edit_shows_what_is_recorded(client, officer):
    review = ReviewFactory(title="Peer challenge", people_spoken_to=12)

    page = client.get(address(review)).content.decode()

    assert 'value="Peer challenge"' in page
    assert 'value="12"' in page
    assert "How far is it?" not in page


def test_review_edit(client, officer):
    review = ReviewFactory()

    response = client.post(address(review), entries(review, title="Another title", case_files_read="7"))

    assert response.url == review.get_absolute_url()
    review.refresh_from_db()
    assert (review.title, review.case_files_read, review.version) == ("Another title", 7, 1)
    assert review.received_on == datetime.date(2026, 3, 2)
    latest = history_of(review)[0]
    assert latest.who == str(officer)
    assert {change.label for change in latest.changes} == {"Title", "Report received", "Case files read"}


def test_review_edit_of_a_stale_form(client, officer):
    review = ReviewFactory(title="As opened")
    sent = entries(review, title="Mine")
    colleague = UserFactory(name="Head of Quality")
    edit_review(
        review=review,
        by=colleague,
        version=0,
        changes={"title": "Theirs", "received_on": datetime.date(2026, 3, 2)},
    )

    response = client.post(address(review), sent)

    review.refresh_from_db()
    assert review.title == "Theirs"
    page = response.content.decode()
    assert "This was changed by Head of Quality" in page
    assert 'value="Mine"' in page
    client.post(address(review), sent | {"version": response.context["form"]["version"].value()})
    review.refresh_from_db()
    assert review.title == "Mine"


def test_review_edit_sent_twice_says_that_it_was_changed(client, officer):
    review = ReviewFactory()
    sent = entries(review, title="Once")
    client.post(address(review), sent)

    response = client.post(address(review), sent)

    assert response.status_code == 200
    assert Review.objects.get().version == 1


def test_review_edit_without_the_date_that_its_stage_needs(client, officer):
    review = ReviewFactory(received_on=datetime.date(2026, 3, 2))

    response = client.post(address(review), entries(review, **date_parts("received_on", "", "", "")))

    assert response.context["form"].errors == {"received_on": ["Enter the date the report was received"]}
    review.refresh_from_db()
    assert review.received_on == datetime.date(2026, 3, 2)


def test_review_edit_to_another_framework_when_there_are_judgements(client, officer):
    grade = GradeFactory()
    review = ReviewFactory(framework=grade.framework)
    JudgementFactory(review=review, grade=grade)

    response = client.post(address(review), entries(review, framework=FrameworkFactory().pk))

    message = "This review has judgements on its framework’s grades. Choose the same framework"
    assert response.context["form"].non_field_errors() == [message]
    review.refresh_from_db()
    assert review.framework == grade.framework


def test_review_edit_gives_a_review_without_strands_those_of_its_framework(client, officer):
    usual = FrameworkStrandFactory(name="Practice")
    review = ReviewFactory()

    client.post(address(review), entries(review, framework=usual.framework_id))

    assert [strand.name for strand in review.strands.all()] == ["Practice"]


def test_review_edit_keeps_the_strands_that_a_review_has(client, officer):
    usual = FrameworkStrandFactory(name="Practice")
    review = StrandFactory(name="Its own").review

    client.post(address(review), entries(review, framework=usual.framework_id))

    assert [strand.name for strand in review.strands.all()] == ["Its own"]


def test_review_edit_to_another_framework_swaps_the_strands_that_nothing_uses(client, officer):
    old, new = FrameworkFactory(), FrameworkFactory()
    for place, name in enumerate(["Practice", "Leadership", "Voice"]):
        FrameworkStrandFactory(framework=old, name=name, position=place)
    for place, name in enumerate(["leadership", "Impact"]):
        FrameworkStrandFactory(framework=new, name=name, position=place)
    review = ReviewFactory(framework=old)
    practice, *_ = (
        StrandFactory(review=review, name=name) for name in ["Practice", "Leadership", "Voice", "Its own"]
    )
    FindingFactory(review=review).also_relates_to.add(practice)

    response = client.post(address(review), entries(review, framework=new.pk), follow=True)

    names = set(review.strands.values_list("name", flat=True))
    assert names == {"Practice", "Leadership", "Its own", "Impact"}
    assert (
        "Your changes are saved. Strands removed, as nothing used them: “Voice”; added: “Impact”; "
        "kept: “Practice”, “Leadership” and “Its own”." in html.unescape(response.content.decode())
    )
    removed = history_of(review, parts=["strands"])
    assert "Removed strand: Voice" in [entry.what for entry in removed]


def test_review_edit_to_no_framework_removes_its_unused_strands(client, officer):
    usual = FrameworkStrandFactory(name="Practice")
    review = StrandFactory(name="Practice", review=ReviewFactory(framework=usual.framework)).review

    client.post(address(review), entries(review))

    assert not review.strands.exists()


def test_review_edit_does_not_ask_again_about_a_framework_that_was_confirmed(client, officer):
    review = ReviewFactory(framework=FrameworkFactory(kind=ReviewKind.AUDIT))

    client.post(address(review), entries(review, framework=review.framework_id, title="Another title"))
    review.refresh_from_db()
    assert review.title == "Another title"

    response = client.post(address(review), entries(review, framework=review.framework_id, kind="survey"))
    assert list(response.context["form"].errors) == ["framework"]


@pytest.mark.parametrize("version", ["", "seven"])
def test_review_edit_without_a_version(client, officer, version):
    review = ReviewFactory(title="As it was")

    response = client.post(address(review), entries(review, title="Another", version=version))

    assert response.status_code == 200
    review.refresh_from_db()
    assert review.title == "As it was"


@pytest.mark.parametrize("number", ["2147483648", "9" * 20])
def test_review_edit_with_a_number_too_large_to_keep(client, officer, number):
    review = ReviewFactory()

    response = client.post(address(review), entries(review, people_spoken_to=number))

    message = "People spoken to must be 1,000,000,000 or less"
    assert response.context["form"].errors == {"people_spoken_to": [message]}


def test_review_edit_leaves_strands_removed(client, officer):
    framework = FrameworkFactory()
    FrameworkStrandFactory(framework=framework, name="Help and protection")
    review = ReviewFactory(framework=framework)

    client.post(address(review), entries(review, framework=framework.pk, title="New title"))

    review.refresh_from_db()
    assert review.title == "New title"
    assert not review.strands.exists()
