"""Who may open which page of the app, and with which method."""

import pytest
from django.urls import reverse

from portal.models import Role
from tests.factories.portal import UserFactory
from tests.factories.reviews import (
    FrameworkFactory,
    GradeFactory,
    JudgementFactory,
    ReviewFactory,
    StrandFactory,
    ThemeFactory,
)

# Who may do what is asked of roles and records, on any database alike.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

READERS = {Role.OFFICER, Role.MANAGER, Role.SCRUTINEER}
RECORDERS = {Role.OFFICER, Role.MANAGER}
ADMINISTRATORS = {Role.ADMINISTRATOR}

READ = {
    "reviews:review_list": READERS,
    "reviews:review_detail": READERS,
    "reviews:review_history": READERS,
    "reviews:theme_admin_list": ADMINISTRATORS,
    "reviews:framework_list": ADMINISTRATORS,
}
CHANGE = {
    "reviews:review_add": RECORDERS,
    "reviews:review_edit": RECORDERS,
    "reviews:review_move": RECORDERS,
    "reviews:strand_add": RECORDERS,
    "reviews:strand_edit": RECORDERS,
    "reviews:strand_remove": RECORDERS,
    "reviews:judgement_add": RECORDERS,
    "reviews:judgement_edit": RECORDERS,
    "reviews:theme_add": ADMINISTRATORS,
    "reviews:theme_edit": ADMINISTRATORS,
    "reviews:framework_add": ADMINISTRATORS,
    "reviews:framework_edit": ADMINISTRATORS,
}
PAGES = READ | CHANGE
WITHOUT_RECORD = {
    "reviews:review_list",
    "reviews:review_add",
    "reviews:theme_admin_list",
    "reviews:theme_add",
    "reviews:framework_list",
    "reviews:framework_add",
}
UNKNOWN = 999_999


def status_for(client, role, address, sending=None):
    client.force_login(UserFactory(role=role))
    return (client.get(address) if sending is None else client.post(address, sending)).status_code


@pytest.fixture
def arguments():
    framework = FrameworkFactory()
    grade = GradeFactory(framework=framework)
    review = ReviewFactory(framework=framework)
    strand = StrandFactory(review=review)
    judgement = JudgementFactory(review=review, grade=grade)
    theme = ThemeFactory()
    return {
        "reviews:review_detail": [review.pk],
        "reviews:review_history": [review.pk],
        "reviews:review_edit": [review.pk],
        "reviews:review_move": [review.pk],
        "reviews:strand_add": [review.pk],
        "reviews:strand_edit": [review.pk, strand.pk],
        "reviews:strand_remove": [review.pk, strand.pk],
        "reviews:judgement_add": [review.pk],
        "reviews:judgement_edit": [review.pk, judgement.pk],
        "reviews:theme_edit": [theme.pk],
        "reviews:framework_edit": [framework.pk],
    }


@pytest.fixture
def address(arguments):
    return lambda name: reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize("name", PAGES)
def test_page_by_role(client, address, name):
    expected = dict.fromkeys(Role, 403) | dict.fromkeys(PAGES[name], 200)

    assert {role: status_for(client, role, address(name)) for role in Role} == expected


@pytest.mark.parametrize("name", CHANGE)
def test_change_by_role(client, address, name):
    expected = dict.fromkeys(Role, 403) | dict.fromkeys(CHANGE[name], 200)

    assert {role: status_for(client, role, address(name), sending={}) for role in Role} == expected


@pytest.mark.parametrize("name", PAGES)
def test_page_when_not_signed_in(client, address, name):
    response = client.get(address(name))

    assert response.status_code == 302
    assert response.url == f"{reverse('portal:sign_in')}?next={address(name)}"


@pytest.mark.parametrize("name", sorted(PAGES.keys() - WITHOUT_RECORD))
def test_page_of_unknown_record(client, arguments, name):
    client.force_login(UserFactory(role=min(PAGES[name])))
    known = arguments[name]

    response = client.get(reverse(name, args=[*known[:-1], UNKNOWN]))

    assert response.status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_page_by_wrong_method(client, address, name):
    client.force_login(UserFactory(role=min(PAGES[name])))

    response = client.delete(address(name)) if name in CHANGE else client.post(address(name))

    assert response.status_code == 405


@pytest.mark.parametrize("name", ["reviews:strand_edit", "reviews:strand_remove", "reviews:judgement_edit"])
def test_part_of_another_review(client, arguments, name):
    client.force_login(UserFactory())
    other = ReviewFactory(framework=GradeFactory().framework)

    response = client.get(reverse(name, args=[other.pk, arguments[name][1]]))

    assert response.status_code == 404


def test_judgement_add_where_the_framework_gives_no_grades(client):
    client.force_login(UserFactory())
    review = ReviewFactory(framework=FrameworkFactory())

    response = client.get(reverse("reviews:judgement_add", args=[review.pk]))

    assert response.status_code == 404
